package corpus_test

import (
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

// loaded is the corpus, loaded once.
var loaded = sync.OnceValues(func() ([]corpus.Exchange, error) { return loadWith(nil) })

func loadWith(query url.Values) ([]corpus.Exchange, error) {
	document, err := api.Open(timsns.Document, os.DirFS("../../api/fixtures")) // with refused fixtures
	if err != nil {
		return nil, err
	}
	return corpus.Load(document, query)
}

func load(t *testing.T) []corpus.Exchange {
	t.Helper()
	exchanges, err := loaded()
	require.NoError(t, err)
	return exchanges
}

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	return document
}

// TestLoad_coversEveryOperation logs how many valid and invalid exchanges there are.
func TestLoad_coversEveryOperation(t *testing.T) {
	type key struct {
		command string
		tested  api.Direction
		good    bool
	}
	counts, strict := map[key]int{}, map[key]int{}
	for _, exchange := range load(t) {
		key := key{exchange.Command, exchange.Tested, exchange.Good}
		counts[key]++
		if exchange.OnlyStrict {
			strict[key]++
		}
	}
	for _, operation := range loadStrict(t).Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			good, bad := key{operation.Command, direction, true}, key{operation.Command, direction, false}
			assert.Greater(t, counts[good], 10, "valid %s of %s", direction, operation.Command)
			assert.Greater(t, counts[bad], 100, "invalid %s of %s", direction, operation.Command)
			assert.Positive(t, strict[bad], "%s of %s that are invalid only in strict mode", direction, operation.Command)
			t.Logf("%-18s %-9s %4d valid, %4d invalid, %3d of these only in strict mode",
				operation.Command, direction, counts[good], counts[bad], strict[bad])
		}
	}
}

func TestLoad_namesAreUniqueAndSorted(t *testing.T) {
	last := ""
	for _, exchange := range load(t) {
		assert.Less(t, last, exchange.Name)
		assert.True(t, strings.HasPrefix(exchange.Name, exchange.Command+"/"+string(exchange.Tested)+"/"+string(exchange.Kind)+"/"), exchange.Name)
		last = exchange.Name
	}
}

func TestLoad_invalidExchangesHaveAReason(t *testing.T) {
	for _, exchange := range load(t) {
		assert.Equal(t, exchange.Good, exchange.Reason == "", exchange.Name)
		assert.False(t, exchange.Good && exchange.OnlyStrict, exchange.Name)
	}
}

// TestLoad_onlyTheMessageUnderTestIsInvalid checks that the other message of each exchange is valid.
func TestLoad_onlyTheMessageUnderTestIsInvalid(t *testing.T) {
	document := loadStrict(t)
	for _, exchange := range load(t) {
		if exchange.Good || exchange.Tested == api.Responses {
			assertGoodRequest(t, document, exchange)
		}
		if exchange.Good || exchange.Tested == api.Requests {
			assertGoodResponse(t, document, exchange)
		}
	}
}

func assertGoodRequest(t *testing.T, document *api.Document, exchange corpus.Exchange) {
	t.Helper()
	operation, ok := document.OperationAt(exchange.Request.Path)
	require.True(t, ok, exchange.Name)
	assert.Equal(t, exchange.Command, operation.Command, exchange.Name)
	assert.Equal(t, http.MethodPost, exchange.Request.Method, exchange.Name)
	query, err := url.ParseQuery(exchange.Request.Query)
	require.NoError(t, err, exchange.Name)
	require.NoError(t, document.ValidateQuery(query), exchange.Name)
	assert.NoError(t, operation.ValidateRequest(exchange.Request.Body), exchange.Name)
}

func assertGoodResponse(t *testing.T, document *api.Document, exchange corpus.Exchange) {
	t.Helper()
	operation, ok := document.Operation(exchange.Command)
	require.True(t, ok, exchange.Name)
	assert.Equal(t, http.StatusOK, exchange.Response.Status, exchange.Name)
	assert.NoError(t, operation.ValidateResponse(exchange.Response.Body), exchange.Name)
}

func TestLoad_usesTheQuery(t *testing.T) {
	document := loadStrict(t)
	want := url.Values{}
	for _, parameter := range document.Parameters() {
		want.Set(parameter.Name, "7")
	}
	exchanges, err := loadWith(want)
	require.NoError(t, err)
	for _, exchange := range exchanges {
		if exchange.Kind == corpus.Query {
			continue
		}
		query, err := url.ParseQuery(exchange.Request.Query)
		require.NoError(t, err)
		assert.Equal(t, want, query, exchange.Name)
	}
}

// TestLoad_agreesWithStrictMode compares the validity of bodies with what package api says. They differ on one number,
// which the validator rounds to 0 before it checks whether it is an integer.
func TestLoad_agreesWithStrictMode(t *testing.T) {
	document := loadStrict(t)
	for _, exchange := range load(t) {
		if exchange.Kind == corpus.Status { // their bodies are valid
			continue
		}
		isBody := slices.Contains([]corpus.Kind{corpus.Fixture, corpus.Body, corpus.Envelope}, exchange.Kind)
		isRounded := strings.HasSuffix(exchange.Name, "a success: ErrorCode too small for a floating-point number")
		operation, ok := document.Operation(exchange.Command)
		require.True(t, ok)
		err := operation.ValidateRequest(exchange.Request.Body)
		if exchange.Tested == api.Responses {
			err = operation.ValidateResponse(exchange.Response.Body)
		}
		assert.Equal(t, isBody && !exchange.Good && !isRounded, err != nil, "%s: %s: %v", exchange.Name, exchange.Reason, err)
	}
}
