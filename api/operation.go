package api

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Operation is one command of the service.
type Operation struct {
	Command       string // the last part of the path, such as group_get
	Path          string // the path of the URL, such as /v4/sns/group_get
	ID            string // the name in Go, such as GroupGet
	Summary       string // one line
	Description   string // what the command does, as a predicate: it reads well behind a name
	Documentation string // the URL of the vendor's page
	RateLimit     int    // calls a second that the service allows the whole app
	Idempotent    bool   // whether calling twice does what calling once does
	Codes         []int  // the error codes of its own, beside the public ones

	spec    *openapi3.Operation
	request *openapi3.Schema
	reply   *openapi3.Schema
}

func newOperation(location string, item *openapi3.PathItem) (*Operation, error) {
	spec := item.Post
	if spec == nil || len(item.Operations()) != 1 {
		return nil, errors.New("want one operation, and that a POST")
	}
	if spec.RequestBody == nil {
		return nil, errors.New("want a requestBody")
	}
	request, err := jsonSchema(spec.RequestBody.Value.Content)
	if err != nil {
		return nil, fmt.Errorf("requestBody: %w", err)
	}
	ok := spec.Responses.Value("200")
	if ok == nil {
		return nil, errors.New("responses: want the response 200")
	}
	reply, err := jsonSchema(ok.Value.Content)
	if err != nil {
		return nil, fmt.Errorf("responses: %w", err)
	}
	if reply.Discriminator == nil || len(reply.OneOf) != len(reply.Discriminator.Mapping) {
		return nil, errors.New("responses: want oneOf success and failure, told apart by a discriminator's mapping")
	}
	operation := &Operation{
		Command: path.Base(location), Path: location, ID: spec.OperationID,
		Summary: spec.Summary, Description: strings.TrimSpace(spec.Description),
		spec: spec, request: request, reply: reply,
	}
	if spec.ExternalDocs != nil {
		operation.Documentation = spec.ExternalDocs.URL
	}
	return operation, operation.readExtensions(spec.Extensions)
}

func (o *Operation) readExtensions(extensions map[string]any) error {
	return errors.Join(
		extension(extensions, "x-rate-limit", &o.RateLimit),
		extension(extensions, "x-idempotent", &o.Idempotent),
		extension(extensions, "x-error-codes", &o.Codes),
	)
}

func jsonSchema(content openapi3.Content) (*openapi3.Schema, error) {
	media := content["application/json"]
	if media == nil || media.Schema == nil || len(content) != 1 {
		return nil, errors.New("want a schema for application/json, and that alone")
	}
	return media.Schema.Value, nil
}

// Field is a property of an operation's request.
type Field struct {
	Name        string   // as on the wire
	Type        string   // string, integer, boolean, array or object
	Required    bool     // whether a request must have it
	Values      []string // the values it may take, if these are listed
	Description string   // what it holds, as a predicate: it reads well behind a name
}

// Fields returns the properties of the operation's request in the document's order.
func (o *Operation) Fields() []Field {
	fields := make([]Field, 0, len(o.request.Properties))
	for _, name := range propertyOrder(o.request) {
		property := o.request.Properties[name].Value
		fields = append(fields, Field{
			Name: name, Type: typeOf(property), Required: slices.Contains(o.request.Required, name),
			Values: valuesOf(property), Description: strings.TrimSpace(property.Description),
		})
	}
	return fields
}
