package api

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/getkin/kin-openapi/openapi3"
)

// Batch describes an operation on many accounts, which may succeed for some of them and fail for others.
type Batch struct {
	Request  string   `json:"request"`  // the array in the request with an element for each account
	Account  string   `json:"account"`  // the property of an element that is its account; empty if elements are accounts
	Response string   `json:"response"` // the array in the response with a result for each account, or ""
	Failed   []string `json:"failed"`   // arrays in the response that list accounts for which the operation failed
	Size     int      `json:"size"`     // the number of elements that one call takes

	// Indivisible reports whether a batch must not be split into several calls.
	Indivisible bool `json:"indivisible"`

	// Results describes the objects in these arrays of the response, by the name of the array. Other arrays list the
	// accounts themselves.
	Results map[string]Result `json:"-"`
}

// Result describes an object that reports the outcome for one account. Its fields name properties.
type Result struct {
	Account string `json:"account"`
	Code    string `json:"code"`    // an error code, 0 for success; empty if there is a status
	Status  string `json:"status"`  // a word or a number in place of a code
	Success []any  `json:"success"` // the values of the status that mean success
	Info    string `json:"info"`    // the service's explanation; empty if it gives none
}

func (b *Batch) readSize(request *openapi3.Schema) {
	if elements := request.Properties[b.Request]; elements != nil && elements.Value.MaxItems != nil {
		b.Size = int(min(*elements.Value.MaxItems, math.MaxInt32))
	}
}

func (b *Batch) readResults(success *openapi3.Schema) error {
	b.Results = map[string]Result{}
	for _, name := range append([]string{b.Response}, b.Failed...) {
		property := success.Properties[name]
		if property == nil || property.Value.Items == nil || property.Value.Items.Value.Extensions["x-result"] == nil {
			continue
		}
		var result Result
		if err := extension(property.Value.Items.Value.Extensions, "x-result", &result); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		b.Results[name] = result
	}
	return nil
}

// Accounts returns the accounts that a request names. It skips invalid ones.
func (b *Batch) Accounts(request []byte) []string {
	var properties map[string]json.RawMessage
	var elements []json.RawMessage
	if json.Unmarshal(request, &properties) != nil || json.Unmarshal(properties[b.Request], &elements) != nil {
		return nil
	}
	var accounts []string
	for _, element := range elements {
		var object map[string]json.RawMessage
		if json.Unmarshal(element, &object) == nil {
			element = object[b.Account]
		}
		var account string
		if json.Unmarshal(element, &account) == nil && account != "" {
			accounts = append(accounts, account)
		}
	}
	return accounts
}
