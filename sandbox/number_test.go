package sandbox

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlainIntegers(t *testing.T) {
	tests := map[string]string{
		"0.0": "0", "-0": "0", "-0.0": "0", "0e5": "0", "1e2": "100", "1E+2": "100", "12.50e1": "125", "1.0": "1",
		"7": "7", "-7.0": "-7", "9223372036854775807": "9223372036854775807", "9223372036854775807.0": "9223372036854775807",
		"9007199254740993e0": "9007199254740993", "1.5": "1.5", "0.5": "0.5", "1e-999": "1e-999",
		"1e-999999999": "1e-999999999", "1e999999999": "1e999999999", "1e21": "1" + strings.Repeat("0", 21),
	}
	for number, want := range tests {
		t.Run(number, func(t *testing.T) {
			got := plainIntegers([]byte(`{"a": [` + number + `], "b": "` + number + `"}`))
			assert.JSONEq(t, `{"a":["x"],"b":"`+number+`"}`, strings.Replace(string(got), "["+want+"]", `["x"]`, 1))
		})
	}
}
