package api

import (
	"maps"

	"github.com/getkin/kin-openapi/openapi3"
)

// Some properties have two spellings, one of which is required. The document declares both as optional properties, and
// x-alias-of names the canonical spelling. Before this package validates a body, it renames the alias to the canonical
// spelling; afterwards, violations name the spelling that the body uses.

// requireCanonicalNames requires the canonical name of each property that has an alias.
func requireCanonicalNames(schema *openapi3.Schema) {
	for _, property := range schema.Properties {
		if name, ok := aliasOf(property); ok {
			schema.Required = append(schema.Required, name)
		}
	}
}

func aliasOf(property *openapi3.SchemaRef) (name string, ok bool) {
	name, ok = property.Value.Extensions["x-alias-of"].(string)
	return name, ok
}

// resolveAliases returns the value with canonical names, and a map from the JSON Pointer of each renamed property to
// its pointer in the value. A value that has both spellings keeps both.
func resolveAliases(schema *openapi3.Schema, value any) (resolved any, aliases map[string]string) {
	object, isObject := value.(map[string]any)
	if !isObject {
		return value, nil
	}
	renamed := object
	for alias, property := range schema.Properties {
		name, isAlias := aliasOf(property)
		member, isPresent := object[alias]
		if _, both := object[name]; !isAlias || !isPresent || both {
			continue
		}
		if aliases == nil {
			aliases, renamed = map[string]string{}, maps.Clone(object)
		}
		delete(renamed, alias)
		renamed[name] = member
		aliases["/"+name] = "/" + alias
	}
	return renamed, aliases
}

// withAlias names the spelling that the body uses.
func (v Violation) withAlias(aliases map[string]string) Violation {
	if alias, ok := aliases[v.Pointer]; ok {
		v.Pointer = alias
	}
	return v
}
