package prism_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestPrism_randomResponses checks the envelope of successes that Prism makes from the schemas.
func TestPrism_randomResponses(t *testing.T) {
	mock := start(t, "mock", "--dynamic")
	eachOperation(t, func(t *testing.T, operation *api.Operation) {
		request := fixtures(t, operation, api.Requests)[0].Body
		successes := 0
		for i := 0; i < 100 && successes < 3; i++ {
			got := send(t, mock.URL+operation.Path+"?"+credentials().Encode(), request)
			if got.status != http.StatusOK {
				continue // a failure, whose ErrorCode has a wrong type, because Prism does not understand not
			}
			successes++
			var envelope struct {
				ActionStatus string `json:"ActionStatus"`
				ErrorCode    *int   `json:"ErrorCode"`
			}
			require.NoError(t, json.Unmarshal(got.body, &envelope), string(got.body))
			assert.Equal(t, "OK", envelope.ActionStatus)
			assert.Equal(t, new(0), envelope.ErrorCode)
		}
		assert.Equal(t, 3, successes, "successes in 100 responses")
	})
}
