package emit_test

import (
	jsonv1 "encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/emit"
	"github.com/timsns/timsns/internal/emit/testdata/chat"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// Package chat is emitted from a document that has what the document of this module lacks.
//
//go:generate go run ../../cmd/timsns-generate --document testdata/chat/openapi.yaml --output testdata/chat

func TestFiles_ofUnionsAreCommitted(t *testing.T) {
	const folder = "testdata/chat"
	document, err := os.ReadFile(folder + "/openapi.yaml")
	require.NoError(t, err)
	files, err := emit.Files("testdata/chat/openapi.yaml", document, "chat")
	require.NoError(t, err)
	compareWith(t, folder, files)
}

const (
	text    = `{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}`
	ping    = `{"MsgType":"TIMPingElem"}`
	unknown = `{"A":1.50,"MsgType":"TIMOther","B":"\u0041\/"}`
)

// values are elements and their JSON.
var values = map[string]chat.MsgElementValue{
	text: chat.TextElement{MsgContent: chat.TextContent{Text: "hi"}},
	location(text): chat.LocationElement{
		MsgContent: chat.LocationContent{
			Latitude: 48.1372,
			Replies:  []chat.MsgElement{{Value: chat.TextElement{MsgContent: chat.TextContent{Text: "hi"}}}},
		},
	},
	ping:    chat.PingElement{},
	unknown: chat.UnknownMsgElement{Kind: "TIMOther", JSON: jsontext.Value(unknown)},
}

// location returns an element with another in it.
func location(reply string) string {
	return `{"MsgType":"TIMLocationElem","MsgContent":{"Latitude":48.1372,"Longitude":0,"Replies":[` + reply + `]}}`
}

// codecs are the packages that users encode and decode with.
var codecs = map[string]struct {
	marshal   func(any) ([]byte, error)
	unmarshal func([]byte, any) error
}{
	"encoding/json": {jsonv1.Marshal, jsonv1.Unmarshal},
	"json/v2": {
		func(value any) ([]byte, error) { return json.Marshal(value) },
		func(text []byte, value any) error { return json.Unmarshal(text, value) },
	},
}

func TestUnion_keepsValues(t *testing.T) {
	for name, codec := range codecs {
		for text, value := range values {
			t.Run(name+" "+text, func(t *testing.T) {
				var decoded struct {
					One  chat.MsgElement
					Many []*chat.MsgElement
				}
				body := `{"One":` + text + `,"Many":[` + text + `]}`
				require.NoError(t, codec.unmarshal([]byte(body), &decoded))
				assert.Equal(t, value, decoded.One.Value)
				assert.Equal(t, value, decoded.Many[0].Value)
				encoded, err := codec.marshal(decoded)
				require.NoError(t, err)
				assert.Equal(t, body, string(encoded))
			})
		}
	}
}

func TestUnion_rejectsOtherJSON(t *testing.T) {
	for body, want := range map[string]string{
		`{"MsgContent":{"Text":"hi"}}`: "MsgType is missing",
		`{}`:                           "MsgType is missing",
		`{"MsgType":7}`:                "MsgType: want a string",
		`{"MsgType":null}`:             "MsgType: want a string",
		`null`:                         "want an object with MsgType",
		`[]`:                           "want an object with MsgType",
		`{"MsgType":"TIMTextElem","MsgContent":"hi"}`:    `within "/MsgBody/0/MsgContent"`,
		`{"MsgType":"TIMTextElem","MsgType":"TIMOther"}`: "duplicate",
	} {
		t.Run(body, func(t *testing.T) {
			var request chat.EchoRequest
			assert.ErrorContains(t, json.Unmarshal([]byte(`{"MsgBody":[`+body+`]}`), &request), want)
			assert.ErrorContains(t, jsonv1.Unmarshal([]byte(`{"MsgBody":[`+body+`]}`), &request), want[:7])
		})
	}
}

// TestUnion_limitsDepth decodes elements within each other: with many of them, that would take minutes.
func TestUnion_limitsDepth(t *testing.T) {
	nested := func(count int) []byte {
		const before, after = `{"MsgType":"TIMLocationElem","MsgContent":{"Desc":"\"[","Replies":[`, `]}}`
		return []byte(strings.Repeat(before, count) + strings.Repeat(after, count))
	}
	var element chat.MsgElement
	require.NoError(t, json.Unmarshal(nested(66), &element))
	assert.ErrorContains(t, json.Unmarshal(nested(67), &element), "more than 200 arrays and objects within each other")
	assert.Error(t, json.Unmarshal(nested(3000), &element))
}

// TestMember_isOfItsKind decodes members outside of a union.
func TestMember_isOfItsKind(t *testing.T) {
	for body, want := range map[string]string{
		text:                  "",
		ping:                  `MsgType: want "TIMTextElem", got "TIMPingElem"`,
		`{"MsgContent":null}`: "MsgType is missing",
		`null`:                "want an object, got null",
	} {
		var member chat.TextElement
		err := json.Unmarshal([]byte(body), &member)
		if want != "" {
			assert.ErrorContains(t, err, want, body)
			continue
		}
		require.NoError(t, err)
		encoded, err := json.Marshal(&member)
		require.NoError(t, err)
		assert.Equal(t, body, string(encoded))
	}
}

func TestUnion_cannotEncodeWithoutAValue(t *testing.T) {
	for name, test := range map[string]struct {
		value chat.MsgElementValue
		want  string
	}{
		"no value":          {nil, "MsgElement has no Value"},
		"a nil pointer":     {(*chat.TextElement)(nil), "MsgElement has no Value"},
		"no JSON":           {chat.UnknownMsgElement{Kind: "TIMOther"}, `JSON: want an object with MsgType "TIMOther"`},
		"another kind":      {chat.UnknownMsgElement{Kind: "TIMAny", JSON: jsontext.Value(unknown)}, `want an object with MsgType "TIMAny", got "TIMOther"`},
		"an array":          {chat.UnknownMsgElement{Kind: "TIMAny", JSON: jsontext.Value(`[]`)}, "JSON: want an object with MsgType"},
		"an incorrect text": {chat.UnknownMsgElement{Kind: "TIMAny", JSON: jsontext.Value(`{"MsgType":`)}, "JSON: want an object with MsgType"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, codec := range codecs {
				_, err := codec.marshal(chat.EchoRequest{MsgBody: []chat.MsgElement{{Value: test.value}}})
				assert.ErrorContains(t, err, test.want)
			}
		})
	}
}

