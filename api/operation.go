package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// Operation is an operation of the service, which the vendor calls a command.
type Operation struct {
	Command       string  // the last part of the path, such as group_get
	Path          string  // the path of the URL, such as /v4/sns/group_get
	ID            string  // the operationId, such as GroupGet
	Tag           string  // the group of operations that it belongs to
	Summary       string  // one line
	Description   string  // what the command does, in sentences such as "Pulls the friend lists of a user."
	Documentation string  // the URL of the vendor's documentation
	RateLimit     int     // calls per second that the service allows an app
	Idempotent    bool    // whether a repeated call has no further effect, whatever the request
	Codes         []int   // the error codes specific to the operation
	Batch         *Batch  // nil if the operation is not a batch
	Paging        *Paging // nil if the operation returns no pages

	// IdempotencyKey lists the properties of a request by which the service recognizes a repeated call, if all of them
	// are set, see [Operation.IsIdempotent]. It does so for RepeatWithin after the first call, or for ever if that is 0.
	IdempotencyKey []string
	RepeatWithin   time.Duration

	request  *openapi3.Schema
	response *openapi3.Schema // oneOf a success and a failure

	invalidRequest int // 0 if the operation does not say

	outlined *outlinedFields   // nil for an operation with schemas
	parse    func() *Operation // parses the document of an outline, once; nil for an operation with schemas
}

// parsed returns the operation with its schemas.
func (o *Operation) parsed() *Operation {
	if o.parse == nil {
		return o
	}
	return o.parse()
}

func newOperation(location string, item *openapi3.PathItem) (*Operation, error) {
	spec := item.Post
	if spec == nil || len(item.Operations()) != 1 {
		return nil, errors.New("want a POST and no other method")
	}
	request, err := requestSchema(spec)
	if err != nil {
		return nil, fmt.Errorf("requestBody: %w", err)
	}
	response, err := responseSchema(spec)
	if err != nil {
		return nil, fmt.Errorf("responses: %w", err)
	}
	operation := &Operation{
		Command: path.Base(location), Path: location, ID: spec.OperationID,
		Summary: spec.Summary, Description: strings.TrimSpace(spec.Description),
		request: request, response: response,
	}
	if len(spec.Tags) > 0 {
		operation.Tag = spec.Tags[0]
	}
	if spec.ExternalDocs != nil {
		operation.Documentation = spec.ExternalDocs.URL
	}
	if err := operation.readExtensions(spec.Extensions); err != nil {
		return nil, err
	}
	if operation.Batch != nil {
		operation.Batch.readSize(request)
		err = operation.Batch.readResults(response.OneOf[0].Value)
	}
	return operation, err
}

func requestSchema(spec *openapi3.Operation) (*openapi3.Schema, error) {
	if spec.RequestBody == nil {
		return nil, errors.New("missing")
	}
	return jsonSchema(spec.RequestBody.Value.Content)
}

func responseSchema(spec *openapi3.Operation) (*openapi3.Schema, error) {
	ok := spec.Responses.Value("200")
	if ok == nil {
		return nil, errors.New("want the response 200")
	}
	schema, err := jsonSchema(ok.Value.Content)
	if err != nil {
		return nil, err
	}
	if len(schema.OneOf) != 2 {
		return nil, errors.New("want oneOf with a success and a failure")
	}
	return schema, nil
}

func (o *Operation) readExtensions(extensions map[string]any) error {
	for name, value := range map[string]any{
		"x-batch": &o.Batch, "x-paging": &o.Paging, "x-invalid-request": &o.invalidRequest,
	} {
		if _, isPresent := extensions[name]; !isPresent {
			continue
		}
		if err := extension(extensions, name, value); err != nil {
			return err
		}
	}
	return errors.Join(
		extension(extensions, "x-rate-limit", &o.RateLimit),
		o.readIdempotence(extensions),
		extension(extensions, "x-error-codes", &o.Codes),
	)
}

func (o *Operation) readIdempotence(extensions map[string]any) error {
	if extension(extensions, "x-idempotent", &o.Idempotent) == nil {
		return nil
	}
	var key struct {
		Key     []string `json:"key"`
		Seconds int      `json:"seconds"`
	}
	if err := extension(extensions, "x-idempotent", &key); err != nil {
		return err
	}
	o.IdempotencyKey, o.RepeatWithin = key.Key, time.Duration(key.Seconds)*time.Second
	return nil
}

// IsIdempotent reports whether a repeated call with the request has no further effect: that of any request, or one that
// sets all properties of the IdempotencyKey.
func (o *Operation) IsIdempotent(request []byte) bool {
	if o.Idempotent || o.IdempotencyKey == nil {
		return o.Idempotent
	}
	var properties map[string]any
	if json.Unmarshal(request, &properties) != nil {
		return false
	}
	for _, name := range o.IdempotencyKey {
		switch properties[name] {
		case nil, "", float64(0):
			return false
		}
	}
	return true
}

func jsonSchema(content openapi3.Content) (*openapi3.Schema, error) {
	media := content["application/json"]
	if media == nil || media.Schema == nil || len(content) != 1 {
		return nil, errors.New("want a schema for application/json and no other media type")
	}
	return media.Schema.Value, nil
}
