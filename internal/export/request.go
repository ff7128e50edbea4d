package export

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// Request is a request that an export sends for each account.
type Request struct {
	operation     *api.Operation
	before, after string // what surrounds the account in the body
}

// NewRequest returns the request of an operation with the given fields, a JSON object. The account goes into the first
// required string, or else into the batch, with one element. Required numbers have defaults. The error names the fields
// that are missing. A strict operation makes [Request.Body] strict.
func NewRequest(operation *api.Operation, fields jsontext.Value) (*Request, error) {
	var given map[string]jsontext.Value
	if err := json.Unmarshal(fields, &given); err != nil {
		return nil, fmt.Errorf("%s: %w", operation.Command, err)
	}
	name, before, after, err := accountPlace(operation)
	if err != nil {
		return nil, err
	}
	if _, isGiven := given[name]; isGiven {
		return nil, fmt.Errorf("%s: want no %s, which takes each of the accounts", operation.Command, name)
	}
	r := &Request{operation, `{"` + name + `":` + before, after}
	for _, field := range slices.Sorted(maps.Keys(given)) {
		r.add(field, string(given[field]))
	}
	var missing []string
	for _, field := range operation.Fields() {
		if _, isGiven := given[field.Name]; isGiven || !field.Required || field.Name == name {
			continue
		}
		number, ok := operation.DefaultNumber(field.Name)
		if !ok {
			missing = append(missing, field.Name+"="+strings.ToUpper(field.Type))
			continue
		}
		r.add(field.Name, number.String())
	}
	if missing != nil {
		return nil, fmt.Errorf("%s: want also %s", operation.Command, strings.Join(missing, " "))
	}
	r.after += "}"
	return r, nil
}

// add adds a field after the account.
func (r *Request) add(name, value string) {
	quoted, _ := jsontext.AppendQuote(nil, name) // it was JSON before
	r.after += "," + string(quoted) + ":" + value
}

// accountPlace returns the field that takes the account, and the JSON around the account in its value.
func accountPlace(operation *api.Operation) (name, before, after string, err error) {
	for _, field := range operation.Fields() {
		if field.Required && field.Type == "string" && field.Values == nil {
			return field.Name, "", "", nil
		}
	}
	switch batch := operation.Batch; {
	case batch == nil:
		return "", "", "", fmt.Errorf("%s: want a command with a required text or a batch, which takes the account", operation.Command)
	case batch.Account == "":
		return batch.Request, "[", "]", nil
	default:
		return batch.Request, `[{"` + batch.Account + `":`, "}]", nil
	}
}

// Body returns the body for an account. The error lists how it violates the document.
func (r *Request) Body(account string) (jsontext.Value, error) {
	quoted, err := jsontext.AppendQuote(nil, account)
	if err != nil {
		return nil, err
	}
	body := jsontext.Value(r.before + string(quoted) + r.after)
	return body, r.operation.ValidateRequest(body)
}
