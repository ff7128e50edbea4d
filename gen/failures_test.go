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
	Account string
	Code    gen.ErrorCode
	Info    string
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

// failuresOf returns the failures that a response reports, by the names of properties that the document gives.
func failuresOf(t *testing.T, batch *api.Batch, fixture []byte) []outcome {
	t.Helper()
	var members map[string]jsontext.Value
	require.NoError(t, json.Unmarshal(fixture, &members))
	var failures []outcome
	var explained []string
	for _, item := range itemsOf(t, batch, batch.Response, members) {
		if item.Code != 0 {
			explained = append(explained, item.Account)
		}
		if item.Code != 0 && item.Code != gen.CodeConfirmationPending {
			failures = append(failures, item)
		}
	}
	for _, name := range batch.Failed {
		for _, item := range itemsOf(t, batch, name, members) {
			if !slices.Contains(explained, item.Account) {
				explained = append(explained, item.Account)
				failures = append(failures, item)
			}
		}
	}
	return failures
}

// itemsOf returns the elements of an array of results or of accounts.
func itemsOf(t *testing.T, batch *api.Batch, name string, members map[string]jsontext.Value) []outcome {
	t.Helper()
	text, isThere := members[name]
	if !isThere {
		return nil
	}
	var items []outcome
	result, isObject := batch.Results[name]
	if !isObject {
		var accounts []string
		require.NoError(t, json.Unmarshal(text, &accounts))
		for _, account := range accounts {
			items = append(items, outcome{Account: account})
		}
		return items
	}
	var objects []map[string]any
	require.NoError(t, json.Unmarshal(text, &objects))
	for _, object := range objects {
		account, _ := object[result.Account].(string)
		code, _ := object[result.Code].(float64)
		info, _ := object[result.Info].(string)
		items = append(items, outcome{account, gen.ErrorCode(code), info})
	}
	return items
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
