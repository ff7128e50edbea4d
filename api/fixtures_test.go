package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// check judges a packet of one direction.
func check(operation *api.Operation, direction api.Direction, body []byte) error {
	if direction == api.Requests {
		return operation.CheckRequest(body)
	}
	return operation.CheckResponse(body)
}

// eachOperation runs test once for each operation of the document and each direction.
func eachOperation(t *testing.T, document *api.Document, test func(*testing.T, *api.Operation, api.Direction)) {
	t.Helper()
	for _, operation := range document.Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			t.Run(operation.Command+"/"+string(direction), func(t *testing.T) { test(t, operation, direction) })
		}
	}
}

func loadClosed(t *testing.T) *api.Document {
	t.Helper()
	closed, err := api.LoadClosed()
	require.NoError(t, err)
	return closed
}

// allFixtures returns the packets of one direction, those that are refused last.
func allFixtures(t *testing.T, command string, direction api.Direction) []api.Fixture {
	t.Helper()
	good, err := api.Fixtures(command, direction)
	require.NoError(t, err)
	refused, err := api.RefusedFixtures(command, direction)
	require.NoError(t, err)
	return append(good, refused...)
}

func TestFixturesKeepTheContract(t *testing.T) {
	least := map[api.Direction]int{api.Requests: 2, api.Responses: 3}
	eachOperation(t, loadClosed(t), func(t *testing.T, operation *api.Operation, direction api.Direction) {
		packets, err := api.Fixtures(operation.Command, direction)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(packets), least[direction], "fixtures of %s", operation.Command)
		for _, packet := range packets {
			assert.NoError(t, check(operation, direction, packet.Body), packet.Name)
		}
	})
}

func TestRefusedFixturesBreakTheContractForTheStatedReason(t *testing.T) {
	eachOperation(t, loadClosed(t), func(t *testing.T, operation *api.Operation, direction api.Direction) {
		packets, err := api.RefusedFixtures(operation.Command, direction)
		require.NoError(t, err)
		assert.NotEmpty(t, packets, "refused fixtures of %s", operation.Command)
		for _, packet := range packets {
			err := check(operation, direction, packet.Body)
			require.Error(t, err, packet.Name)
			if packet.Refused == "not valid JSON" { // in whose words is the decoder's affair
				assert.Contains(t, err.Error(), packet.Refused, packet.Name)
				continue
			}
			assert.EqualError(t, err, packet.Refused, packet.Name)
		}
	})
}
