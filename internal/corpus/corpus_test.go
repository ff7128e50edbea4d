package corpus_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

func load(t *testing.T) []corpus.Exchange {
	t.Helper()
	exchanges, err := corpus.Load(nil)
	require.NoError(t, err)
	return exchanges
}

func loadClosed(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadClosed()
	require.NoError(t, err)
	return document
}

// TestEveryOperationHasGoodAndBadExchanges prints, with -v, how many of each.
func TestEveryOperationHasGoodAndBadExchanges(t *testing.T) {
	type key struct {
		command string
		tested  api.Direction
		good    bool
	}
	counts, closed := map[key]int{}, map[key]int{}
	for _, exchange := range load(t) {
		key := key{exchange.Command, exchange.Tested, exchange.Good}
		counts[key]++
		if exchange.OnlyClosed {
			closed[key]++
		}
	}
	for _, operation := range loadClosed(t).Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			good, bad := key{operation.Command, direction, true}, key{operation.Command, direction, false}
			assert.Greater(t, counts[good], 10, "good %s of %s", direction, operation.Command)
			assert.Greater(t, counts[bad], 100, "bad %s of %s", direction, operation.Command)
			assert.Positive(t, closed[bad], "%s of %s that only the closed twin refuses", direction, operation.Command)
			t.Logf("%-18s %-9s %4d good, %4d bad, %3d of these by the closed twin alone",
				operation.Command, direction, counts[good], counts[bad], closed[bad])
		}
	}
}

func TestNamesAreUniqueAndSorted(t *testing.T) {
	last := ""
	for _, exchange := range load(t) {
		assert.Less(t, last, exchange.Name)
		assert.True(t, strings.HasPrefix(exchange.Name, exchange.Command+"/"+string(exchange.Tested)+"/"+string(exchange.Kind)+"/"), exchange.Name)
		last = exchange.Name
	}
}

func TestABadExchangeHasAReason(t *testing.T) {
	for _, exchange := range load(t) {
		assert.Equal(t, exchange.Good, exchange.Reason == "", exchange.Name)
		assert.False(t, exchange.Good && exchange.OnlyClosed, exchange.Name)
	}
}

// TestOnlyThePacketUnderTestIsBad holds that a judge who refuses an exchange does so for the packet under test.
func TestOnlyThePacketUnderTestIsBad(t *testing.T) {
	document := loadClosed(t)
	for _, exchange := range load(t) {
		if exchange.Good || exchange.Tested == api.Responses {
			assertGoodRequest(t, document, exchange)
		}
		if exchange.Good || exchange.Tested == api.Requests {
			assertGoodReply(t, document, exchange)
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
	require.NoError(t, document.CheckQuery(query), exchange.Name)
	assert.NoError(t, operation.CheckRequest(exchange.Request.Body), exchange.Name)
}

func assertGoodReply(t *testing.T, document *api.Document, exchange corpus.Exchange) {
	t.Helper()
	operation, ok := document.Operation(exchange.Command)
	require.True(t, ok, exchange.Name)
	assert.Equal(t, http.StatusOK, exchange.Reply.Status, exchange.Name)
	assert.NoError(t, operation.CheckResponse(exchange.Reply.Body), exchange.Name)
}

func TestTheQueryOfGoodRequestsIsTheCallers(t *testing.T) {
	document := loadClosed(t)
	want := url.Values{}
	for _, parameter := range document.Parameters() {
		want.Set(parameter.Name, "7")
	}
	exchanges, err := corpus.Load(want)
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

// TestTheClosedTwinRefusesBadBodies compares what this package says of bodies with the project's own judge. They differ on
// one number, which its validator rounds to 0 before it looks whether it is an integer.
func TestTheClosedTwinRefusesBadBodies(t *testing.T) {
	document := loadClosed(t)
	for _, exchange := range load(t) {
		if exchange.Kind == corpus.Status { // their bodies are not at fault
			continue
		}
		isBody := slices.Contains([]corpus.Kind{corpus.Fixture, corpus.Body, corpus.Envelope}, exchange.Kind)
		isRounded := strings.HasSuffix(exchange.Name, "a success: ErrorCode too small for a floating-point number")
		operation, ok := document.Operation(exchange.Command)
		require.True(t, ok)
		err := operation.CheckRequest(exchange.Request.Body)
		if exchange.Tested == api.Responses {
			err = operation.CheckResponse(exchange.Reply.Body)
		}
		assert.Equal(t, isBody && !exchange.Good && !isRounded, err != nil, "%s: %s: %v", exchange.Name, exchange.Reason, err)
	}
}
