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
	Codes         []int  // the error codes that its page lists, beside those of every command
	Batch         *Batch // what makes it a batch, nil if it is none

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

// Batch tells of a command that succeeds in part, an account of its request after another.
type Batch struct {
	Request  string   `json:"request"`  // the request's array that has an element for each account
	Response string   `json:"response"` // the reply's array that has a result for each account
	Failed   []string `json:"failed"`   // the reply's arrays that list accounts for which it failed
}

func (o *Operation) readExtensions(extensions map[string]any) error {
	if _, isBatch := extensions["x-batch"]; isBatch {
		if err := extension(extensions, "x-batch", &o.Batch); err != nil {
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
		return nil, errors.New("want a schema for application/json, and that alone")
	}
	return media.Schema.Value, nil
}

// Field is a property of an operation's request, or of an object within one.
type Field struct {
	Name        string   // as on the wire
	Type        string   // string, integer, array of objects and so on; a choice of types has or between them
	Required    bool     // whether a request, or an object, must have it
	Values      []string // the values it may take, or well-known ones of these, if they are listed
	Meanings    []string // what each of Values means, as a predicate
	Description string   // what it holds, as a predicate: it reads well behind a name
	Fields      []Field  // the properties of the objects in an array
}

// Fields returns the properties of the operation's request in the document's order.
func (o *Operation) Fields() []Field {
	return fieldsOf(o.request)
}

func fieldsOf(schema *openapi3.Schema) []Field {
	fields := make([]Field, 0, len(schema.Properties))
	for _, name := range propertyOrder(schema) {
		property := schema.Properties[name].Value
		field := Field{
			Name: name, Type: typeOf(property), Required: slices.Contains(schema.Required, name),
			Description: strings.TrimSpace(property.Description),
		}
		field.Values, field.Meanings = valuesOf(property)
		if property.Items != nil {
			field.Fields = fieldsOf(property.Items.Value)
		}
		fields = append(fields, field)
	}
	return fields
}
