package contract

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
)

// pair is an object with name and one of two other properties.
var pair = openapi3.NewObjectSchema().
	WithProperty("name", openapi3.NewStringSchema()).
	WithProperty("list", openapi3.NewArraySchema().WithItems(openapi3.NewStringSchema())).
	WithProperty("text", openapi3.NewStringSchema()).
	WithRequired([]string{"name"}).
	WithMinProperties(2).
	WithMaxProperties(2)

func TestRandom_keepsNumberOfProperties(t *testing.T) {
	r, found := newRandom(1), map[string]int{}
	for range 100 {
		value := r.object(pair)
		assert.Len(t, value, 2)
		for name := range value {
			found[name]++
		}
	}
	assert.Equal(t, 100, found["name"], "it is required")
	assert.Positive(t, found["list"])
	assert.Positive(t, found["text"])
}

func TestRandom_repeatsWithSeed(t *testing.T) {
	first, second := newRandom(7), newRandom(7)
	for range 20 {
		assert.Equal(t, first.object(pair), second.object(pair))
	}
}
