package api_test

import (
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// names records Go names and what they come from, to find clashes that the Go compiler would report in emitted code.
type names map[string]string

// add returns an error if the name is taken or cannot be exported.
func (n names) add(name, origin string) error {
	if other, isTaken := n[name]; isTaken {
		return fmt.Errorf("%s has the Go name %s of %s: give one of them another name", origin, name, other)
	}
	n[name] = origin
	if !token.IsIdentifier(name) || !token.IsExported(name) {
		return fmt.Errorf("%s has the Go name %q, which cannot be exported: give it an x-go-name", origin, name)
	}
	return nil
}

// derivedNames returns the names of what an operation has besides its method, by what they come from.
func derivedNames(t *testing.T, operation *openapi3.Operation) map[string]string {
	t.Helper()
	id := operation.OperationID
	derived := map[string]string{}
	var batch batch
	if readExtension(t, operation, "x-batch", &batch) && !batch.Indivisible {
		derived["x-batch of "+id] = id + "All"
		if batch.Method != "" {
			derived["x-batch.method of "+id] = batch.Method
			delete(derived, "x-batch of "+id)
		}
	}
	if _, hasPages := operation.Extensions["x-paging"]; hasPages {
		derived["the items of x-paging of "+id] = id + "All"
		derived["the pages of x-paging of "+id] = id + "Pages"
	}
	return derived
}

// operationClashes checks the methods of the emitted client, and the functions beside them.
func operationClashes(t *testing.T, spec *openapi3.T) (clashes []string) {
	t.Helper()
	methods := names{"CloseIdleConnections": "a method of every client"}
	functions := names{
		"API": "the emitted interface", "Client": "the emitted client", "NewClient": "an emitted function",
		"LookupCode": "an emitted function", "Servers": "an emitted function",
	}
	note := func(err error) {
		if err != nil {
			clashes = append(clashes, err.Error())
		}
	}
	for name, component := range spec.Components.Schemas {
		note(functions.add(name, "schema "+name))
		constants, _ := component.Value.Extensions["x-enum-varnames"].([]any)
		for _, constant := range constants {
			note(functions.add(fmt.Sprint(constant), "a value of "+name))
		}
	}
	for _, server := range spec.Servers {
		note(functions.add(fmt.Sprint(server.Extensions["x-go-name"]), "server "+server.URL))
	}
	for _, entry := range readCatalogue(t) {
		note(functions.add(entry.Name, fmt.Sprint("code ", entry.Code)))
	}
	for _, item := range spec.Paths.Map() {
		note(methods.add(item.Post.OperationID, "operation "+item.Post.OperationID))
	}
	for _, item := range spec.Paths.Map() {
		for origin, name := range derivedNames(t, item.Post) {
			note(methods.add(name, origin))
			note(functions.add(name, origin))
		}
	}
	return clashes
}

// fieldClashes checks the fields of emitted types against each other and against the types' methods.
func fieldClashes(spec *openapi3.T) (clashes []string) {
	for name, component := range spec.Components.Schemas {
		properties := component.Value.Properties
		fields := names{}
		for _, method := range methodsOf(component.Value) {
			fields[method] = "an emitted method"
		}
		spellings := spellingsOf(component.Value)
		for property, schema := range properties {
			if slices.Contains(spellings, property) && schema.Value.Extensions["x-alias-of"] == nil {
				continue // the field has the name of the alias
			}
			if err := fields.add(goName(property, schema.Value), name+"."+property); err != nil {
				clashes = append(clashes, err.Error())
			}
		}
	}
	return clashes
}

func methodsOf(schema *openapi3.Schema) []string {
	methods := []string{"UnmarshalJSON", "UnmarshalJSONFrom"}
	if schema.Properties["ErrorCode"] != nil {
		methods = append(methods, "Envelope")
	}
	for _, property := range schema.Properties {
		if items := property.Value.Items; items != nil && items.Value.Properties["ResultCode"] != nil {
			methods = append(methods, "Failures", "Err", "Pending")
		}
	}
	return methods
}

// goName returns the generator's name for a property.
func goName(property string, schema *openapi3.Schema) string {
	if name, ok := schema.Extensions["x-go-name"].(string); ok {
		property = name
	}
	words := strings.FieldsFunc(property, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range words {
		letters := []rune(word)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return strings.Join(words, "")
}

func TestNames_doNotClash(t *testing.T) {
	spec := loadSpec(t)
	assert.Empty(t, operationClashes(t, spec))
	assert.Empty(t, fieldClashes(spec))
}

// TestNames_reportClashes changes the document so that names clash.
func TestNames_reportClashes(t *testing.T) {
	property := openapi3.NewSchemaRef("", openapi3.NewStringSchema())
	addProperty := func(schema, name string) func(*openapi3.T) {
		return func(spec *openapi3.T) { spec.Components.Schemas[schema].Value.Properties[name] = property }
	}
	batchMethod := func(method string) func(*openapi3.T) {
		return func(spec *openapi3.T) {
			batch := spec.Paths.Value("/v4/sns/friend_delete").Post.Extensions["x-batch"]
			batch.(map[string]any)["method"] = method //nolint:forcetypeassert // an object
		}
	}
	tests := map[string]struct {
		damage func(*openapi3.T)
		want   string
	}{
		"a batch and an operation": {
			batchMethod(""),
			`x-batch of FriendDelete has the Go name FriendDeleteAll of operation FriendDeleteAll`,
		},
		"a batch and pages": {
			batchMethod("FriendGetPages"),
			`has the Go name FriendGetPages of`,
		},
		"a batch and a schema": {
			batchMethod("ResultItem"),
			`x-batch.method of FriendDelete has the Go name ResultItem of schema ResultItem`,
		},
		"a batch and a server": {
			batchMethod("Singapore"),
			`has the Go name Singapore of server https://`,
		},
		"a batch and a constant": {
			batchMethod("AddTypeBoth"),
			`has the Go name AddTypeBoth of a value of AddType`,
		},
		"a batch and a code": {
			batchMethod("CodeNotFriends"),
			`has the Go name CodeNotFriends of code 31704`,
		},
		"a batch and a method": {
			batchMethod("CloseIdleConnections"),
			`CloseIdleConnections of a method of every client`,
		},
		"a name that is private": {
			batchMethod("deleteMany"),
			`"deleteMany", which cannot be exported`,
		},
		"two spellings": {
			addProperty("FriendDeleteRequest", "ToAccount"),
			`has the Go name ToAccount of FriendDeleteRequest.To`,
		},
		"a field and Failures": {
			addProperty("FriendDeleteResponse", "Failures"),
			`FriendDeleteResponse.Failures has the Go name Failures of an emitted method`,
		},
		"a field and Envelope": {
			addProperty("GroupGetResponse", "Envelope"),
			`GroupGetResponse.Envelope has the Go name Envelope of an emitted method`,
		},
		"a property without letters": {
			addProperty("GroupGetRequest", "备注"),
			`GroupGetRequest.备注 has the Go name "备注", which cannot be exported`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			spec := loadSpec(t)
			test.damage(spec)
			clashes := append(operationClashes(t, spec), fieldClashes(spec)...)
			require.NotEmpty(t, clashes)
			matches := slices.ContainsFunc(clashes, regexp.MustCompile(regexp.QuoteMeta(test.want)).MatchString)
			assert.True(t, matches, "%q", clashes)
		})
	}
}
