package api

import (
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// cloner copies the schemas of a document, so that strict mode can change them without parsing the document again. What
// several places share, their copies share.
type cloner map[*openapi3.Schema]*openapi3.Schema

// document returns a copy of a document with schemas of its own. What the schemas do not reach is shared.
func (c cloner) document(spec *openapi3.T) *openapi3.T {
	document, components := *spec, *spec.Components
	components.Schemas = c.schemas(spec.Components.Schemas)
	document.Components, document.Paths = &components, openapi3.NewPaths()
	for path, item := range spec.Paths.Map() {
		copied, operation := *item, *item.Post
		operation.RequestBody = &openapi3.RequestBodyRef{Value: c.requestBody(item.Post.RequestBody.Value)}
		operation.Responses = c.responses(item.Post.Responses)
		copied.Post = &operation
		document.Paths.Set(path, &copied)
	}
	return &document
}

func (c cloner) requestBody(body *openapi3.RequestBody) *openapi3.RequestBody {
	copied := *body
	copied.Content = c.content(body.Content)
	return &copied
}

func (c cloner) responses(responses *openapi3.Responses) *openapi3.Responses {
	copies := openapi3.NewResponsesWithCapacity(responses.Len())
	for status, response := range responses.Map() {
		copied := *response.Value
		copied.Content = c.content(copied.Content)
		copies.Set(status, &openapi3.ResponseRef{Value: &copied})
	}
	return copies
}

func (c cloner) content(content openapi3.Content) openapi3.Content {
	copies := openapi3.Content{}
	for name, media := range content {
		copied := *media
		copied.Schema = c.ref(media.Schema)
		copies[name] = &copied
	}
	return copies
}

func (c cloner) schemas(schemas openapi3.Schemas) openapi3.Schemas {
	copies := maps.Clone(schemas) // nil stays nil
	for name, schema := range schemas {
		copies[name] = c.ref(schema)
	}
	return copies
}

func (c cloner) refs(refs openapi3.SchemaRefs) openapi3.SchemaRefs {
	copies := slices.Clone(refs) // nil stays nil
	for i, ref := range refs {
		copies[i] = c.ref(ref)
	}
	return copies
}

func (c cloner) ref(ref *openapi3.SchemaRef) *openapi3.SchemaRef {
	if ref == nil {
		return nil
	}
	copied := *ref
	copied.Value = c.schema(ref.Value)
	return &copied
}

func (c cloner) schema(schema *openapi3.Schema) *openapi3.Schema {
	if copied, isKnown := c[schema]; isKnown || schema == nil {
		return copied
	}
	copied := *schema
	c[schema] = &copied // before its parts, which may refer to it
	copied.Extensions = maps.Clone(schema.Extensions)
	copied.Required, copied.Enum = slices.Clone(schema.Required), slices.Clone(schema.Enum)
	copied.AllOf, copied.OneOf, copied.AnyOf = c.refs(schema.AllOf), c.refs(schema.OneOf), c.refs(schema.AnyOf)
	copied.Not, copied.Items = c.ref(schema.Not), c.ref(schema.Items)
	copied.Properties = c.schemas(schema.Properties)
	copied.AdditionalProperties.Schema = c.ref(schema.AdditionalProperties.Schema)
	return &copied
}
