package prism_test

import (
	"net/http"
	"reflect"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// eachOperation runs a test for each operation of the document. The document is not strict.
func eachOperation(t *testing.T, test func(t *testing.T, operation *api.Operation)) {
	t.Helper()
	open, err := api.Load()
	require.NoError(t, err)
	require.NotEmpty(t, open.Operations())
	for _, operation := range open.Operations() {
		t.Run(operation.Command, func(t *testing.T) { test(t, operation) })
	}
}

// examplesOf returns the examples of the response, by name.
func examplesOf(t *testing.T, operation *api.Operation) openapi3.Examples {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromData(timsns.Document)
	require.NoError(t, err)
	response := spec.Paths.Value(operation.Path).Post.Responses.Value("200").Value
	examples := response.Content["application/json"].Examples
	require.NotEmpty(t, examples)
	return examples
}

// watch is a middleware that asks Prism for an example, and keeps the result of the last exchange.
type watch struct {
	next       http.RoundTripper
	prefer     string
	status     int
	violations []string
}

func (w *watch) RoundTrip(request *http.Request) (*http.Response, error) {
	request = request.Clone(request.Context())
	if w.prefer != "" {
		request.Header.Set("Prefer", w.prefer)
	}
	w.status, w.violations = 0, nil
	response, err := w.next.RoundTrip(request)
	if err == nil {
		w.status, w.violations = response.StatusCode, response.Header.Values("Sl-Violations")
	}
	return response, err
}

// newClient returns an emitted client and its middleware. The client does not retry, which would hide the result of the
// first attempt.
func newClient(t *testing.T, url string, credentials signer.Credentials) (*gen.Client, *watch) {
	t.Helper()
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	watch := &watch{}
	client, err := gen.NewClient(rest.Server{URL: url}, sign, rest.WithLimiter(rest.NoLimit()),
		rest.WithoutRetry(),
		rest.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
			watch.next = next
			return watch
		}))
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return client, watch
}

// call calls the emitted method of an operation, and returns a pointer to the response.
func call(t *testing.T, client gen.API, operation *api.Operation, request []byte) (response any, err error) {
	t.Helper()
	method := reflect.ValueOf(client).MethodByName(operation.ID)
	require.True(t, method.IsValid(), "gen.API has no method %s: run go generate ./...", operation.ID)
	value := reflect.New(method.Type().In(1))
	require.NoError(t, json.Unmarshal(request, value.Interface()))
	results := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), value.Elem()})
	err, _ = reflect.TypeAssert[error](results[1])
	return results[0].Interface(), err
}
