package api_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"reflect"
	"regexp"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// capture is a server that keeps the last request and sends a fixed response.
type capture struct {
	request  *http.Request
	body     []byte
	response []byte
}

func (c *capture) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.body, _ = io.ReadAll(r.Body)
	c.request = r.Clone(r.Context()) // net/http reuses its own
	c.request.Body = io.NopCloser(bytes.NewReader(c.body))
	_, _ = w.Write(c.response)
}

// callEmitted calls the generated method of an operation by reflection.
func callEmitted(t *testing.T, client *gen.Client, operation *api.Operation, request []byte) error {
	t.Helper()
	requestType, _ := emittedTypes(t, operation)
	value := reflect.New(requestType)
	require.NoError(t, json.Unmarshal(request, value.Interface()))
	method := reflect.ValueOf(client).MethodByName(operation.ID)
	results := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), value.Elem()})
	err, _ := reflect.TypeAssert[error](results[1])
	return err
}

func newCaptured(t *testing.T) (*capture, *gen.Client, string) {
	t.Helper()
	server := &capture{}
	running := httptest.NewServer(server)
	t.Cleanup(running.Close)
	client, err := gen.NewClient(rest.Server{URL: running.URL}, testutil.NewSigner(t))
	require.NoError(t, err)
	t.Cleanup(client.CloseIdleConnections)
	return server, client, running.URL
}

// TestClient_sendsValidRequests validates the requests on the wire with kin-openapi's filter, which enforces all five
// security schemes, and the responses.
func TestClient_sendsValidRequests(t *testing.T) {
	server, client, address := newCaptured(t)
	spec := loadSpec(t)
	spec.Servers = openapi3.Servers{{URL: address}}
	router, err := legacy.NewRouter(spec)
	require.NoError(t, err)
	document, err := api.Load()
	require.NoError(t, err)
	eachOperation(t, document, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		fixtures, err := document.Fixtures(operation.Command, direction)
		require.NoError(t, err)
		for _, fixture := range fixtures {
			request := fixtureOr(t, document, operation, api.Requests, direction, fixture)
			server.response = fixtureOr(t, document, operation, api.Responses, direction, fixture)
			err := callEmitted(t, client, operation, request)
			if isFailure(t, operation, server.response) {
				assert.Error(t, err, fixture.Name)
			} else {
				assert.NoError(t, err, fixture.Name)
			}
			requestType, _ := emittedTypes(t, operation)
			assert.JSONEq(t, canonical(t, requestType, request), string(server.body), fixture.Name)
			validateWithFilter(t, document, router, address, server)
		}
	})
}

// fixtureOr returns the fixture if it has the wanted direction, and otherwise the basic one of that direction.
func fixtureOr(
	t *testing.T, document *api.Document, operation *api.Operation, want, direction api.Direction, fixture api.Fixture,
) []byte {
	t.Helper()
	if want == direction {
		return fixture.Body
	}
	fixtures, err := document.Fixtures(operation.Command, want)
	require.NoError(t, err)
	for _, candidate := range fixtures {
		if candidate.Name == "basic" {
			return candidate.Body
		}
	}
	require.Fail(t, "want a fixture named basic", "%s of %s", want, operation.Command)
	return nil
}

func isFailure(t *testing.T, operation *api.Operation, response []byte) bool {
	t.Helper()
	return emittedType(t, operation, api.Responses, response) == reflect.TypeFor[gen.ErrorResponse]()
}

func validateWithFilter(t *testing.T, document *api.Document, router routers.Router, address string, server *capture) {
	t.Helper()
	received, err := http.NewRequestWithContext(t.Context(), server.request.Method, address+server.request.URL.String(), bytes.NewReader(server.body))
	require.NoError(t, err)
	received.Header = server.request.Header
	route, parameters, err := router.FindRoute(received)
	require.NoError(t, err)
	enforced := map[string]bool{}
	input := &openapi3filter.RequestValidationInput{
		Request: received, PathParams: parameters, Route: route,
		Options: &openapi3filter.Options{
			MultiError: true,
			AuthenticationFunc: func(_ context.Context, scheme *openapi3filter.AuthenticationInput) error {
				enforced[scheme.SecuritySchemeName] = true
				return document.ValidateQuery(received.URL.Query())
			},
		},
	}
	require.NoError(t, openapi3filter.ValidateRequest(t.Context(), input))
	assert.Len(t, enforced, 5, "security schemes")
	assert.NoError(t, openapi3filter.ValidateResponse(t.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: http.StatusOK,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(server.response)),
	}))
}

// TestClient_requestOnTheWire compares a request with a golden file, after replacing what differs from call to call.
func TestClient_requestOnTheWire(t *testing.T) {
	server, client, _ := newCaptured(t)
	document, err := api.Load()
	require.NoError(t, err)
	operation, ok := document.Operation("group_get")
	require.True(t, ok)
	_ = callEmitted(t, client, operation, []byte(
		`{"From_Account":"id","NeedFriend":"Need_Friend_Type_Yes","LastSequence":1,"GroupName":["同学 <1>"]}`,
	))
	wire, err := httputil.DumpRequest(server.request, true)
	require.NoError(t, err)
	for pattern, name := range map[string]string{
		`usersig=[A-Za-z0-9*_%-]+`: "usersig=USERSIG", `random=\d+`: "random=RANDOM", `127\.0\.0\.1:\d+`: "HOST",
	} {
		wire = regexp.MustCompile(pattern).ReplaceAll(wire, []byte(name))
	}
	want, err := os.ReadFile("testdata/group_get.http")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(bytes.ReplaceAll(wire, []byte("\r\n"), []byte("\n")))+"\n")
}
