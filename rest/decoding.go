package rest

import (
	"reflect"
	"sync"

	"github.com/go-json-experiment/json"
)

// The options by which replies are decoded: those of which there may be thousands of arrays of strings, and the others.
// Each value costs a look-up with the former.
var (
	withStrings    = json.WithUnmarshalers(json.UnmarshalFromFunc(readStrings))
	withoutStrings = json.WithUnmarshalers(nil)
)

var decodings sync.Map // of types of replies, each with its options

// decodingOf returns the options by which a reply is decoded.
func decodingOf(reply Response) json.Options {
	t := reflect.TypeOf(reply)
	if known, ok := decodings.Load(t); ok {
		return known.(json.Options) //nolint:forcetypeassert // decodings has nothing else
	}
	options := withoutStrings
	if hasStrings(place{t, false}, map[place]bool{}) {
		options = withStrings
	}
	decodings.Store(t, options)
	return options
}

// place is where in a reply values of a type stand.
type place struct {
	reflect.Type

	isElement bool // of an array, or in one
}

// hasStrings tells whether elements of the type's arrays have arrays of strings. One for the whole reply, such as that of
// the accounts for which a batch failed, is not worth a look-up of all else.
func hasStrings(p place, seen map[place]bool) bool {
	if seen[p] { // types can have themselves as parts
		return false
	}
	seen[p] = true
	if p.Kind() == reflect.Pointer {
		return hasStrings(place{p.Elem(), p.isElement}, seen)
	}
	if p.Kind() == reflect.Slice {
		return p.isElement && p.Type == reflect.TypeFor[[]string]() || hasStrings(place{p.Elem(), true}, seen)
	}
	if p.Kind() != reflect.Struct {
		return false
	}
	for field := range p.Fields() {
		if hasStrings(place{field.Type, p.isElement}, seen) {
			return true
		}
	}
	return false
}
