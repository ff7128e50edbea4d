package api

import (
	"maps"

	"github.com/getkin/kin-openapi/openapi3"
)

// The service may spell the name of a packet's property in two ways. The document then has a property for each, of which the second says by
// x-alias-of which one it stands for, and demands by anyOf that one of them is there: that is how any other tool reads
// it. Here the second spelling is turned into the first before a packet is judged, which leaves one property to judge. A
// violation names the spelling that the packet has.

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

// respell returns the packet with the first spelling of each name, and the spellings that it has of those that it changed. If
// both are there, both stay.
func respell(schema *openapi3.Schema, packet any) (unified any, spellings map[string]string) {
	object, isObject := packet.(map[string]any)
	if !isObject {
		return packet, nil
	}
	respelled := maps.Clone(object)
	spellings = map[string]string{}
	for spelling, property := range schema.Properties {
		name, isAlias := aliasOf(property)
		member, isThere := object[spelling]
		if _, both := object[name]; isAlias && isThere && !both {
			delete(respelled, spelling)
			respelled[name] = member
			spellings["/"+name] = "/" + spelling
		}
	}
	return respelled, spellings
}

// spelt names the field as the packet does.
func (v Violation) spelt(spellings map[string]string) Violation {
	if spelling, isOther := spellings[v.pointer]; isOther {
		return violationAt(spelling, v.Reason)
	}
	return v
}
