package gen_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// structs returns the emitted struct types by name: the requests and responses of [gen.API], and what they hold.
func structs() map[string]reflect.Type {
	found := map[string]reflect.Type{}
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		switch {
		case t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer:
			visit(t.Elem())
		case t.Kind() == reflect.Struct && t != reflect.TypeFor[rest.Value]() && found[t.Name()] == nil:
			found[t.Name()] = t
			for field := range t.Fields() {
				visit(field.Type)
			}
		}
	}
	for method := range reflect.TypeFor[gen.API]().Methods() {
		visit(method.Type.In(1))
		visit(method.Type.Out(0))
	}
	visit(reflect.TypeFor[gen.ErrorResponse]())
	return found
}

// sample returns a value of the type as JSON has it, with something in each field.
func sample(t reflect.Type) any {
	switch {
	case t == reflect.TypeFor[rest.Value]():
		return "value"
	case t == reflect.TypeFor[rest.Code]():
		return 0
	}
	switch t.Kind() { //nolint:exhaustive // the emitted types hold no others
	case reflect.String:
		return "text"
	case reflect.Slice:
		return []any{sample(t.Elem()), sample(t.Elem())}
	case reflect.Struct:
		object := map[string]any{}
		for field := range t.Fields() {
			if name := jsonName(field); name != "" {
				object[name] = sample(field.Type)
			}
		}
		return object
	}
	return 7
}

// jsonName returns the name of a field in JSON, or "" if it has none.
func jsonName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

func encode(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	return string(text)
}

// variants returns JSON texts by description: the sample of a type, and samples in which something is missing or null.
func variants(t *testing.T, emitted reflect.Type) map[string]string {
	t.Helper()
	complete, isObject := sample(emitted).(map[string]any)
	require.True(t, isObject)
	texts := map[string]string{
		"complete": encode(t, complete), "an empty object": `{}`, "an array": `[]`, "a string": `"text"`,
		"another property": `{"errorcode":1,"Other":1}`,
	}
	for _, code := range []string{"ErrorCode", "ResultCode"} {
		if complete[code] != nil {
			texts["a code twice"] = fmt.Sprintf(`{%q:1,%q:0}`, code, code)
			texts["another code in lower case"] = fmt.Sprintf(`{%q:1,%q:0}`, code, strings.ToLower(code))
		}
	}
	for name, value := range complete {
		without := maps.Clone(complete)
		delete(without, name)
		texts["without "+name] = encode(t, without)
		for replacement, other := range map[string]any{
			"null": nil, "an object": map[string]any{}, "an array with null": []any{nil}, "-1": -1,
		} {
			with := maps.Clone(complete)
			with[name] = other
			texts[fmt.Sprintf("%s is %s", name, replacement)] = encode(t, with)
		}
		if elements, isArray := value.([]any); isArray {
			with := maps.Clone(complete)
			with[name] = append(slices.Clone(elements), nil)
			texts[name+" ends with null"] = encode(t, with)
		}
	}
	return texts
}

// TestTypes_decodeTheSameWithEncodingJSON compares encoding/json with the JSON package that the client uses.
func TestTypes_decodeTheSameWithEncodingJSON(t *testing.T) {
	types := structs()
	require.Greater(t, len(types), 30)
	for name, emitted := range types {
		t.Run(name, func(t *testing.T) {
			for variant, text := range variants(t, emitted) {
				got, want := reflect.New(emitted), reflect.New(emitted)
				err := json.Unmarshal([]byte(text), got.Interface())
				wantErr := jsonv2.Unmarshal([]byte(text), want.Interface())
				assert.Equal(t, wantErr == nil, err == nil, "%s: %s: %v, %v", variant, text, err, wantErr)
				if wantErr == nil {
					assert.Equal(t, want.Interface(), got.Interface(), variant)
				}
			}
		})
	}
}

// TestTypes_rejectMissingCodes covers each type with a code, whose zero value would mean success.
func TestTypes_rejectMissingCodes(t *testing.T) {
	checked := 0
	for name, emitted := range structs() {
		for _, code := range []string{"ErrorCode", "ResultCode"} {
			if _, hasCode := emitted.FieldByName(code); !hasCode {
				continue
			}
			checked++
			texts := variants(t, emitted)
			for _, variant := range []string{"without " + code, code + " is null", "an empty object"} {
				require.Contains(t, texts, variant)
				text, value := []byte(texts[variant]), reflect.New(emitted).Interface()
				assert.Error(t, json.Unmarshal(text, value), "%s %s", name, variant)
				assert.Error(t, jsonv2.Unmarshal(text, value), "%s %s", name, variant)
			}
		}
	}
	assert.Greater(t, checked, 15)
}

// TestTypes_rejectNullResults covers each array of results. The client rejects null in other arrays of objects, too.
func TestTypes_rejectNullResults(t *testing.T) {
	checked := 0
	for _, emitted := range structs() {
		for field := range emitted.Fields() {
			if field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.Struct {
				continue
			}
			if _, isResult := field.Type.Elem().FieldByName("ResultCode"); !isResult {
				continue
			}
			checked++
			text, value := variants(t, emitted)[jsonName(field)+" ends with null"], reflect.New(emitted).Interface()
			require.NotEmpty(t, text)
			const want = "want an object, got null"
			assert.ErrorContains(t, json.Unmarshal([]byte(text), value), want, text)
			assert.ErrorContains(t, jsonv2.Unmarshal([]byte(text), value), want, text)
		}
	}
	assert.Greater(t, checked, 8)
}
