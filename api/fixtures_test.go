package api_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// refused holds the invalid fixtures, each with its reason.
var refused = os.DirFS("testdata/refused")

// tolerated holds fixtures that are valid although their schema, as other tools read it, does not allow them: see
// absent.go.
var tolerated = os.DirFS("testdata/tolerated")

// validate validates a body of one direction.
func validate(operation *api.Operation, direction api.Direction, body []byte) error {
	if direction == api.Requests {
		return operation.ValidateRequest(body)
	}
	return operation.ValidateResponse(body)
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

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	return document
}

func TestFixtures_areValid(t *testing.T) {
	least := map[api.Direction]int{api.Requests: 2, api.Responses: 3}
	document := loadStrict(t)
	eachOperation(t, document, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		fixtures, err := document.Fixtures(operation.Command, direction)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(fixtures), least[direction], "fixtures of %s", operation.Command)
		for _, fixture := range fixtures {
			assert.NoError(t, validate(operation, direction, fixture.Body), fixture.Name)
		}
	})
}

func TestFixtures_refusedForTheirReason(t *testing.T) {
	eachOperation(t, loadStrict(t), func(t *testing.T, operation *api.Operation, direction api.Direction) {
		fixtures, err := api.ReadFixtures(refused, operation.Command, direction)
		require.NoError(t, err)
		assert.NotEmpty(t, fixtures, "invalid fixtures of %s", operation.Command)
		for _, fixture := range fixtures {
			err := validate(operation, direction, fixture.Body)
			require.Error(t, err, fixture.Name)
			if fixture.Reason == "not valid JSON" { // the decoder words the reason
				assert.Contains(t, err.Error(), fixture.Reason, fixture.Name)
				continue
			}
			assert.EqualError(t, err, fixture.Reason, fixture.Name)
		}
	})
}
