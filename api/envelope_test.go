package api_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// TestEnvelope_withoutStrictMode checks that the document itself ties ErrorCode to ActionStatus.
func TestEnvelope_withoutStrictMode(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	operation, ok := document.Operation("friend_delete_all")
	require.True(t, ok)
	tests := map[string]struct{ status, code, want string }{
		"a success":                         {"OK", "0", ""},
		"a failure":                         {"FAIL", "30003", ""},
		"a failure with a negative code":    {"FAIL", "-10001", ""},
		"a success with an error code":      {"OK", "30001", "ErrorCode: value is not one of the allowed values [0]"},
		"a success with a negative code":    {"OK", "-535400", "ErrorCode: value is not one of the allowed values [0]"},
		"a failure with code 0":             {"FAIL", "0", "ErrorCode: value must not be 0"},
		"a success whose code is a string":  {"OK", `"0"`, "ErrorCode: value must be an integer"},
		"a failure whose code is a string":  {"FAIL", `"30003"`, "ErrorCode: value must be an integer"},
		"a success whose code is null":      {"OK", "null", "ErrorCode: value is not nullable"},
		"a success whose code is a boolean": {"OK", "false", "ErrorCode: value must be an integer"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			const body = `{"ActionStatus":%q,"ErrorCode":%s,"ErrorInfo":"","ErrorDisplay":""}`
			err := operation.ValidateResponse(fmt.Appendf(nil, body, test.status, test.code))
			if test.want == "" {
				assert.NoError(t, err)
			} else {
				assert.EqualError(t, err, test.want)
			}
		})
	}
}
