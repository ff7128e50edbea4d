package rest

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzDecode holds that a reply is taken for a success only if it is an object whose own ErrorCode is 0 and whose
// ActionStatus is not FAIL, in the eyes of another decoder, and that nothing makes decode panic.
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
		var reply RawResponse
		if _, err := decode(body, &reply); err != nil {
			return
		}
		var members map[string]any
		require.NoError(t, json.Unmarshal(body, &members), "a success that is no JSON object")
		assert.InDelta(t, 0, members["ErrorCode"], 0)
		assert.NotEqual(t, "FAIL", members["ActionStatus"])
		assert.JSONEq(t, string(body), string(reply.Body))
	})
}

func TestARawResponseKeepsTheReply(t *testing.T) {
	const body = `{"B": [1], "A": null, "ErrorCode": 0, "ActionStatus": "OK"}`
	var reply RawResponse
	buffer := []byte(body)
	_, err := decode(buffer, &reply)
	require.NoError(t, err)
	clear(buffer) // it goes back to a pool: the reply must not share it
	text, err := reply.MarshalJSON()
	require.NoError(t, err)
	assert.True(t, bytes.Equal([]byte(body), text), "white space and order stay: %s", text)
}
