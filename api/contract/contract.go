// Package contract holds the contract tests of a document: whether it keeps the rules, whether its packets fit it and
// cover it, and whether the client emitted from it does what it says. The test of an emitted package is one line:
//
//	func TestContract(t *testing.T) { contract.Test(t, profile.NewClient, "openapi.yaml", "packets") }
package contract

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/rest"
)

var (
	every  = flag.Int("contract.every", 25, "make every nth edit of the schemas; 1 makes all")
	values = flag.Int("contract.values", 100, "how many random values of each request and response to test")
	seed   = flag.Uint64("contract.seed", 1, "the seed of the random values")
)

// Test tests a document, the packets beside it, and the client that newClient, the function NewClient of the emitted
// package, makes. Document is a file. Packets is a folder with <command>/requests, <command>/responses, and the same
// with invalid packets in its folder refused. There is a subtest for each part of the contract:
//
//   - Rules: the document keeps the rules that `timsns lint --rules` lists.
//   - Packets: there are enough packets, and they are valid in strict mode, or invalid for their reason. Those of the
//     document's examples are equal to them.
//   - SchemaEdits: a packet notices each edit of the schemas. By default the test makes every 25th edit;
//     -contract.every changes that.
//   - Operations: the client has a method for each operation, with the same path, rate limit and idempotence, and none
//     for an operation that the document does not have.
//   - RoundTrip: the emitted types keep packets, and random values that the schemas allow (-contract.values,
//     -contract.seed).
//   - Requests: the requests that the client sends are valid, signature and query included.
//   - Responses: the client returns an error for each response that is a failure or invalid, except for those that it
//     accepts on purpose; and for all of them with a recorder that fails on violations.
//   - Sandbox: package sandbox answers the packets, as the client reads them.
func Test[Client any](
	t *testing.T, newClient func(rest.Server, rest.Signer, ...rest.Option) (*Client, error), document, packets string,
) {
	t.Helper()
	run(t, newClient, document, packets)
}

// run returns what it tested, or nil if it could not test everything.
func run[Client any](
	t *testing.T, newClient func(rest.Server, rest.Signer, ...rest.Option) (*Client, error), document, packets string,
) *contract {
	t.Helper()
	text, err := os.ReadFile(document) //nolint:gosec // the test names the file
	require.NoError(t, err)
	violations := api.Lint(document, text)
	t.Run("Rules", func(t *testing.T) {
		for _, violation := range violations {
			t.Error(violation)
		}
	})
	if len(violations.WithoutTodos()) > 0 {
		return nil
	}
	c := open(t, text, document, packets)
	setClient(c, newClient)
	if !t.Run("Packets", c.testPackets) || !t.Run("Operations", c.testOperations) {
		return nil // the other tests need both
	}
	t.Run("SchemaEdits", c.testSchemaEdits)
	t.Run("RoundTrip", c.testRoundTrip)
	t.Run("Requests", c.testRequests)
	t.Run("Responses", c.testResponses)
	t.Run("Sandbox", c.testSandbox)
	return c
}

// contract is a document with its packets and its client.
type contract struct {
	file, packets string // as the caller named them
	document      *api.Document
	strict        *api.Document
	spec          *openapi3.T // the document as other tools read it
	suite         *mutation.Suite
	client        reflect.Type // a pointer
	newClient     func(t testing.TB, sign rest.Signer, options ...rest.Option) reflect.Value

	// What the document needs of what the tests allow. Both are nil unless the tests ran in full.
	accepted    map[*leniency]int // how many invalid responses the client accepts
	equivalents map[string]bool   // the reasons why no packet notices an edit
}

// setClient sets the client of a contract.
func setClient[Client any](c *contract, newClient func(rest.Server, rest.Signer, ...rest.Option) (*Client, error)) {
	c.client = reflect.TypeFor[*Client]()
	c.newClient = func(t testing.TB, sign rest.Signer, options ...rest.Option) reflect.Value {
		t.Helper()
		client, err := newClient(rest.Server{URL: "http://127.0.0.1"}, sign, options...) // no request gets there
		require.NoError(t, err)
		return reflect.ValueOf(client)
	}
}

// open reads a document and its packets.
func open(t testing.TB, text []byte, file, packets string) *contract {
	t.Helper()
	document, err := api.Open(text, os.DirFS(packets))
	require.NoError(t, err)
	strict, err := document.Strict()
	require.NoError(t, err)
	spec, err := openapi3.NewLoader().LoadFromData(text)
	require.NoError(t, err)
	c := &contract{
		file: file, packets: packets, document: document, strict: strict, spec: spec,
	}
	c.suite, err = mutation.New(text, mutation.FoldersOf(packets), corpus.Queries(document))
	require.NoError(t, err)
	return c
}

// command returns the command line that writes missing packets.
func (c *contract) command() string {
	return "timsns packets --document " + c.file + " --packets " + c.packets + " --complete"
}

// each runs test once for each operation and each direction.
func (c *contract) each(t *testing.T, test func(*testing.T, *api.Operation, api.Direction)) {
	t.Helper()
	for _, operation := range c.document.Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			t.Run(operation.Command+"/"+string(direction), func(t *testing.T) { test(t, operation, direction) })
		}
	}
}

// fixtures returns the valid packets of a command.
func (c *contract) fixtures(t *testing.T, operation *api.Operation, direction api.Direction) []api.Fixture {
	t.Helper()
	fixtures, err := c.document.Fixtures(operation.Command, direction)
	require.NoError(t, err)
	return fixtures
}

// fixture returns the valid packet with a name, such as basic.
func (c *contract) fixture(t *testing.T, operation *api.Operation, direction api.Direction, name string) []byte {
	t.Helper()
	for _, fixture := range c.fixtures(t, operation, direction) {
		if fixture.Name == name {
			return fixture.Body
		}
	}
	require.Fail(t, "want a packet", "%s/%s/%s/%s.json; %s", c.packets, operation.Command, direction, name, c.command())
	return nil
}

// codeOf returns the code of a valid response.
func codeOf(t *testing.T, response []byte) rest.Code {
	t.Helper()
	var envelope struct {
		ErrorCode rest.Code `json:"ErrorCode"`
	}
	require.NoError(t, json.Unmarshal(response, &envelope))
	return envelope.ErrorCode
}
