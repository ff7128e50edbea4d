package main

import (
	"bytes"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPrintTables(t *testing.T) {
	tests := map[string]struct{ response, want string }{
		"single values":  {`{"B":1,"A":"x","Empty":"","Null":null}`, "B: 1\nA: x\n"},
		"an empty array": {`{"Lists":[]}`, "Lists: none\n"},
		"different objects": {
			`{"L":[{"A":1},{"B":[1,"x"]}]}`,
			"L:\n┌───┬──────┐\n│ A │ B    │\n├───┼──────┤\n│ 1 │      │\n│   │ 1, x │\n└───┴──────┘\n",
		},
		"values other than objects": {
			`{"L":["a",2]}`, "L:\n┌───────┐\n│ value │\n├───────┤\n│ a     │\n│ 2     │\n└───────┘\n",
		},
		"an object within": {`{"O":{"A":1,"B":["x","y"]}}`, "O: A: 1, B: x, y\n"},
		"objects within a row": {
			`{"L":[{"A":1,"B":[{"C":"x"},{"C":["y","z"]}]}]}`,
			"L:\n┌───┬─────────┐\n│ A │ B       │\n├───┼─────────┤\n│ 1 │ C: x    │\n│   │ C: y, z │\n└───┴─────────┘\n",
		},
		"control characters in names": {
			`{"\u001b[31mA":1,"L":[{"\u0007B":1}]}`,
			"\"\\x1b[31mA\": 1\nL:\n┌───────┐\n│ \"\\aB\" │\n├───────┤\n│ 1     │\n└───────┘\n",
		},
		"control characters in values": {`{"A":"\u001b[31mred\r\n"}`, "A: \"\\x1b[31mred\\r\\n\"\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			require.NoError(t, printTables(&out, jsontext.Value(test.response), 0))
			assert.Equal(t, test.want, out.String())
		})
	}
}
