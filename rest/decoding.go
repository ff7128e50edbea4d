package rest

import (
	"bytes"
	"errors"
	"reflect"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Unmarshalers for decoding: ofStrings for responses that may hold thousands of string arrays, ofObjects for responses
// in which null occurs. Each adds a lookup to every decoded value.
var (
	ofStrings = json.UnmarshalFromFunc(readStrings)
	ofObjects = json.UnmarshalFromFunc(rejectNull)
)

// decodingKey identifies the options for decoding a response.
type decodingKey struct {
	response reflect.Type
	hasNull  bool
}

var decodingCache sync.Map // the options by decodingKey

// decodingOf returns the options for decoding body into response.
func decodingOf(response Response, body []byte) json.Options {
	key := decodingKey{reflect.TypeOf(response), bytes.Contains(body, []byte("null"))}
	if known, ok := decodingCache.Load(key); ok {
		return known.(json.Options) //nolint:forcetypeassert // decodingCache holds nothing else
	}
	var unmarshalers *json.Unmarshalers
	if hasNestedStringSlices(typeInContext{key.response, false}, map[typeInContext]bool{}) {
		unmarshalers = ofStrings
	}
	if key.hasNull {
		unmarshalers = json.JoinUnmarshalers(ofObjects, unmarshalers)
	}
	options := json.WithUnmarshalers(unmarshalers)
	decodingCache.Store(key, options)
	return options
}

// rejectNull returns an error for null as an element of an array of objects or strings, which would otherwise read as
// an object without properties or an empty string. Types that decode themselves handle null by themselves.
func rejectNull(decoder *jsontext.Decoder, value any) error {
	if decoder.PeekKind() != jsontext.KindNull {
		return errors.ErrUnsupported
	}
	parent, _ := decoder.StackIndex(decoder.StackDepth())
	_, decodesItself := value.(json.UnmarshalerFrom)
	kind := reflect.TypeOf(value).Elem().Kind()
	if parent != jsontext.KindBeginArray || decodesItself || kind != reflect.Struct && kind != reflect.String {
		return errors.ErrUnsupported
	}
	if err := decoder.SkipValue(); err != nil {
		return err
	}
	if kind == reflect.String {
		return errNullString
	}
	return errNullObject
}

var (
	errNullObject = errors.New("want an object, got null")
	errNullString = errors.New("want a string, got null")
)

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
