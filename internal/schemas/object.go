package schemas

import "github.com/getkin/kin-openapi/openapi3"

// Parts returns the schema and those of its allOf. A property uses allOf to add a description to a schema that it
// refers to.
func Parts(schema *openapi3.Schema) openapi3.SchemaRefs {
	return append(openapi3.SchemaRefs{{Value: schema}}, schema.AllOf...)
}

// Object returns the schema with the properties of a value: the one that the schema refers to, or the member of a union
// that the value's discriminator names. For any other schema, it returns the schema itself.
func Object(schema *openapi3.Schema, value any) *openapi3.Schema {
	for _, part := range Parts(schema) {
		if part.Value.Properties != nil {
			return part.Value
		}
		if member := Member(part.Value, value); member != nil {
			return member
		}
	}
	return schema
}

// Member returns the member of a union that the value's discriminator names, or nil.
func Member(union *openapi3.Schema, value any) *openapi3.Schema {
	object, isObject := value.(map[string]any)
	if union.Discriminator == nil || !isObject {
		return nil
	}
	kind, _ := object[union.Discriminator.PropertyName].(string)
	target := union.Discriminator.Mapping[kind].Ref
	for _, member := range union.OneOf {
		if member.Ref == target && target != "" {
			return member.Value
		}
	}
	return nil
}
