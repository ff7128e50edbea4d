package rest_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// TestError_hasNoUserSigThatAServerRepeats checks that a call redacts a UserSig in a response.
func TestError_hasNoUserSigThatAServerRepeats(t *testing.T) {
	raw := func(text func(r *http.Request) string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			connection, _, err := http.NewResponseController(w).Hijack()
			if assert.NoError(t, err) {
				_, _ = connection.Write([]byte(text(r)))
				_ = connection.Close()
			}
		}
	}
	respond := func(format string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { _, _ = fmt.Fprintf(w, format, r.URL.String()) }
	}
	unescaped := func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprintf(w, `{"ErrorCode":30001,"ErrorInfo":"%s"}`, r.URL.Query().Get("usersig"))
	}
	for name, handler := range map[string]http.HandlerFunc{
		"a Location that is malformed": raw(func(r *http.Request) string {
			return "HTTP/1.1 302 Found\r\nLocation: http://h:x/?" + r.URL.RawQuery + "\r\nContent-Length: 0\r\n\r\n"
		}),
		"a Location": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/?"+r.URL.RawQuery, http.StatusFound)
		},
		"a malformed status":    raw(func(r *http.Request) string { return "HTTP/1.1 " + r.URL.RawQuery + "\r\n\r\n" }),
		"ErrorInfo":             respond(`{"ActionStatus":"FAIL","ErrorCode":70003,"ErrorInfo":"%s"}`),
		"ErrorInfo, unescaped":  unescaped,
		"ErrorDisplay":          respond(`{"ActionStatus":"FAIL","ErrorCode":70003,"ErrorDisplay":"%s"}`),
		"a name given twice":    respond(`{"%[1]s":1,"%[1]s":1}`),
		"a value of wrong type": respond(`{"ErrorCode":0,"ResultItem":"%s"}`),
		"an error code's text":  respond(`{"ErrorCode":"%s"}`),
		"a page":                respond(`<html>%s</html>`),
	} {
		t.Run(name, func(t *testing.T) {
			var sent url.Values
			client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
				sent = r.URL.Query()
				handler(w, r)
			})
			_, err := client.GroupGet(t.Context(), request)
			require.Error(t, err)
			userSig := sent.Get("usersig")
			require.NotEmpty(t, userSig)
			for ; err != nil; err = errors.Unwrap(err) {
				text := fmt.Sprintf("%v %+v %#v", err, err, err)
				assert.NotContains(t, text, userSig)
				assert.NotContains(t, text, url.QueryEscape(userSig))
			}
		})
	}
}

// TestCall_redactsASuccessThatRepeatsTheRequest covers programs that print a whole response.
func TestCall_redactsASuccessThatRepeatsTheRequest(t *testing.T) {
	var sent url.Values
	client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
		sent = r.URL.Query()
		userSig := sent.Get("usersig")
		_, _ = fmt.Fprintf(w, `{"ActionStatus":"OK","ErrorCode":0,"ResultItem":[{"To_Account":"%s","ResultCode":30006,"ResultInfo":"%s…"}]}`,
			r.URL, userSig[:60])
	})
	response, err := client.BlackListAdd(t.Context(), gen.BlackListAddRequest{FromAccount: "alice", ToAccount: []string{"bob"}})
	require.NoError(t, err)
	userSig := sent.Get("usersig")
	for _, text := range []string{fmt.Sprintf("%+v", response), response.Err().Error(), fmt.Sprintf("%+v", response.Failures()[0])} {
		assert.Contains(t, text, "REDACTED")
		assert.NotContains(t, text, userSig[:16])
	}
}

func TestError_matchesAfterRedaction(t *testing.T) {
	repeat := testutil.TransportFunc(func(r *http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("GET %s: %w", r.URL, context.DeadlineExceeded)
	})
	_, err := newClient(t, nil, rest.WithTransport(repeat)).GroupGet(t.Context(), request)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	assert.ErrorContains(t, err, "usersig=REDACTED")
}

func TestWithResponseLimit(t *testing.T) {
	for limit, want := range map[int64]string{
		math.MaxInt64: "", int64(len(success)): "", int64(len(success)) - 1: "response too large",
	} {
		_, err := newClient(t, json(success), rest.WithResponseLimit(limit)).GroupGet(t.Context(), request)
		if want == "" {
			assert.NoError(t, err, "limit %d", limit)
			continue
		}
		assert.ErrorContains(t, err, want, "limit %d", limit)
	}
}

func TestCall_findsTheCodeInAMalformedResponse(t *testing.T) {
	for name, body := range map[string]string{
		"ErrorInfo a number":     `{"ActionStatus":"FAIL","ErrorCode":60007,"ErrorInfo":123}`,
		"ErrorDisplay an object": `{"ActionStatus":"FAIL","ErrorCode":60007,"ErrorDisplay":{}}`,
		"ActionStatus a number":  `{"ActionStatus":1,"ErrorCode":60007}`,
		"ErrorInfo not UTF-8":    "{\"ActionStatus\":\"FAIL\",\"ErrorCode\":60007,\"ErrorInfo\":\"\xff\"}",
		"a name given twice":     `{"ActionStatus":"FAIL","ErrorCode":60007,"A":1,"A":1}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newClient(t, json(body)).GroupGet(t.Context(), request)
			assert.ErrorIs(t, err, gen.CodeRateLimitExceeded)
		})
	}
}

func TestError_hasTheStatusOfAnUnreadableBody(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"truncated": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte("{"))
		},
		"too large": answer(http.StatusBadGateway, "text/html", strings.Repeat("x", 2000)),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := newClient(t, handler, rest.WithResponseLimit(1000)).GroupGet(t.Context(), request)
			assert.ErrorIs(t, err, rest.ErrUnexpectedStatus)
		})
	}
}

func TestError_matchesDeadlineExceededForAnyTimeout(t *testing.T) {
	timeout := testutil.TransportFunc(func(*http.Request) (*http.Response, error) {
		return nil, &net.DNSError{Err: "no answer", Name: "example.com", IsTimeout: true}
	})
	_, err := newClient(t, nil, rest.WithTransport(timeout)).GroupGet(t.Context(), request)
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestError_isShortened(t *testing.T) {
	long := `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":"` + strings.Repeat("x", 1<<20) + `"}`
	_, err := newClient(t, json(long)).GroupGet(t.Context(), request)
	assert.Less(t, len(err.Error()), 3000)
	assert.ErrorContains(t, err, "(shortened)")
}

func TestNewClient_refusesANilSigner(t *testing.T) {
	_, err := gen.NewClient(gen.Singapore, (*signer.Signer)(nil)) // as in a program that ignores the error of signer.New
	assert.ErrorContains(t, err, "want a signer with an SDKAppID")
}
