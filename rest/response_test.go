package rest_test

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

func redirect(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/elsewhere" {
			_, _ = w.Write([]byte(success))
			return
		}
		http.Redirect(w, r, "/elsewhere", status)
	}
}

func truncated(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", strconv.Itoa(len(success)))
	_, _ = w.Write([]byte(success[:len(success)/2]))
}

func closedConnection(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

func endless(w http.ResponseWriter, _ *http.Request) {
	chunk := []byte(strings.Repeat(" ", 64<<10))
	for {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

func TestCall_failsWithoutASuccess(t *testing.T) {
	tenMegabytes := `{"ErrorInfo":"` + strings.Repeat("x", 10<<20) + `",` + success[1:]
	tests := map[string]struct {
		handler http.HandlerFunc
		want    error  // an error that it matches
		text    string // a part of the message
	}{
		"HTTP 503 with JSON":          {answer(503, "application/json", success), rest.ErrUnexpectedStatus, "503 Service Unavailable"},
		"HTTP 500 with an error code": {answer(500, "application/json", `{"ActionStatus":"FAIL","ErrorCode":30006,"ErrorInfo":"x"}`), gen.CodeInternalError, "the service failed internally"},
		"HTTP 204":                    {answer(204, "", ""), rest.ErrUnexpectedStatus, "204 No Content"},
		"HTTP 201 with a success":     {answer(201, "application/json", success), rest.ErrUnexpectedStatus, "201 Created"},
		"HTML with 200":               {answer(200, "text/html", "<html>login</html>"), rest.ErrInvalidResponse, "want a JSON object, got no JSON"},
		"an empty object":             {json(`{}`), rest.ErrInvalidResponse, "ErrorCode is missing"},
		"null":                        {json(`null`), rest.ErrInvalidResponse, "want a JSON object, got null"},
		"an array":                    {json(`[]`), rest.ErrInvalidResponse, "want a JSON object, got an array"},
		"an array of a success":       {json(`[` + success + `]`), rest.ErrInvalidResponse, "want a JSON object, got an array"},
		"a string":                    {json(`"OK"`), rest.ErrInvalidResponse, "want a JSON object, got a string"},
		"an empty body":               {json(``), rest.ErrInvalidResponse, "want a JSON object, got no JSON"},
		"a truncated body":            {truncated, nil, "unexpected EOF"},
		"a truncated JSON text":       {json(success[:len(success)-1]), rest.ErrInvalidResponse, "unexpected EOF"},
		"two JSON values":             {json(success + success), rest.ErrInvalidResponse, "after top-level value"},
		"a name twice":                {json(`{"ErrorCode":30001,` + success[1:]), rest.ErrInvalidResponse, "duplicate"},
		"ErrorCode missing":           {json(`{"ActionStatus":"OK","ErrorInfo":""}`), rest.ErrInvalidResponse, "ErrorCode is missing"},
		"ErrorCode in lower case":     {json(`{"ActionStatus":"OK","errorcode":0}`), rest.ErrInvalidResponse, "ErrorCode is missing"},
		"ErrorCode a string":          {json(`{"ActionStatus":"OK","ErrorCode":"0"}`), rest.ErrInvalidResponse, "want an integer, got a string"},
		"ErrorCode null":              {json(`{"ActionStatus":"OK","ErrorCode":null}`), rest.ErrInvalidResponse, "want an integer, got null"},
		"ErrorCode a fraction":        {json(`{"ActionStatus":"OK","ErrorCode":0.5}`), rest.ErrInvalidResponse, "into Go int64"},
		"OK with a code":              {json(`{"ActionStatus":"OK","ErrorCode":30001}`), gen.CodeInvalidParameter, "ActionStatus is OK although ErrorCode is not 0"},
		"another status with code 0":  {json(`{"ActionStatus":"fail","ErrorCode":0}`), rest.ErrInvalidResponse, "ActionStatus is neither OK nor FAIL"},
		"FAIL with code 0":            {json(`{"ActionStatus":"FAIL","ErrorCode":0}`), rest.ErrInvalidResponse, "ActionStatus is FAIL although ErrorCode is 0"},
		"FAIL with a code":            {json(`{"ActionStatus":"FAIL","ErrorCode":30003}`), gen.CodeAccountNotFound, "the account does not exist"},
		"FAIL with an unknown code":   {json(`{"ActionStatus":"FAIL","ErrorCode":31211}`), rest.Code(31211), "error code 31211"},
		"FAIL with odd fields":        {json(`{"ActionStatus":"FAIL","ErrorCode":30003,"ResultItem":"none"}`), gen.CodeAccountNotFound, "the account does not exist"},
		"a field of a wrong type":     {json(strings.Replace(success, "[]", `"none"`, 1)), rest.ErrInvalidResponse, "ResultItem"},
		"a body of 10 MB":             {json(tenMegabytes), rest.ErrResponseTooLarge, "want at most 8388608"},
		"a body that never ends":      {endless, rest.ErrResponseTooLarge, "want at most 8388608"},
		"a closed connection":         {closedConnection, nil, "EOF"},
		"a redirect, 302":             {redirect(302), rest.ErrUnexpectedStatus, "302 Found"},
		"a redirect, 307":             {redirect(307), rest.ErrUnexpectedStatus, "307 Temporary Redirect"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, test.handler)
			lists, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
			assert.Nil(t, lists)
			var failure *rest.Error
			require.ErrorAs(t, err, &failure)
			assert.Equal(t, "GroupGet", failure.Op)
			assert.Equal(t, 1, failure.Attempts)
			assert.ErrorContains(t, err, test.text)
			if test.want != nil {
				assert.ErrorIs(t, err, test.want)
			}
			assert.Less(t, len(err.Error()), 400, "a message that a person can read")
		})
	}
}

func TestCall_failsWithoutAResponse(t *testing.T) {
	silent := func(_ http.ResponseWriter, r *http.Request) { untilGone(r) }
	halfway := func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(success[:10]))
		_ = http.NewResponseController(w).Flush()
		untilGone(r)
	}
	for name, handler := range map[string]http.HandlerFunc{"no header": silent, "half a body": halfway} {
		t.Run(name+", attempt's time-out", func(t *testing.T) {
			client := newClient(t, handler, rest.WithAttemptTimeout(20*time.Millisecond))
			_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.ErrorContains(t, err, "no complete response within 20ms")
		})
		t.Run(name+", caller's deadline", func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
			defer cancel()
			_, err := newClient(t, handler).GroupGet(ctx, gen.GroupGetRequest{FromAccount: "id"})
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.NotContains(t, err.Error(), "no complete response within")
		})
		t.Run(name+", caller's cancellation", func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			client := newClient(t, func(w http.ResponseWriter, r *http.Request) {
				cancel()
				handler(w, r)
			})
			_, err := client.GroupGet(ctx, gen.GroupGetRequest{FromAccount: "id"})
			assert.ErrorIs(t, err, context.Canceled)
		})
	}
}

func TestCall_acceptsUnknownFields(t *testing.T) {
	response := strings.Replace(success, `[]`, `[{"GroupName":"group1","FriendNumber":1,"New":{"a":[1]}}]`, 1)
	response = strings.Replace(response, `"ErrorInfo"`, `"Another":null,"ErrorInfo"`, 1)
	lists, err := newClient(t, json(response)).GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "id"})
	require.NoError(t, err)
	assert.Equal(t, []gen.GroupGetResultItem{{GroupName: "group1", FriendNumber: 1}}, lists.ResultItem)
}
