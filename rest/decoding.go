package rest

import (
	"reflect"
	"sync"

	"github.com/go-json-experiment/json"
)

// Decoding options: withStrings for responses that may hold thousands of string arrays, withoutStrings for the rest.
// withStrings adds a lookup to every decoded value.
var (
	withStrings    = json.WithUnmarshalers(json.UnmarshalFromFunc(readStrings))
	withoutStrings = json.WithUnmarshalers(nil)
)

var decodingCache sync.Map // the options by type of response

// decodingOf returns the options for decoding response.
func decodingOf(response Response) json.Options {
	t := reflect.TypeOf(response)
	if known, ok := decodingCache.Load(t); ok {
		return known.(json.Options) //nolint:forcetypeassert // decodingCache holds nothing else
	}
	options := withoutStrings
	if hasNestedStringSlices(typeInContext{t, false}, map[typeInContext]bool{}) {
		options = withStrings
	}
	decodingCache.Store(t, options)
	return options
}

// typeInContext is a type that occurs in a response, and whether it occurs within an array.
type typeInContext struct {
	reflect.Type

	inArray bool
}

// hasNestedStringSlices reports whether the type has string slices within the elements of a slice. A single string
// slice, such as the accounts for which a batch failed, is not worth a lookup for every other value.
func hasNestedStringSlices(t typeInContext, seen map[typeInContext]bool) bool {
	if seen[t] { // types can be recursive
		return false
	}
	seen[t] = true
	if t.Kind() == reflect.Pointer {
		return hasNestedStringSlices(typeInContext{t.Elem(), t.inArray}, seen)
	}
	if t.Kind() == reflect.Slice {
		isStrings := t.Type == reflect.TypeFor[[]string]()
		return t.inArray && isStrings || hasNestedStringSlices(typeInContext{t.Elem(), true}, seen)
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	for field := range t.Fields() {
		if hasNestedStringSlices(typeInContext{field.Type, t.inArray}, seen) {
			return true
		}
	}
	return false
}
