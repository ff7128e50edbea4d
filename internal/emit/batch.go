package emit

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// batch is what templates print of x-batch, with names in Go.
type batch struct {
	Request  string    // the field of the request that holds the elements
	Element  string    // the type of an element
	Account  string    // the field of an element that is its account, empty if elements are accounts
	Results  results   // the results of all accounts, with an empty field if the response does not have them
	Failures []results // the results of accounts that failed
	Lists    []string  // the fields that hold accounts that failed
	Arrays   []string  // all these fields of the response, in order
	Size     uint64    // the number of elements that one call takes
	Method   string    // the method for batches of any size, empty for a batch that cannot be split
	Pending  *code     // the code of an account that has yet to decide, or nil
}

// Outcomes returns the arrays with a result for an account.
func (b *batch) Outcomes() []results {
	if b.Results.Field == "" {
		return b.Failures
	}
	return append([]results{b.Results}, b.Failures...)
}

// results is an array of results: its field, the type of its elements, and how these report success.
type results struct {
	Field, Item string
	Success     []string // the values of the status, nil for a code
}

// newBatch returns what the templates need of an operation's x-batch.
func newBatch(id string, extension any, request, success *openapi3.Schema) (*batch, error) {
	var spec struct {
		Request, Account, Response, Method string
		Failed                             []string
		Size                               uint64
		Indivisible                        bool
	}
	if err := decode(extension, &spec); err != nil {
		return nil, err
	}
	elements := request.Properties[spec.Request].Value
	derived := &batch{
		Request: schemas.FieldName(request, spec.Request), Element: stringType, Size: spec.Size, Method: spec.Method,
	}
	if elements.MaxItems != nil {
		derived.Size = *elements.MaxItems
	}
	if spec.Account != "" {
		derived.Element, derived.Account = schemas.TypeName(elements.Items), schemas.FieldName(elements.Items.Value, spec.Account)
	}
	switch {
	case spec.Indivisible:
		derived.Method = ""
	case spec.Method == "":
		derived.Method = id + "All"
	}
	derived.readArrays(spec.Response, spec.Failed, success)
	return derived, nil
}

// readArrays reads the arrays of the response: the results of all accounts, if it has them, and the failures.
func (b *batch) readArrays(all string, failed []string, success *openapi3.Schema) {
	if all != "" {
		b.Results = resultsOf(success, all)
		b.Arrays = append(b.Arrays, b.Results.Field)
	}
	for _, name := range failed {
		b.Arrays = append(b.Arrays, schemas.FieldName(success, name))
		if isResult(success.Properties[name].Value.Items) {
			b.Failures = append(b.Failures, resultsOf(success, name))
		} else {
			b.Lists = append(b.Lists, schemas.FieldName(success, name))
		}
	}
}

func resultsOf(success *openapi3.Schema, name string) results {
	items := success.Properties[name].Value.Items
	result, _ := items.Value.Extensions["x-result"].(map[string]any)
	values, _ := result["success"].([]any)
	found := results{Field: schemas.FieldName(success, name), Item: schemas.TypeName(items)}
	for _, value := range values {
		found.Success = append(found.Success, fmt.Sprint(value))
	}
	return found
}