// TestTypes_keepAbsentAndEmpty decodes and encodes requests whose values are absent, zero or empty.
func TestTypes_keepAbsentAndEmpty(t *testing.T) {
	for _, body := range []string{
		`{"Serial":0,"MsgBody":[]}`,
		`{"Serial":18446744073709551615,"MsgBody":[]}`,
		`{"Serial":1,"MsgBody":[],"OfflinePushInfo":{}}`,
		`{"Serial":1,"MsgBody":[],"OfflinePushInfo":{"Title":"a","Icon":{}}}`,
		`{"Serial":1,"MsgBody":[],"MsgLifeTime":0}`,
		`{"Serial":1,"MsgBody":[],"Title":` + ping + `,"MsgLifeTime":60}`,
	} {
		for name, codec := range codecs {
			var request chat.EchoRequest
			require.NoError(t, codec.unmarshal([]byte(body), &request), name)
			encoded, err := codec.marshal(request)
			require.NoError(t, err, name)
			assert.Equal(t, body, string(encoded), name)
		}
	}
}

// FuzzUnion checks that what can be decoded is encoded as the same JSON, and decoded as the same value again.
func FuzzUnion(f *testing.F) {
	for text := range values {
		f.Add([]byte(text))
	}
	f.Add([]byte(" { \"MsgType\" : \"\u00e9\", \"a\\n\": [1e400, \"\\ud83d\\ude00\"] } "))
	f.Fuzz(func(t *testing.T, body []byte) {
		var first, second chat.MsgElement
		if json.Unmarshal(body, &first) != nil {
			return
		}
		encoded, err := json.Marshal(first)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(encoded, &second))
		if _, isUnknown := first.Value.(chat.UnknownMsgElement); !isUnknown {
			require.Equal(t, first, second)
			return
		}
		compact := jsontext.Value(body).Clone()
		require.NoError(t, compact.Compact())
		require.Equal(t, string(compact), string(encoded))
	})
}

// TestUnion_inAResponse calls a service that returns elements.
func TestUnion_inAResponse(t *testing.T) {
	for elements, want := range map[string]string{
		text + "," + unknown:        "",
		`{"MsgType":"TIMTextElem"}`: "",
		text + `,{}`:                "MsgType is missing",
		text + `,null`:              "want an object with MsgType",
		text + `,{"MsgType":"TIMTextElem","MsgContent":7}`: `within "/MsgBody/1/MsgContent"`,
		location(`null`): "want an object with MsgType",
	} {
		service := &pageService{responses: []string{`"MsgBody":[` + elements + `]`}}
		client, err := chat.NewClient(chat.China, testutil.NewSigner(t), rest.WithTransport(testutil.Transport(service)))
		require.NoError(t, err)
		request := chat.EchoRequest{MsgBody: []chat.MsgElement{{Value: chat.PingElement{}}}}
		response, err := client.Echo(t.Context(), request)
		assert.Equal(t, []string{`{"Serial":0,"MsgBody":[` + ping + `]}`}, service.requests)
		if want != "" {
			assert.ErrorContains(t, err, want, elements)
			continue
		}
		require.NoError(t, err)
		assert.Len(t, response.MsgBody, strings.Count(elements, "MsgType"))
	}
}
