package api_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// TestDocument_describesTheService compares what the document says at run time with what was generated from it.
func TestDocument_describesTheService(t *testing.T) {
	document := loadStrict(t)
	assert.Equal(t, gen.Servers(), document.Servers())
	documented := 0
	for code := rest.Code(-1); code < 100_000; code++ {
		want, isKnown := gen.LookupCode(code)
		got, isFound := document.LookupCode(code)
		assert.Equal(t, isKnown, isFound, "code %d", code)
		assert.Equal(t, want, got, "code %d", code)
		if isFound {
			documented++
		}
	}
	assert.Greater(t, documented, 50)
}

func TestDocument_namesSamples(t *testing.T) {
	document, err := api.Parse([]byte(small))
	require.NoError(t, err)
	assert.Equal(t, "ann", document.SampleAccount())
	for command, want := range map[string]int{"account_check": 40001, "account_delete": 70402} {
		operation, ok := document.Operation(command)
		require.True(t, ok)
		assert.Equal(t, want, operation.InvalidRequest(), command)
	}
	assert.Equal(t, []rest.Server{{Name: "Here", URL: "https://example.com"}}, document.Servers())
	_, ok := document.LookupCode(0)
	assert.False(t, ok, "there is no catalogue")
	strict := loadStrict(t)
	again, err := strict.Strict()
	require.NoError(t, err)
	assert.Same(t, strict, again)
	_, err = document.Strict()
	assert.EqualError(t, err, "api: want the schema ErrorCode, which holds the catalogue of codes")
}

func TestDocument_Fixtures(t *testing.T) {
	fixtures := fstest.MapFS{"account_check/requests/basic.json": {Data: []byte(`{"CheckItem":[]}`)}}
	document, err := api.Open([]byte(small), fixtures)
	require.NoError(t, err)
	found, err := document.Fixtures("account_check", api.Requests)
	require.NoError(t, err)
	assert.Equal(t, []api.Fixture{{Name: "basic", Body: []byte(`{"CheckItem":[]}`)}}, found)
	for _, command := range []string{"account_check", "account_delete"} {
		found, err := document.Fixtures(command, api.Responses)
		require.NoError(t, err)
		assert.Empty(t, found, command)
	}
}

func TestDocument_Fixtures_fromExamples(t *testing.T) {
	document, err := api.Parse([]byte(small))
	require.NoError(t, err)
	found, err := document.Fixtures("account_check", api.Requests)
	require.NoError(t, err)
	assert.Equal(t, []api.Fixture{{Name: "basic", Body: []byte(`{"CheckItem":[{"UserID":"ann"}],"Now":4294967295}`)}}, found)
	found, err = document.Fixtures("account_check", api.Responses)
	require.NoError(t, err)
	assert.Empty(t, found)
	found, err = document.Fixtures("account_query", api.Responses)
	require.NoError(t, err)
	assert.Empty(t, found)
}

func TestOpen_refusesWrongExtensions(t *testing.T) {
	for name, test := range map[string]struct{ old, new, want string }{
		"an account that is a number": {"account: ann", "account: 7", "api: x-sandbox: "},
		"a code that is a text":       {"x-invalid-request: 70402", "x-invalid-request: none", "api: path /v4/a/account_delete: x-invalid-request: "},
		"a server whose name is none": {"x-go-name: Here", "x-go-name: [Here]", "api: server https://example.com: x-go-name: "},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := api.Parse([]byte(strings.Replace(small, test.old, test.new, 1)))
			assert.ErrorContains(t, err, test.want)
		})
	}
}

// small is a document of two commands without a catalogue.
const small = `openapi: 3.0.3
info: {title: Accounts, version: 1.0.0}
servers: [{url: "https://example.com", x-go-name: Here}]
x-sandbox: {account: ann, invalid-request: 40001}
security: [{}]
paths:
  /v4/a/account_check:
    post: &post
      operationId: AccountCheck
      x-rate-limit: 100
      x-idempotent: true
      x-error-codes: []
      requestBody:
        content:
          application/json:
            schema: {type: object}
            examples:
              basic: {value: {Now: 4294967295, CheckItem: [{UserID: ann}]}}
      responses:
        "200":
          description: The outcome.
          content:
            application/json:
              schema:
                oneOf: [{$ref: "#/components/schemas/Success"}, {$ref: "#/components/schemas/Failure"}]
                discriminator:
                  propertyName: ActionStatus
                  mapping: {OK: "#/components/schemas/Success", FAIL: "#/components/schemas/Failure"}
  /v4/a/account_delete:
    post: {<<: *post, operationId: AccountDelete, x-invalid-request: 70402}
components:
  schemas:
    Success: {type: object, properties: {ActionStatus: {type: string, enum: [OK]}}}
    Failure: {type: object, properties: {ActionStatus: {type: string, enum: [FAIL]}}}
`

func TestDocument_Tags(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	var names []string
	for _, tag := range document.Tags() {
		names = append(names, tag.Name)
		assert.NotEmpty(t, tag.Description)
	}
	assert.Equal(t, []string{"friends", "blocklists", "lists"}, names[:3])
	operation, ok := document.Operation("group_get")
	require.True(t, ok)
	assert.Equal(t, "lists", operation.Tag)
}
