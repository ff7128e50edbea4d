package contract

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	jsonv2 "github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// typeOf returns the emitted type of requests, or of responses that are a success.
func (c *contract) typeOf(operation *api.Operation, direction api.Direction) reflect.Type {
	method, _ := c.client.MethodByName(operation.ID) // testOperations has checked that it exists
	if direction == api.Requests {
		return method.Type.In(2)
	}
	return method.Type.Out(0).Elem()
}

// schemaOf returns the schema of requests, or of responses that are a success.
func (c *contract) schemaOf(operation *api.Operation, direction api.Direction) *openapi3.Schema {
	post := c.spec.Paths.Value(operation.Path).Post
	if direction == api.Requests {
		return post.RequestBody.Value.Content["application/json"].Schema.Value
	}
	return post.Responses.Value("200").Value.Content["application/json"].Schema.Value.OneOf[0].Value
}

// testRoundTrip decodes packets and random values into the emitted types and encodes them again.
func (c *contract) testRoundTrip(t *testing.T) {
	c.each(t, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		schema := c.schemaOf(operation, direction)
		emitted := c.typeOf(operation, direction)
		for _, fixture := range c.fixtures(t, operation, direction) {
			if direction == api.Requests || codeOf(t, fixture.Body) == 0 {
				require.NoError(t, roundTrip(t, schema, emitted, fixture.Body), fixture.Name)
			}
		}
		random := newRandom(*seed)
		for range *values {
			value := random.value(schema)
			body, err := json.Marshal(value)
			require.NoError(t, err)
			require.NoError(t, validate(operation, direction, body), "the schema does not allow the random value %s", body)
			if bytes.Contains(body, []byte(`:-9223372036854775808`)) {
				continue // the emitted types reserve this number for a missing code
			}
			if direction == api.Responses && isEmpty(schema, value) {
				continue // the emitted types take it for a response without contents
			}
			require.NoError(t, roundTrip(t, schema, emitted, body), "seed %d: %s", *seed, body)
		}
	})
}

// validate validates a body of one direction.
func validate(operation *api.Operation, direction api.Direction, body []byte) error {
	if direction == api.Requests {
		return operation.ValidateRequest(body)
	}
	return operation.ValidateResponse(body)
}

// roundTrip fails the test if the emitted type loses or adds something. It returns an error if the type does not decode
// or encode the body.
func roundTrip(t *testing.T, schema *openapi3.Schema, emitted reflect.Type, body []byte) error {
	t.Helper()
	decoded := reflect.New(emitted).Interface()
	if err := jsonv2.Unmarshal(body, decoded); err != nil {
		return err
	}
	encoded, err := jsonv2.Marshal(decoded)
	if err != nil {
		return err
	}
	assertKept(t, schema, body, encoded, "the emitted type "+emitted.String()+" changes a value")
	return nil
}

// assertKept compares a body with what an emitted type made of it, except for what the type may change: it writes the
// names that aliases stand for, and may leave out or add an optional property that has its default.
func assertKept(t *testing.T, schema *openapi3.Schema, body, encoded []byte, message string) {
	t.Helper()
	want, got := decode(t, body), decode(t, encoded)
	visitObjects(schema, want, replaceAliases)
	visitObjects(schema, want, removeDefaults)
	visitObjects(schema, got, removeDefaults)
	require.Equal(t, want, got, message)
}

// visitObjects calls visit for each object in value, with its schema.
func visitObjects(schema *openapi3.Schema, value any, visit func(*openapi3.Schema, map[string]any)) {
	for _, part := range slices.Concat(schema.AllOf, schema.OneOf) {
		if part.Value.VisitJSON(value) == nil {
			visitObjects(part.Value, value, visit)
		}
	}
	switch value := value.(type) {
	case []any:
		for _, element := range value {
			if schema.Items != nil {
				visitObjects(schema.Items.Value, element, visit)
			}
		}
	case map[string]any:
		visit(schema, value)
		for name, member := range value {
			if property := schema.Properties[name]; property != nil {
				visitObjects(property.Value, member, visit)
			}
		}
	}
}

// replaceAliases replaces the names of properties with x-alias-of.
func replaceAliases(schema *openapi3.Schema, object map[string]any) {
	for name, property := range schema.Properties {
		target, isAlias := property.Value.Extensions["x-alias-of"].(string)
		member, isThere := object[name]
		if !isAlias || !isThere {
			continue
		}
		delete(object, name)
		if _, both := object[target]; !both {
			object[target] = member
		}
	}
}

// removeDefaults removes optional properties that have their default.
func removeDefaults(schema *openapi3.Schema, object map[string]any) {
	for name, property := range schema.Properties {
		if property.Value.Default == nil || slices.Contains(schema.Required, name) {
			continue
		}
		standard, err := json.Marshal(property.Value.Default)
		member, errMember := json.Marshal(object[name])
		if err == nil && errMember == nil && bytes.Equal(member, standard) {
			delete(object, name)
		}
	}
}

// isEmpty reports whether a success has neither arrays nor a required number other than 0.
func isEmpty(schema *openapi3.Schema, value any) bool {
	response, _ := value.(map[string]any)
	for name, member := range response {
		_, isArray := member.([]any)
		number, isNumber := member.(json.Number)
		if isArray || isNumber && number != "0" && slices.Contains(schema.Required, name) {
			return false
		}
	}
	return true
}

// decode decodes JSON and keeps all digits of numbers.
func decode(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	require.NoError(t, decoder.Decode(&value), "%s", text)
	return value
}
