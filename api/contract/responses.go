package contract

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/corpus"
	"github.com/timsns/timsns/rest"
)

// leniency is a kind of invalid responses that the client accepts on purpose.
type leniency struct {
	pattern string // of exchanges, matched against Case; %s stands for the names of properties that hold a rest.Value
	because string
	hides   string // the failure that could be mistaken for a success, or ""
}

// leniencies is the complete list. The test fails if the client accepts others.
var leniencies = []leniency{
	{
		pattern: `\(the document allows it\)$`,
		because: "the service may add properties, and codes for single accounts",
	}, {
		pattern: `^responses/content type/`,
		because: "only the body counts: a page of a proxy is not a JSON object with an ErrorCode",
	}, {
		pattern: `Error(Info|Display)( missing| null|, the name in)|Error(Info|Display): (property "\w+" is missing|value is not nullable)`,
		because: "texts for people do not determine the outcome",
	}, {
		pattern: `: (minimum|maximum) (string length|number of items) is \d+|: number must be at (least|most)`,
		because: "limits apply to requests; responses are passed on",
	}, {
		pattern: `[:;] [\w/]+: value is not one of the allowed values \[`,
		because: "the Go type of an enum holds any value, since the service may add some",
	}, {
		pattern: `/(%s)(/\d+)?: (value (must be a string|is not nullable)|integer must fit in 64 bits)`,
		because: "a rest.Value holds any JSON; its methods report whether it has the type that the caller wants",
	}, {
		pattern: `[:;] [\w/]+: (property "\w+" is missing|value is not nullable)`,
		because: "a missing or null property becomes Go's zero value",
	}, {
		pattern: `ActionStatus( missing| null| empty|, the name in|: property|: value)`,
		because: "ErrorCode decides; ActionStatus only reveals contradictions",
		hides:   "a failure that the response does not report: its ErrorCode is 0, and it has no ActionStatus",
	},
}

// judgement decides which invalid responses the client may accept.
type judgement struct {
	patterns []*regexp.Regexp // of leniencies

	// decisive matches what determines the outcome of a response. A leniency that concerns it has to say what it hides.
	decisive *regexp.Regexp
}

func (c *contract) newJudgement() judgement {
	var values, outcomes []string
	for _, component := range c.spec.Components.Schemas {
		for name, property := range component.Value.Properties {
			if holdsValue(property.Value) {
				values = append(values, regexp.QuoteMeta(name))
			}
		}
		if result, ok := component.Value.Extensions["x-result"].(map[string]any); ok {
			for _, member := range []string{"code", "status"} {
				if name, isNamed := result[member].(string); isNamed {
					outcomes = append(outcomes, `\b`+regexp.QuoteMeta(name)+`\b`)
				}
			}
		}
	}
	outcomes = append(outcomes, "ActionStatus", "ErrorCode", "a failure", "^responses/status", "not valid JSON")
	j := judgement{decisive: regexp.MustCompile(strings.Join(outcomes, "|"))}
	for _, entry := range leniencies {
		pattern := strings.ReplaceAll(entry.pattern, "%s", strings.Join(values, "|"))
		j.patterns = append(j.patterns, regexp.MustCompile(pattern))
	}
	return j
}

func holdsValue(schema *openapi3.Schema) bool {
	return schema.Extensions["x-go-type"] == "rest.Value" ||
		slices.ContainsFunc(schema.AllOf, func(part *openapi3.SchemaRef) bool { return holdsValue(part.Value) })
}

// testResponses passes all responses of the corpus, valid and invalid, through the methods of a client, and of one with
// a recorder that fails on violations, which must not accept any that is invalid.
func (c *contract) testResponses(t *testing.T) {
	exchanges, err := corpus.Load(c.document, nil)
	require.NoError(t, err)
	exchanges = slices.DeleteFunc(exchanges, func(e corpus.Exchange) bool { return e.Tested != api.Responses })
	recorder, err := traffic.NewRecorder(
		func(traffic.Exchange, []traffic.Result) {}, traffic.WithDocument(c.document), traffic.WithFailOnViolation(),
	)
	require.NoError(t, err)
	transport, client := c.newReplayed(t)
	strictTransport, strictClient := c.newReplayed(t, rest.WithMiddleware(recorder.Wrap))
	judgement := c.newJudgement()
	c.accepted = map[*leniency]int{}
	for _, exchange := range exchanges {
		operation, _ := c.document.Operation(exchange.Command)
		isFailure := !exchange.Good || codeOf(t, exchange.Response.Body) != 0
		strictTransport.response = exchange.Response
		assertOutcome(t, exchange, isFailure, c.call(t, strictClient, operation, exchange.Request.Body))
		transport.response = exchange.Response
		err := c.call(t, client, operation, exchange.Request.Body)
		if !exchange.Good && err == nil {
			c.assertLenient(t, exchange, judgement)
		} else {
			assertOutcome(t, exchange, isFailure, err)
		}
	}
	for i, entry := range leniencies {
		t.Logf("%4d invalid responses are accepted: %s", c.accepted[&leniencies[i]], entry.because)
	}
}

// assertOutcome checks that a method returned a *rest.Error if the call failed, and otherwise no error.
func assertOutcome(t *testing.T, exchange corpus.Exchange, failed bool, err error) {
	t.Helper()
	if !failed {
		assert.NoError(t, err, exchange.Name)
		return
	}
	_, isError := errors.AsType[*rest.Error](err)
	assert.True(t, isError, "%s: want a *rest.Error, got %v", exchange.Name, err)
}

// assertLenient checks that there is a reason for accepting an invalid response, and counts it.
func (c *contract) assertLenient(t *testing.T, exchange corpus.Exchange, judgement judgement) {
	t.Helper()
	text := exchange.Case()
	found, saysWhatItHides := false, false
	for i, entry := range leniencies {
		if judgement.patterns[i].MatchString(text) {
			c.accepted[&leniencies[i]]++
			found, saysWhatItHides = true, saysWhatItHides || entry.hides != ""
		}
	}
	assert.True(t, found, "%s: the client accepts it: %s", exchange.Command, text)
	if found && !exchange.OnlyStrict && judgement.decisive.MatchString(text) {
		assert.True(t, saysWhatItHides, "%s: it could turn a failure into a success: %s", exchange.Command, text)
	}
}
