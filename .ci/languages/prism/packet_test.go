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
	packets, err := api.Fixtures(operation.Command, direction)
	require.NoError(t, err)
	require.NotEmpty(t, packets)
	return packets
}

// broken returns the fixtures that violate the document. Other tools do not know the strict mode.
func broken(t *testing.T, operation *api.Operation, direction api.Direction) []api.Fixture {
	t.Helper()
	check := operation.ValidateRequest
	if direction == api.Responses {
		check = operation.ValidateResponse
	}
	refused, err := api.ReadFixtures(os.DirFS("../../../api/testdata/refused"), operation.Command, direction)
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

// isMalformed tells whether a packet is no JSON. One that is empty has no body at all, which is another fault.
func isMalformed(packet api.Fixture) bool {
	return len(bytes.TrimSpace(packet.Body)) > 0 && !json.Valid(packet.Body)
}

// hasNameTwice tells whether nothing is wrong with a packet but that an object has two members of one name.
func hasNameTwice(packet api.Fixture) bool {
	return packet.Reason == "not valid JSON" && json.Valid(packet.Body)
}

// credentials are the parameters of the query, of which Prism wants that they are there.
func credentials() url.Values {
	return url.Values{
		"sdkappid": {"1400000000"}, "identifier": {"administrator"}, "usersig": {"signature"},
		"random": {"1"}, "contenttype": {"json"},
	}
}

// answer is what came of a request.
type answer struct {
	status     int
	violations string // what Prism says of a reply
}

// send sends a request without the client, which sends none that is wrong.
func send(t *testing.T, address string, body []byte) answer {
	t.Helper()
	sent, err := trySend(t, address, body, 30*time.Second)
	require.NoError(t, err)
	return sent
}

func trySend(t *testing.T, address string, body []byte, timeout time.Duration) (answer, error) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, bytes.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	response, err := (&http.Client{Timeout: timeout}).Do(request)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = response.Body.Close() }()
	_, err = io.Copy(io.Discard, response.Body)
	return answer{response.StatusCode, response.Header.Get("Sl-Violations")}, err
}
