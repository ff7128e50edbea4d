package api

import "github.com/getkin/kin-openapi/openapi3"

// The service may spell the name of a packet's property in two ways. The document then has a property for each, of which the second says by
// x-alias-of which one it stands for, and demands by anyOf that one of them is there: that is how any other tool reads
// it. Here the second spelling is turned into the first before a packet is judged, which leaves one property to judge,
// and a violation that names it.

// unifySpellings demands the first spelling in place of either.
func unifySpellings(schema *openapi3.Schema) {
	for _, property := range schema.Properties {
		if name, ok := aliasOf(property); ok {
			schema.AnyOf = nil
			schema.Required = append(schema.Required, name)
		}
	}
}

func aliasOf(property *openapi3.SchemaRef) (name string, ok bool) {
	name, ok = property.Value.Extensions["x-alias-of"].(string)
	return name, ok
}

// respell changes the names in a packet. If both are there, both stay.
func respell(schema *openapi3.Schema, packet any) {
	object, _ := packet.(map[string]any)
	for spelling, property := range schema.Properties {
		name, isAlias := aliasOf(property)
		member, isThere := object[spelling]
		if _, both := object[name]; isAlias && isThere && !both {
			delete(object, spelling)
			object[name] = member
		}
	}
}
