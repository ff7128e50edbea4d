package schemas_test

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/schemas"
)

func TestFieldName(t *testing.T) {
	property := func(extensions map[string]any) *openapi3.SchemaRef {
		return openapi3.NewSchemaRef("", &openapi3.Schema{Extensions: extensions})
	}
	schema := &openapi3.Schema{Properties: openapi3.Schemas{
		"To_Account":   property(nil),
		"profile_seq":  property(nil),
		"ToAccount":    property(map[string]any{"x-go-name": "ToAccountToo"}),
		"CurrentSeqq":  property(nil),
		"CurrentSeq":   property(map[string]any{"x-alias-of": "CurrentSeqq"}),
		"CurrentTime":  property(map[string]any{"x-alias-of": "CurrentTimes", "x-go-name": "Now"}),
		"CurrentTimes": property(nil),
	}}
	for name, want := range map[string]string{
		"To_Account": "ToAccount", "profile_seq": "ProfileSeq", "ToAccount": "ToAccountToo", "CurrentSeqq": "CurrentSeq",
		"CurrentTimes": "Now", "": "",
	} {
		assert.Equal(t, want, schemas.FieldName(schema, name), name)
	}
}
