package rest_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

func TestWithObserver_reportsEachAttempt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var randoms []string
		slow := func(handler http.HandlerFunc) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				time.Sleep(time.Second)
				randoms = append(randoms, r.URL.Query().Get("random"))
				handler(w, r)
			}
		}
		var reported []rest.Attempt
		type key struct{}
		observer := func(ctx context.Context, attempt rest.Attempt) {
			assert.Equal(t, "caller's", ctx.Value(key{}))
			reported = append(reported, attempt)
		}
		client := newInMemoryClient(t, pair, inTurn(slow(status(503)), slow(code(60007)), slow(json(success))), rest.WithObserver(observer))
		ctx := context.WithValue(t.Context(), key{}, "caller's")
		_, err := call(ctx, client, read)
		require.NoError(t, err)
		require.Len(t, reported, 3)
		for i := range reported {
			assert.Equal(t, i+1, reported[i].Number)
			assert.Equal(t, "GroupGet", reported[i].Op)
			assert.Equal(t, time.Second, reported[i].Duration)
			assert.Equal(t, randoms[i], strconv.FormatUint(uint64(reported[i].Random), 10))
		}
		assert.Equal(t, pair.URL, reported[0].Host)
		assert.Equal(t, 503, reported[0].HTTPStatus)
		assert.Equal(t, len("<html>"), reported[0].Bytes)
		require.ErrorIs(t, reported[0].Err, rest.ErrUnexpectedStatus)
		assert.Equal(t, pair.Standby, reported[1].Host)
		assert.Equal(t, rest.Code(60007), reported[1].Code)
		require.ErrorIs(t, reported[1].Err, rest.Code(60007))
		assert.Equal(t, 200, reported[2].HTTPStatus)
		assert.Equal(t, len(success), reported[2].Bytes)
		assert.NoError(t, reported[2].Err)
	})
}

func TestWithLogger_logsEachAttemptWithoutSecrets(t *testing.T) {
	tests := map[string]struct {
		response string
		want     []string
	}{
		"success": {success, []string{
			"level=DEBUG", `msg="attempt succeeded"`, "operation=GroupGet", "attempt=1", "host=http://127.0.0.1", "waited=", "duration=",
			"status=200", "code=0", "bytes=104", "random=",
		}},
		"failure": {`{"ActionStatus":"FAIL","ErrorCode":30003}`, []string{"level=WARN", `msg="attempt failed"`, "code=30003", "error="}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
			_, _ = newClient(t, json(test.response), rest.WithLogger(logger)).GroupGet(t.Context(), request)
			for _, want := range test.want {
				assert.Contains(t, log.String(), want)
			}
			assert.NotContains(t, log.String(), "usersig")
		})
	}
}

func TestWithMiddleware_seesNoSecret(t *testing.T) {
	var order []string
	middleware := func(name string) rest.Option {
		return rest.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
			return testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
				order = append(order, name)
				assert.Empty(t, r.URL.RawQuery)
				response, err := next.RoundTrip(r)
				assert.Same(t, r, response.Request)
				return response, err
			})
		})
	}
	var arrived string
	client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
		arrived = r.URL.Query().Get("usersig")
		json(success)(w, r)
	}, middleware("outer"), middleware("inner"))
	_, err := client.GroupGet(t.Context(), request)
	require.NoError(t, err)
	assert.NotEmpty(t, arrived)
	assert.Equal(t, []string{"outer", "inner"}, order)
}
