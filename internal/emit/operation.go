package emit

import (
	"encoding/json"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// derived is the extension in which derive leaves an [operation] for the templates, or a [response].
const derived = "x-derived"

// operation is what templates print of an operation, with names in Go.
type operation struct {
	Codes        []code
	Batch        *batch  // nil if the operation is not a batch
	Paging       *paging // nil if the operation returns no pages
	IsIdempotent bool
	Key          []keyField // by which the service recognizes a second call
	KeySeconds   int        // how long the service recognizes it, 0 for ever
}

// keyField is a field of a request, and its zero value, which means that it is not set.
type keyField struct{ Name, Zero string }

// code is an entry of the catalogue.
type code struct {
	Code          int
	Name, Meaning string
	Pending       bool
}

// response is what templates need to know of a schema beyond its properties if it is a response.
type response struct {
	Success []string // the values of ActionStatus of a success, nil if that is OK only
	Batch   *batch   // of a success
}

// derive leaves what templates need in the document's operations and in the schemas of their responses. The rules of
// the document have been checked.
func derive(spec *openapi3.T) error {
	var catalogue []code
	if err := decode(spec.Components.Schemas["ErrorCode"].Value.Extensions["x-catalogue"], &catalogue); err != nil {
		return err
	}
	for _, item := range spec.Paths.Map() {
		request := item.Post.RequestBody.Value.Content.Get("application/json").Schema.Value
		outcomes := item.Post.Responses.Value("200").Value.Content.Get("application/json").Schema.Value.OneOf
		success, failure := outcomes[0].Value, outcomes[1].Value
		operation, err := newOperation(item.Post, request, success, catalogue)
		if err != nil {
			return err
		}
		setExtension(&item.Post.Extensions, operation)
		setExtension(&success.Extensions, response{Success: statuses(success), Batch: operation.Batch})
		setExtension(&failure.Extensions, response{})
	}
	return nil
}

func setExtension(extensions *map[string]any, value any) {
	if *extensions == nil {
		*extensions = map[string]any{}
	}
	(*extensions)[derived] = value
}

// statuses returns the values of ActionStatus of a success, or nil if that is OK only or there is none.
func statuses(success *openapi3.Schema) []string {
	property := success.Properties["ActionStatus"]
	if property == nil {
		return nil
	}
	var values []string
	for _, value := range property.Value.Enum {
		if text, isText := value.(string); isText {
			values = append(values, text)
		}
	}
	if slices.Equal(values, []string{"OK"}) {
		return nil
	}
	return values
}

func newOperation(spec *openapi3.Operation, request, success *openapi3.Schema, catalogue []code) (operation, error) {
	var own []int
	if err := decode(spec.Extensions["x-error-codes"], &own); err != nil {
		return operation{}, err
	}
	var derived operation
	for _, number := range own {
		index := slices.IndexFunc(catalogue, func(entry code) bool { return entry.Code == number })
		derived.Codes = append(derived.Codes, catalogue[index])
	}
	if extension := spec.Extensions["x-batch"]; extension != nil {
		batch, err := newBatch(spec.OperationID, extension, request, success)
		if err != nil {
			return operation{}, err
		}
		if index := slices.IndexFunc(derived.Codes, func(entry code) bool { return entry.Pending }); index >= 0 {
			batch.Pending = &derived.Codes[index]
		}
		derived.Batch = batch
	}
	if extension := spec.Extensions["x-paging"]; extension != nil {
		paging, err := newPaging(extension, request, success)
		if err != nil {
			return operation{}, err
		}
		derived.Paging = paging
	}
	return derived, derived.readIdempotence(spec.Extensions["x-idempotent"], request)
}

// readIdempotence reads true, false, or the properties by which the service recognizes a second call.
func (o *operation) readIdempotence(extension any, request *openapi3.Schema) error {
	if isIdempotent, isPlain := extension.(bool); isPlain {
		o.IsIdempotent = isIdempotent
		return nil
	}
	var key struct {
		Key     []string
		Seconds int
	}
	if err := decode(extension, &key); err != nil {
		return err
	}
	o.KeySeconds = key.Seconds
	for _, property := range key.Key {
		o.Key = append(o.Key, keyField{schemas.FieldName(request, property), zeroOf(request.Properties[property].Value)})
	}
	return nil
}

func zeroOf(schema *openapi3.Schema) string {
	if schema.Type.Is(openapi3.TypeString) {
		return `""`
	}
	return "0"
}

// decode decodes an extension into value.
func decode(extension, value any) error {
	text, err := json.Marshal(extension)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, value)
}
