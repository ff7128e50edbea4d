package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// emittedTypes returns the types that the emitted method of an operation takes and returns.
func emittedTypes(t *testing.T, operation *api.Operation) (request, response reflect.Type) {
	t.Helper()
	method, ok := reflect.TypeFor[gen.API]().MethodByName(operation.ID)
	require.True(t, ok, "gen.API has no method %s: run go generate ./...", operation.ID)
	return method.Type.In(1), method.Type.Out(0).Elem()
}

// emittedType returns the type that holds a packet.
func emittedType(t *testing.T, operation *api.Operation, direction api.Direction, body []byte) reflect.Type {
	t.Helper()
	request, response := emittedTypes(t, operation)
	var outcome struct{ ActionStatus gen.ActionStatus }
	switch {
	case direction == api.Requests:
		return request
	case json.Unmarshal(body, &outcome) == nil && outcome.ActionStatus == gen.ActionStatusFail:
		return reflect.TypeFor[gen.ErrorResponse]()
	}
	return response
}

func TestFixturesPassThroughTheEmittedTypesUnchanged(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	eachOperation(t, document, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		packets, err := api.Fixtures(operation.Command, direction)
		require.NoError(t, err)
		for _, packet := range packets {
			emitted := emittedType(t, operation, direction, packet.Body)
			value := reflect.New(emitted).Interface()
			require.NoError(t, json.Unmarshal(packet.Body, value), packet.Name)
			encoded, err := json.Marshal(value)
			require.NoError(t, err, packet.Name)
			assert.JSONEq(t, canonical(t, emitted, packet.Body), string(encoded), packet.Name)
		}
	})
}

// TestTheVendorsSamplesAreByteForByte keeps the samples of the vendor's pages as they were taken down, odd white
// space included.
func TestTheVendorsSamplesAreByteForByte(t *testing.T) {
	for name, want := range map[string]string{
		"group_get/requests/basic":     "fb11360cd253f4d196a2b8c9692f22f74cb7a4857d383fd847f25cf6411a9196",
		"group_get/requests/complete":  "ee56be5eb428bd4437264f731f160b76ce8a1656b52f41cd8ac6012d8a6358b5",
		"group_get/responses/basic":    "a04dad31b65cdf04c3fa75bfea825e5ab9e289253748a5ade3a3a9bdb47e0593",
		"group_get/responses/complete": "7761108492d828de0682e10637f620f32a750f7ced18e2800d1b7b3513cad174",
	} {
		t.Run(name, func(t *testing.T) {
			body, err := os.ReadFile(filepath.Join("fixtures", name+".json"))
			require.NoError(t, err)
			sum := sha256.Sum256(body)
			assert.Equal(t, want, hex.EncodeToString(sum[:]))
		})
	}
}
