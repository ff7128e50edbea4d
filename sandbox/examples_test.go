package sandbox_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

// TestSandbox_answersDocumentExamples tests that a new sandbox answers the example requests of the document, which
// include the vendor's samples, with the example responses of the same names.
func TestSandbox_answersDocumentExamples(t *testing.T) {
	document := loadStrict(t)
	for _, operation := range document.Operations() {
		requests, err := document.Fixtures(operation.Command, api.Requests)
		require.NoError(t, err)
		responses, err := document.Fixtures(operation.Command, api.Responses)
		require.NoError(t, err)
		for _, name := range []string{"basic", "complete"} {
			if name != "basic" && !hasFixture(requests, name) {
				continue // only basic is required
			}
			t.Run(operation.Command+"/"+name, func(t *testing.T) {
				service := newSandbox(t)
				exchange := newExchange(t, service)
				exchange.path, exchange.body = operation.Path, fixture(t, requests, name)
				got, _ := exchange.serve(t, service)
				assert.JSONEq(t, fixture(t, responses, name), string(got))
			})
		}
	}
}

func indexOf(fixtures []api.Fixture, name string) int {
	return slices.IndexFunc(fixtures, func(fixture api.Fixture) bool { return fixture.Name == name })
}

func hasFixture(fixtures []api.Fixture, name string) bool { return indexOf(fixtures, name) >= 0 }

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	strict, err := api.LoadStrict()
	require.NoError(t, err)
	return strict
}

func fixture(t *testing.T, fixtures []api.Fixture, name string) string {
	t.Helper()
	index := indexOf(fixtures, name)
	require.GreaterOrEqual(t, index, 0, "want a fixture named %s", name)
	return string(fixtures[index].Body)
}

// wordsOfGo matches what only errors of Go's packages say.
const wordsOfGo = `\bGo\b|json(text)?:|unmarshal|u?int64|float64|runtime|strconv`

// TestSandbox_responsesMatchDocument sends every fixture of every operation to the same sandbox. All responses must be
// valid, with a code that the operation documents.
func TestSandbox_responsesMatchDocument(t *testing.T) {
	service, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	document := loadStrict(t)
	for _, operation := range document.Operations() {
		good, err := document.Fixtures(operation.Command, api.Requests)
		require.NoError(t, err)
		bad, err := api.ReadFixtures(os.DirFS("../api/fixtures/refused"), operation.Command, api.Requests)
		require.NoError(t, err)
		tolerated, err := api.ReadFixtures(os.DirFS("../api/fixtures/tolerated"), operation.Command, api.Requests)
		require.NoError(t, err)
		for _, request := range slices.Concat(good, tolerated, bad) {
			exchange := newExchange(t, service)
			exchange.path, exchange.body = operation.Path, string(request.Body)
			response, envelope := exchange.serve(t, service)
			require.NoError(t, operation.ValidateResponse(response), "%s: %s: %s", operation.Command, request.Name, response)
			allowed := slices.Concat(operation.Codes, []int{0, int(gen.CodeMalformedJSON)})
			assert.Contains(t, allowed, int(envelope.ErrorCode), "%s: %s", operation.Command, request.Name)
			assert.NotRegexp(t, wordsOfGo, envelope.ErrorInfo, "%s: %s", operation.Command, request.Name)
		}
	}
}
