package api_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// echoes returns the operation of a document that has a union, optional objects and numbers of all kinds, as it is and
// in strict mode.
func echoes(t *testing.T) (open, inStrictMode *api.Operation) {
	t.Helper()
	text, err := os.ReadFile("../internal/emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	strict, err := document.Strict()
	require.NoError(t, err)
	open, _ = document.Operation("echo")
	inStrictMode, _ = strict.Operation("echo")
	return open, inStrictMode
}

const (
	isMissing   = `property "MsgType" is missing`
	isUnlisted  = `value is not one of the allowed values ["TIMLocationElem" "TIMPingElem" "TIMTextElem"]`
	beyondRange = "integer must be from 0 to 18446744073709551615"
)

// TestUnion_violations validates elements in a list, in strict mode and otherwise.
func TestUnion_violations(t *testing.T) {
	open, strict := echoes(t)
	for element, want := range map[string]struct{ inStrictMode, otherwise string }{
		`{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}`:         {"", ""},
		`{"MsgType":"TIMPingElem"}`:                                   {"", ""},
		`{"MsgType":"TIMTextElem","MsgContent":{"Text":7}}`:           both("/MsgContent/Text: value must be a string"),
		`{"MsgType":"TIMTextElem","MsgContent":{}}`:                   both(`/MsgContent/Text: property "Text" is missing`),
		`{"MsgType":"TIMTextElem","MsgContent":[]}`:                   both("/MsgContent: value must be an object"),
		`{"MsgType":"TIMTextElem"}`:                                   both(`/MsgContent: property "MsgContent" is missing`),
		`{"MsgType":"TIMPingElem","New":1}`:                           {`/New: property "New" is unsupported`, ""},
		`{"MsgType":"TIMOther","MsgContent":7}`:                       {"/MsgType: " + isUnlisted, ""},
		`{"MsgType":""}`:                                              {"/MsgType: " + isUnlisted, ""},
		`{"MsgType":7}`:                                               both("/MsgType: value must be a string"),
		`{"MsgType":null}`:                                            both("/MsgType: value must be a string"),
		`{"MsgContent":{"Text":"a"}}`:                                 both("/MsgType: " + isMissing),
		`"TIMTextElem"`:                                               both(": value must be an object"),
		`null`:                                                        both(": value is not nullable"),
		`{"MsgType":"TIMLocationElem","MsgContent":` + place(`1`):     both("/MsgContent/Replies/0: value must be an object"),
		`{"MsgType":"TIMLocationElem","MsgContent":` + place(`{}`):    both("/MsgContent/Replies/0/MsgType: " + isMissing),
		`{"MsgType":"TIMLocationElem","MsgContent":` + place(another): {"/MsgContent/Replies/0/MsgType: " + isUnlisted, ""},
	} {
		t.Run(element, func(t *testing.T) {
			text := `{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}}`
			request := `{"Serial":1,"MsgBody":[` + text + `,` + element + `]}`
			response := `{"MsgBody":[` + text + `,` + element + `],"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`
			for operation, want := range map[*api.Operation]string{strict: want.inStrictMode, open: want.otherwise} {
				assertViolation(t, operation.ValidateRequest([]byte(request)), "MsgBody/1", want)
				assertViolation(t, operation.ValidateResponse([]byte(response)), "MsgBody/1", want)
			}
		})
	}
}

const another = `{"MsgType":"TIMOther"}`

// place returns the content of a place with a reply, and the end of the object around it.
func place(reply string) string {
	return `{"Latitude":1.5,"Longitude":-1e2,"Replies":[` + reply + `]}}`
}

func both(reason string) struct{ inStrictMode, otherwise string } {
	return struct{ inStrictMode, otherwise string }{reason, reason}
}

func assertViolation(t *testing.T, err error, pointer, want string) {
	t.Helper()
	if want == "" {
		assert.NoError(t, err)
		return
	}
	assert.EqualError(t, err, pointer+want)
}

// TestUnion_asAProperty validates a property whose allOf refers to a union.
func TestUnion_asAProperty(t *testing.T) {
	open, strict := echoes(t)
	request := []byte(`{"Serial":1,"MsgBody":[],"Title":` + another + `}`)
	require.NoError(t, open.ValidateRequest(request))
	assertViolation(t, strict.ValidateRequest(request), "Title", "/MsgType: "+isUnlisted)
}

func TestIntegers_ofMembers(t *testing.T) {
	operation, _ := echoes(t)
	for number, want := range map[string]string{
		"0": "", "-0": "", "18446744073709551615": "", "18446744073709551615.0": "", "1e19": "",
		"18446744073709551616": beyondRange, "-1": beyondRange, "1e20": beyondRange, "-9223372036854775809": beyondRange,
		"0.5": "value must be an integer", "-0.5": "value must be an integer", "1e400": "number is too large",
	} {
		if want != "" {
			want = ": " + want
		}
		assertViolation(t, operation.ValidateRequest([]byte(`{"Serial":`+number+`,"MsgBody":[]}`)), "Serial", want)
	}
	deep := `{"Serial":1,"MsgBody":[],"OfflinePushInfo":{"Icon":{"Width":9223372036854775808}}}`
	assert.EqualError(t, operation.ValidateRequest([]byte(deep)), "OfflinePushInfo/Icon/Width: integer must fit in 64 bits")
}

func TestFields_ofObjectsAndUnions(t *testing.T) {
	operation, _ := echoes(t)
	fields := operation.Fields()
	require.Len(t, fields, 5)
	body, push := fields[1], fields[3]
	assert.Equal(t, "array of objects", body.Type)
	assert.Empty(t, body.Fields)
	require.Len(t, body.Kinds, 3)
	assert.Equal(t, api.Kind{Property: "MsgType", Value: "TIMPingElem", Description: "An element without content.", Fields: []api.Field{}}, body.Kinds[1])

	text := body.Kinds[2]
	require.Len(t, text.Fields, 1, "the kind is no field")
	assert.Equal(t, "MsgContent", text.Fields[0].Name)
	assert.Equal(t, "Text", text.Fields[0].Fields[0].Name)

	replies := body.Kinds[0].Fields[0].Fields[3]
	require.Len(t, replies.Kinds, 3)
	assert.Empty(t, replies.Kinds[0].Fields, "a place within itself")

	assert.Equal(t, "object", push.Type)
	assert.Equal(t, []string{"Title", "Icon"}, []string{push.Fields[0].Name, push.Fields[1].Name})
	assert.Equal(t, "Width", push.Fields[1].Fields[0].Name)
}
