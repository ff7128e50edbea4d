package api

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Operation is an operation of the service, which the vendor calls a command.
type Operation struct {
	Command       string // the last part of the path, such as group_get
	Path          string // the path of the URL, such as /v4/sns/group_get
	ID            string // the operationId, such as GroupGet
	Summary       string // one line
	Description   string // what the command does, in sentences such as "Pulls the friend lists of a user."
	Documentation string // the URL of the vendor's documentation
	RateLimit     int    // calls per second that the service allows an app
	Idempotent    bool   // whether a repeated call has no further effect
	Codes         []int  // the error codes specific to the operation
	Batch         *Batch // nil if the operation is not a batch

	request  *openapi3.Schema
	response *openapi3.Schema // oneOf a success and a failure

	invalidRequest int // 0 if the operation does not say
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
	if spec.ExternalDocs != nil {
		operation.Documentation = spec.ExternalDocs.URL
	}
	return operation, operation.readExtensions(spec.Extensions)
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
	if schema.Discriminator == nil || len(schema.OneOf) != len(schema.Discriminator.Mapping) {
		return nil, errors.New("want oneOf with a success, a failure, and a discriminator that maps to both")
	}
	return schema, nil
}

// Batch describes an operation on many accounts, which may succeed for some of them and fail for others.
type Batch struct {
	Request  string   `json:"request"`  // the array in the request with an element for each account
	Account  string   `json:"account"`  // the property of an element that is its account; empty if elements are accounts
	Response string   `json:"response"` // the array in the response with a result for each account
	Failed   []string `json:"failed"`   // arrays in the response that list accounts for which the operation failed
}

func (o *Operation) readExtensions(extensions map[string]any) error {
	if _, isBatch := extensions["x-batch"]; isBatch {
		if err := extension(extensions, "x-batch", &o.Batch); err != nil {
			return err
		}
	}
	if _, isOwn := extensions["x-invalid-request"]; isOwn {
		if err := extension(extensions, "x-invalid-request", &o.invalidRequest); err != nil {
			return err
		}
	}
	return errors.Join(
		extension(extensions, "x-rate-limit", &o.RateLimit),
		extension(extensions, "x-idempotent", &o.Idempotent),
		extension(extensions, "x-error-codes", &o.Codes),
	)
}

func jsonSchema(content openapi3.Content) (*openapi3.Schema, error) {
	media := content["application/json"]
	if media == nil || media.Schema == nil || len(content) != 1 {
		return nil, errors.New("want a schema for application/json and no other media type")
	}
	return media.Schema.Value, nil
}
