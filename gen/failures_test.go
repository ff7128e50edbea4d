package gen_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// batchResponse is implemented by the generated responses of all batches.
type batchResponse interface {
	Failures() []*rest.ItemError
	Err() error
}

// outcome is the result for one account.
type outcome struct {
	Account string        `json:"To_Account"`
	Code    gen.ErrorCode `json:"ResultCode"`
	Info    string        `json:"ResultInfo"`
}

// TestBatchResponse_Failures compares the failures with those found without the generated types.
func TestBatchResponse_Failures(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	compared := 0
	for _, operation := range document.Operations() {
		if operation.Batch == nil {
			continue
		}
		fixtures, err := document.Fixtures(operation.Command, api.Responses)
		require.NoError(t, err)
		for _, fixture := range fixtures {
			var failure gen.ErrorResponse
			if json.Unmarshal(fixture.Body, &failure) == nil && failure.ErrorCode != 0 {
				continue
			}
			t.Run(operation.Command+"/"+fixture.Name, func(t *testing.T) {
				want := failuresOf(t, operation.Batch, fixture.Body)
				method, isEmitted := reflect.TypeFor[gen.API]().MethodByName(operation.ID)
				require.True(t, isEmitted)
				response, isBatch := reflect.TypeAssert[batchResponse](reflect.New(method.Type.Out(0).Elem()))
				require.True(t, isBatch)
				require.NoError(t, json.Unmarshal(fixture.Body, response))
				assert.Equal(t, want, outcomesOf(response.Failures()))
				assertError(t, operation, want, response.Err())
				compared += len(want)
			})
		}
	}
	assert.Greater(t, compared, 30, "failures among the fixtures")
}

func outcomesOf(failures []*rest.ItemError) []outcome {
	var outcomes []outcome
	for _, failure := range failures {
		outcomes = append(outcomes, outcome{failure.Account, failure.Code, failure.Info})
	}
	return outcomes
}

func failuresOf(t *testing.T, batch *api.Batch, fixture []byte) []outcome {
	t.Helper()
	var members map[string]jsontext.Value
	require.NoError(t, json.Unmarshal(fixture, &members))
	var items []outcome
	if text, ok := members[batch.Response]; ok {
		require.NoError(t, json.Unmarshal(text, &items))
	}
	var failures []outcome
	var explained []string
	for _, item := range items {
		if item.Code != 0 {
			explained = append(explained, item.Account)
		}
		if item.Code != 0 && item.Code != gen.CodeConfirmationPending {
			failures = append(failures, item)
		}
	}
	for _, name := range batch.Failed {
		var accounts []string
		if text, ok := members[name]; ok {
			require.NoError(t, json.Unmarshal(text, &accounts))
		}
		for _, account := range accounts {
			if !slices.Contains(explained, account) {
				explained = append(explained, account)
				failures = append(failures, outcome{Account: account})
			}
		}
	}
	return failures
}

func assertError(t *testing.T, operation *api.Operation, want []outcome, err error) {
	t.Helper()
	if want == nil {
		require.NoError(t, err)
		return
	}
	var batchError *rest.BatchError
	require.ErrorAs(t, err, &batchError)
	assert.Equal(t, operation.ID, batchError.Op)
	for _, failure := range want {
		if failure.Code != 0 {
			require.ErrorIs(t, err, failure.Code)
		}
	}
}
