package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestOperation_DefaultNumber(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	tests := map[string]struct{ command, property, want string }{
		"0 if it is allowed":              {"black_list_get", "StartIndex", "0"},
		"the maximum if 0 is not allowed": {"black_list_get", "MaxLimited", "1000"},
		"none for a string":               {"friend_check", "From_Account", ""},
		"none for an enum":                {"friend_check", "CheckType", ""},
		"none for an array":               {"friend_check", "To_Account", ""},
		"none for an unknown property":    {"friend_check", "Unknown", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			operation, _ := document.Operation(test.command)
			number, ok := operation.DefaultNumber(test.property)
			assert.Equal(t, test.want, number.String())
			assert.Equal(t, test.want != "", ok)
		})
	}
}
