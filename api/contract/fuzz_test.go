package contract

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/corpus"
)

// FuzzResponse checks that a generated method returns either a response or an error, whatever the server sends, and
// that encoding/json reads the response as a success too.
func FuzzResponse(f *testing.F) {
	c := open(f, timsns.Document, "../../openapi.yaml", "../fixtures")
	setClient(c, gen.NewClient)
	operations := c.document.Operations()
	for i, operation := range operations {
		fixtures, err := c.document.Fixtures(operation.Command, api.Responses)
		require.NoError(f, err)
		for _, fixture := range fixtures {
			f.Add(uint8(i), 200, fixture.Body)
		}
	}
	f.Add(uint8(0), 503, []byte(`{"ErrorCode":0}`))
	f.Fuzz(func(t *testing.T, index uint8, status int, body []byte) {
		transport, client := c.newReplayed(t)
		transport.response = corpus.Response{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
		operation := operations[int(index)%len(operations)]
		if c.call(t, client, operation, []byte("{}")) != nil {
			return
		}
		assert.Equal(t, http.StatusOK, status)
		var members map[string]any
		require.NoError(t, json.Unmarshal(body, &members))
		assert.InDelta(t, 0, members["ErrorCode"], 0)
		assert.NotEqual(t, "FAIL", members["ActionStatus"])
	})
}
