package contract

import (
	"encoding/json"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"pgregory.net/rapid"
)

// random makes values that a schema allows, most of them at a bound.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random {
	return random{rand.New(rand.NewPCG(seed, 0))}
}

// pick returns one of the options.
func pick[T any](r random, options ...T) T { return options[r.IntN(len(options))] }

func (r random) value(schema *openapi3.Schema) any {
	switch {
	case schema.Not != nil:
		return r.except(schema)
	case schema.Enum != nil:
		return pick(r, schema.Enum...)
	case schema.AllOf != nil && schema.Pattern != "":
		return r.matching(schema.Pattern)
	case schema.AllOf != nil:
		return r.value(schema.AllOf[0].Value)
	case schema.OneOf != nil:
		return r.value(pick(r, schema.OneOf...).Value)
	case schema.Pattern != "":
		return r.matching(schema.Pattern)
	}
	return r.typed(schema)
}

// typed returns a value of the schema's type.
func (r random) typed(schema *openapi3.Schema) any {
	switch {
	case schema.Type.Is(openapi3.TypeObject):
		return r.object(schema)
	case schema.Type.Is(openapi3.TypeArray):
		return r.array(schema)
	case schema.Type.Is(openapi3.TypeInteger):
		return r.integer(schema)
	case schema.Type.Is(openapi3.TypeNumber):
		return r.number(schema)
	case schema.Type.Is(openapi3.TypeBoolean):
		return r.IntN(2) == 0
	}
	return r.string(schema)
}

// except returns a value that not does not exclude.
func (r random) except(schema *openapi3.Schema) any {
	without := *schema
	without.Not = nil
	for {
		value := r.value(&without)
		if schema.Not.Value.VisitJSON(value) != nil {
			return value
		}
	}
}

func (r random) object(schema *openapi3.Schema) map[string]any {
	object := map[string]any{}
	names := slices.Sorted(maps.Keys(schema.Properties)) // in a fixed order, so that a seed gives the same values
	for _, name := range names {
		if r.IntN(2) == 0 {
			object[name] = r.value(schema.Properties[name].Value)
		}
	}
	required := schema.Required
	if spellings := spellingsOf(schema); spellings != nil {
		required = append(slices.Clip(required), pick(r, spellings...))
	}
	for _, name := range required {
		if _, isThere := object[name]; !isThere {
			object[name] = r.value(schema.Properties[name].Value)
		}
	}
	for _, i := range r.Perm(len(names)) {
		r.resize(object, schema, names[i])
	}
	return object
}

// resize adds or removes an optional property if the object has fewer or more than minProperties and maxProperties
// allow.
func (r random) resize(object map[string]any, schema *openapi3.Schema, name string) {
	_, isThere := object[name]
	switch size := uint64(len(object)); {
	case !isThere && size < schema.MinProps:
		object[name] = r.value(schema.Properties[name].Value)
	case isThere && schema.MaxProps != nil && size > *schema.MaxProps && !slices.Contains(schema.Required, name):
		delete(object, name)
	}
}

// longestArray keeps bodies small, since long arrays contain nothing new.
const longestArray = 4

func (r random) array(schema *openapi3.Schema) []any {
	most := uint64(longestArray)
	if schema.MaxItems != nil {
		most = min(most, *schema.MaxItems)
	}
	array := make([]any, schema.MinItems+r.Uint64N(most-schema.MinItems+1))
	for i := range array {
		array[i] = r.value(schema.Items.Value)
	}
	return array
}

// integer returns a number with all its digits.
func (r random) integer(schema *openapi3.Schema) json.Number {
	if schema.Format == "uint64" && schema.Max == nil {
		return json.Number(strconv.FormatUint(pick(r, 0, 1, math.MaxUint64, r.Uint64()>>r.IntN(63)), 10))
	}
	least, most := int64(math.MinInt64), int64(math.MaxInt64)
	if schema.Min != nil {
		least = int64(*schema.Min)
	}
	if schema.Max != nil {
		most = int64(*schema.Max)
	}
	if schema.Format == "" && r.IntN(8) == 0 { // an integer beyond 64 bits
		return json.Number(strings.TrimLeft(strconv.FormatUint(r.Uint64()|1<<63, 10), "0") + pick(r, "", "0", "123456789"))
	}
	number := pick(r, least, most, 0, 1, 1<<31, 1<<53+1, r.Int64()>>r.IntN(63), -r.Int64()>>r.IntN(63))
	return json.Number(strconv.FormatInt(max(least, min(number, most)), 10))
}

// number returns a decimal number as Go writes it.
func (r random) number(schema *openapi3.Schema) json.Number {
	number := pick(r, 0, 0.1, -1.5, math.MaxFloat64, math.SmallestNonzeroFloat64, r.NormFloat64())
	if schema.Min != nil {
		number = max(number, *schema.Min)
	}
	if schema.Max != nil {
		number = min(number, *schema.Max)
	}
	return json.Number(strconv.FormatFloat(number, 'g', -1, 64))
}

// letters are characters that encoders and decoders treat differently.
var letters = []rune("aB3 _\"\\/<>&'\x00\n\u007f\u0085é同\u2028\u200d\ufffd\U0001F600")

func (r random) string(schema *openapi3.Schema) string {
	most := schema.MinLength + 12
	if schema.MaxLength != nil {
		most = pick(r, *schema.MaxLength, min(most, *schema.MaxLength))
	}
	text := make([]rune, pick(r, schema.MinLength, most, schema.MinLength+r.Uint64N(most-schema.MinLength+1)))
	for i := range text {
		text[i] = pick(r, letters...)
	}
	return string(text)
}

var examples sync.Map // by pattern, since they are slow to make

func (r random) matching(pattern string) string {
	made, isMade := examples.Load(pattern)
	if !isMade {
		texts := make([]string, 100)
		for i := range texts {
			texts[i] = rapid.StringMatching(pattern).Example(i)
		}
		made, _ = examples.LoadOrStore(pattern, texts)
	}
	return pick(r, made.([]string)...) //nolint:forcetypeassert // as stored
}

// spellingsOf returns the names of properties with an alias (x-alias-of) and the aliases, which are one field in Go.
func spellingsOf(schema *openapi3.Schema) []string {
	var names []string
	for _, alias := range slices.Sorted(maps.Keys(schema.Properties)) {
		if name, ok := schema.Properties[alias].Value.Extensions["x-alias-of"].(string); ok {
			names = append(names, name, alias)
		}
	}
	return names
}
