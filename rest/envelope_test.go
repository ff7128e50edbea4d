package rest

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzDecode checks that decode does not panic, and that it returns a success only for an object in which another
// decoder also finds an ErrorCode of 0 and an ActionStatus other than FAIL.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`,
		`{"ActionStatus":"FAIL","ErrorCode":30003,"ErrorInfo":"x"}`,
		`{"ErrorCode":0}`, `{"ErrorCode":-9223372036854775808}`, `{"ErrorCode":null}`, `{"ErrorCode":"0"}`, `{"ErrorCode":0.0}`,
		`{"ErrorCode":0,"ErrorCode":1}`, `{"errorcode":0}`, `{}`, `null`, `[]`, ``, `{"ErrorCode":0}{}`, `{"ErrorCode":1e0}`,
		`{"Inner":{"ErrorCode":0}}`, "{\"ErrorInfo\":\"\xff\",\"ErrorCode\":0}", `{"\u0045rrorCode":0}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var response RawResponse
		if _, err := decode(body, &response); err != nil {
			return
		}
		var members map[string]any
		require.NoError(t, json.Unmarshal(body, &members), "a success must be a JSON object")
		assert.InDelta(t, 0, members["ErrorCode"], 0)
		assert.NotEqual(t, "FAIL", members["ActionStatus"])
		assert.JSONEq(t, string(body), string(response.Body))
	})
}

// TestEnvelope_evaluate covers envelopes that lack fields, or that document another status of a success.
func TestEnvelope_evaluate(t *testing.T) {
	text := func(text string) *string { return &text }
	someError := []string{"OK", "SomeError"}
	tests := map[string]struct {
		envelope Envelope
		code     Code
		want     string // the error, empty for a success
	}{
		"a code alone, a success":     {Envelope{}, 0, ""},
		"a code alone, a failure":     {Envelope{}, 7, "error code 7"},
		"no code":                     {Envelope{}, codeUnset, "invalid response: ErrorCode is missing"},
		"a status without texts":      {Envelope{ActionStatus: text("FAIL")}, 7, "error code 7"},
		"an absent status":            {Envelope{ActionStatus: text(""), Success: someError}, 0, ""},
		"a second status":             {Envelope{ActionStatus: text("SomeError"), Success: someError}, 0, ""},
		"a second status with a code": {Envelope{ActionStatus: text("SomeError"), Success: someError}, 7, "error code 7: invalid response: ActionStatus is SomeError although ErrorCode is not 0"},
		"a status of another service": {Envelope{ActionStatus: text("SomeError")}, 0, "invalid response: ActionStatus is neither OK nor FAIL"},
		"OK where it is no success":   {Envelope{ActionStatus: text("OK"), Success: []string{"Done"}}, 0, "invalid response: ActionStatus is neither Done nor FAIL"},
		"FAIL without a code":         {Envelope{ActionStatus: text("FAIL"), isOpen: true}, 0, "invalid response: ActionStatus is FAIL although ErrorCode is 0"},
		"any status, if open":         {Envelope{ActionStatus: text("SomeError"), isOpen: true}, 0, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			test.envelope.ErrorCode = &test.code
			_, err := test.envelope.evaluate()
			assert.Equal(t, test.want == "", test.envelope.IsSuccess())
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, test.want)
		})
	}
}

func TestRawResponse_keepsTheBody(t *testing.T) {
	const body = `{"B": [1], "A": null, "ErrorCode": 0, "ActionStatus": "OK"}`
	var response RawResponse
	buffer := []byte(body)
	_, err := decode(buffer, &response)
	require.NoError(t, err)
	clear(buffer) // it returns to a pool, so the response must not share it
	text, err := response.MarshalJSON()
	require.NoError(t, err)
	assert.True(t, bytes.Equal([]byte(body), text), "the response keeps white space and order: %s", text)
}

// bare is a response whose success has no texts.
type bare struct {
	ErrorCode Code `json:"ErrorCode"`
}

func (b *bare) Envelope() Envelope { return Envelope{ErrorCode: &b.ErrorCode} }

func TestDecode_keepsTextsThatOnlyAFailureHas(t *testing.T) {
	reported, err := decode([]byte(`{"ErrorCode":7,"ErrorInfo":"why","ErrorDisplay":"sorry"}`), new(bare))
	require.EqualError(t, err, "error code 7")
	assert.Equal(t, serviceError{7, "why", "sorry"}, reported)
}
