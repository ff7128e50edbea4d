package prism_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func fixtures(t *testing.T, operation *api.Operation, direction api.Direction) []api.Fixture {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	packets, err := document.Fixtures(operation.Command, direction)
	require.NoError(t, err)
	require.NotEmpty(t, packets)
	return packets
}

// invalid returns the packets that violate the document. It leaves out those that are invalid only in strict mode,
// which other tools do not have.
func invalid(t *testing.T, operation *api.Operation, direction api.Direction) []api.Fixture {
	t.Helper()
	check := operation.ValidateRequest
	if direction == api.Responses {
		check = operation.ValidateResponse
	}
	refused, err := api.ReadFixtures(os.DirFS("../../../api/fixtures/refused"), operation.Command, direction)
	require.NoError(t, err)
	var packets []api.Fixture
	for _, packet := range refused {
		if check(packet.Body) != nil {
			packets = append(packets, packet)
		}
	}
	require.NotEmpty(t, packets)
	return packets
}

// lacksBothSpellings reports whether a packet has neither spelling of a property with an alias. The document declares
// both as optional; only x-alias-of requires one of them.
func lacksBothSpellings(packet api.Fixture) bool {
	return packet.Reason == `CurruentSequence: property "CurruentSequence" is missing` || packet.Name == "curruent-sequence-lower-case"
}

// isMalformed reports whether a packet is not valid JSON. An empty packet is not malformed: it is a missing body.
func isMalformed(packet api.Fixture) bool {
	return len(bytes.TrimSpace(packet.Body)) > 0 && !json.Valid(packet.Body)
}

// hasDuplicateName reports whether a packet is valid JSON except that an object has two members of the same name.
func hasDuplicateName(packet api.Fixture) bool {
	return packet.Reason == "not valid JSON" && json.Valid(packet.Body)
}

// credentials are the query parameters that the document requires.
func credentials() url.Values {
	return url.Values{
		"sdkappid": {"1400000000"}, "identifier": {"administrator"}, "usersig": {"signature"},
		"random": {"1"}, "contenttype": {"json"},
	}
}

// result is the result of a request.
type result struct {
	status     int
	violations string // of the response, as Prism reports them
	body       []byte
}

// send sends a request without the client, which would send no invalid one.
func send(t *testing.T, address string, body []byte) result {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, bytes.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	response, err := (&http.Client{Timeout: 30 * time.Second}).Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return result{response.StatusCode, response.Header.Get("Sl-Violations"), text}
}
