package contract

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// replay is a transport that returns the same response to every request, and keeps the last exchange.
type replay struct {
	response corpus.Response
	exchange traffic.Exchange
}

func (r *replay) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	r.exchange = traffic.Exchange{
		Method: request.Method, URL: request.URL.String(),
		RequestType: request.Header.Get("Content-Type"), Request: body,
		Status: r.response.Status, ResponseType: r.response.Header.Get("Content-Type"), Response: r.response.Body,
	}
	return &http.Response{
		StatusCode: r.response.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: r.response.Header.Clone(), Body: io.NopCloser(bytes.NewReader(r.response.Body)),
		ContentLength: int64(len(r.response.Body)), Request: request,
	}, nil
}

// newReplayed returns a client whose responses are those of the transport.
func (c *contract) newReplayed(t testing.TB, options ...rest.Option) (*replay, reflect.Value) {
	t.Helper()
	transport := &replay{}
	client := c.newClient(t, testutil.NewSigner(t), append(options, rest.WithTransport(transport),
		rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: 1}), rest.WithLimiter(rest.NoLimit()))...)
	return transport, client
}

// call calls the method of an operation.
func (c *contract) call(t testing.TB, client reflect.Value, operation *api.Operation, request []byte) error {
	t.Helper()
	value := reflect.New(c.typeOf(operation, api.Requests))
	require.NoError(t, json.Unmarshal(request, value.Interface()))
	method := client.MethodByName(operation.ID)
	results := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), value.Elem()})
	err, _ := reflect.TypeAssert[error](results[1])
	assert.NotEqual(t, err == nil, results[0].IsNil(), "want a response or an error")
	return err
}

// observer is a limiter that keeps the operation and rejects the call.
type observer struct{ operation rest.Operation }

func (o *observer) Wait(_ context.Context, _ uint32, operation rest.Operation) (int, error) {
	o.operation = operation
	return 0, http.ErrAbortHandler
}

// testOperations compares the operations of the client with the document. They differ if the client was emitted from
// another state of the document.
func (c *contract) testOperations(t *testing.T) {
	limiter := &observer{}
	client := c.newClient(t, testutil.NewSigner(t), rest.WithLimiter(limiter))
	for _, operation := range c.document.Operations() {
		_, isEmitted := c.client.MethodByName(operation.ID)
		if !assert.True(t, isEmitted, "want a method %s of the client: run go generate", operation.ID) {
			continue
		}
		for _, request := range c.fixtures(t, operation, api.Requests) {
			require.ErrorIs(t, c.call(t, client, operation, request.Body), http.ErrAbortHandler)
			assert.Equal(t, operation.IsIdempotent(request.Body), limiter.operation.Idempotent,
				"idempotence of %s with the request %s: run go generate", operation.ID, request.Name)
		}
		got := limiter.operation
		assert.Equal(t, operation.Path, got.Path, "the path of %s: run go generate", operation.ID)
		assert.Equal(t, operation.RateLimit, got.RateLimit, "the rate limit of %s: run go generate", operation.ID)
		assert.Equal(t, operation.RepeatWithin, got.RepeatWithin, "x-idempotent.seconds of %s: run go generate", operation.ID)
	}
	for method := range c.client.Methods() {
		c.assertDocumented(t, method)
	}
}

// assertDocumented checks that a method that calls an operation is that of one which the document still has.
func (c *contract) assertDocumented(t *testing.T, method reflect.Method) {
	t.Helper()
	if method.Type.NumIn() != 4 || method.Type.In(2).Name() != method.Name+"Request" {
		return // it does something else, such as splitting a batch
	}
	isDocumented := slices.ContainsFunc(c.document.Operations(), func(o *api.Operation) bool { return o.ID == method.Name })
	assert.True(t, isDocumented, "the document has no operation %s: run go generate", method.Name)
}

// testRequests sends the valid requests, and reads the valid responses, and validates what is on the wire.
func (c *contract) testRequests(t *testing.T) {
	transport, client := c.newReplayed(t)
	c.each(t, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		for _, fixture := range c.fixtures(t, operation, direction) {
			request, response := fixture.Body, fixture.Body
			if direction == api.Requests {
				response = c.fixture(t, operation, api.Responses, "basic")
			} else {
				request = c.fixture(t, operation, api.Requests, "basic")
			}
			transport.response = corpus.Response{
				Status: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: response,
			}
			c.assertReported(t, c.call(t, client, operation, request), response, fixture.Name)
			assertKept(t, c.schemaOf(operation, api.Requests), request, transport.exchange.Request, fixture.Name)
			for _, result := range traffic.Validate(c.strict, &transport.exchange) {
				assert.Empty(t, result.Violations, "%s: the %s", fixture.Name, strings.TrimSuffix(string(result.Direction), "s"))
			}
		}
	})
}

// assertReported checks that the client reports a valid response: an error with what the response says of a failure,
// and none otherwise.
func (c *contract) assertReported(t *testing.T, err error, response []byte, name string) {
	t.Helper()
	if codeOf(t, response) == 0 {
		assert.NoError(t, err, name)
		return
	}
	var envelope struct{ ErrorInfo, ErrorDisplay string }
	require.NoError(t, json.Unmarshal(response, &envelope), name)
	failure, isError := errors.AsType[*rest.Error](err)
	if !assert.True(t, isError, "%s: want a *rest.Error, got %v", name, err) {
		return
	}
	code := codeOf(t, response)
	assert.Equal(t, code, failure.Code, name)
	assert.Equal(t, envelope.ErrorInfo, failure.Info, name)
	assert.Equal(t, envelope.ErrorDisplay, failure.Display, name)
	info, _ := c.document.LookupCode(code)
	assert.Equal(t, info.Meaning, failure.Meaning, "the meaning of the code %d: run go generate", code)
}
