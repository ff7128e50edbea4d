package traffic_test

import (
	stdjson "encoding/json"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api/traffic"
)

// TestBody_isKeptByteForByte writes a body and reads it again, with either of Go's packages for JSON.
func TestBody_isKeptByteForByte(t *testing.T) {
	for name, test := range map[string]struct{ body, text string }{
		"an object":            {`{"a":1.0}`, ``},
		"a name twice":         {`{"a":1,"a":1}`, `"{\"a\":1,\"a\":1}"`},
		"an array":             {`[1]`, `"[1]"`},
		"a string":             {`"a"`, `"\"a\""`},
		"no JSON":              {"<html>\n", `"<html>\n"`},
		"nothing":              {"", `""`},
		"no UTF-8":             {"{\"a\":\"\xff\"}", `"data:;base64,eyJhIjoi/yJ9"`},
		"what looks like such": {"data:;base64,!", `"data:;base64,ZGF0YTo7YmFzZTY0LCE="`},
	} {
		t.Run(name, func(t *testing.T) {
			exchange := traffic.Exchange{Command: "group_get", Response: traffic.Body(test.body)}
			line, err := json.Marshal(exchange)
			require.NoError(t, err)
			if test.text != "" {
				assert.JSONEq(t, `{"command":"group_get","response":`+test.text+`}`, string(line))
			}
			var again, andAgain traffic.Exchange
			require.NoError(t, json.Unmarshal(line, &again))
			assert.Equal(t, exchange, again)
			line, err = stdjson.Marshal(exchange)
			require.NoError(t, err)
			require.NoError(t, stdjson.Unmarshal(line, &andAgain))
			assert.Equal(t, exchange, andAgain)
		})
	}
}
