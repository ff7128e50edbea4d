package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPrintTables(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	time.Local = time.UTC
	tests := map[string]struct{ response, want string }{
		"single values":  {`{"B":1,"A":"x","Empty":"","Null":null}`, "B: 1\nA: x\n"},
		"an empty array": {`{"Lists":[]}`, "Lists: none\n"},
		"different objects": {
			`{"L":[{"A":1},{"B":[1,"x"]}]}`,
			"L:\n┌───┬──────┐\n│ A │ B    │\n├───┼──────┤\n│ 1 │      │\n│   │ 1, x │\n└───┴──────┘\n",
		},
		"values other than objects": {`{"L":["a",2]}`, "L: a, 2\n"},
		"success":                   {`{"A":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`, "A: 1\n"},
		"nothing but success":       {`{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`, "done\n"},
		"what goes with success":    {`{"ActionStatus":"Some","ErrorCode":0,"ErrorInfo":"why"}`, "ActionStatus: Some\nErrorInfo: why\n"},
		"times":                     {`{"AddTime":1700000000,"MsgTimeStamp":1600000000}`, "AddTime: 2023-11-14 22:13:20\nMsgTimeStamp: 2020-09-13 12:26:40\n"},
		"other numbers":             {`{"AddTime":0,"SilentTime":60,"Number":1700000000}`, "AddTime: 0\nSilentTime: 60\nNumber: 1700000000\n"},
		"tags": {
			`{"L":[{"A":1,"T":[{"Tag":"Tag_X_Name","Value":"n"},{"Tag":"Tag_X_AddTime","Value":1700000000}]},{"T":[],"Empty":""}]}`,
			"L:\n" +
				"┌───┬──────┬─────────────────────┐\n│ A │ Name │ AddTime             │\n├───┼──────┼─────────────────────┤\n" +
				"│ 1 │ n    │ 2023-11-14 22:13:20 │\n│   │      │                     │\n└───┴──────┴─────────────────────┘\n",
		},
		"names without values": {`{"L":[{"T":[{"Tag":"X"}]}]}`, "L:\n┌────────┐\n│ T      │\n├────────┤\n│ Tag: X │\n└────────┘\n"},
		"one tag":              {`{"L":[{"T":[{"Tag":"X_Y","Value":["a","b"]}]}]}`, "L:\n┌──────┐\n│ X_Y  │\n├──────┤\n│ a, b │\n└──────┘\n"},
		"no tags":              {`{"L":[{"T":[{"A":"x","B":"y"}]}]}`, "L:\n┌────────────┐\n│ T          │\n├────────────┤\n│ A: x, B: y │\n└────────────┘\n"},
		"an object within":     {`{"O":{"A":1,"B":["x","y"]}}`, "O: A: 1, B: x, y\n"},
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

func TestPrintTables_fitsTheTerminal(t *testing.T) {
	const response = `{"L":[{"GroupName":"family","To_Account":["alice","bob","carol","dave","erin","frank"],"N":1}]}`
	for _, width := range []int{60, 40, 30, 20, 12, 1} {
		var out bytes.Buffer
		require.NoError(t, printTables(&out, jsontext.Value(response), width))
		for line := range strings.Lines(out.String()) {
			isTable := strings.ContainsAny(line, "│─")
			assert.True(t, !isTable || text.LongestLineLen(strings.TrimSpace(line)) <= max(width, 12), "%d: %s", width, line)
		}
		assert.Contains(t, out.String(), "family")
		assert.Equal(t, width < 30, strings.Contains(out.String(), "omitted; --output json prints all"), out.String())
	}
}

func TestPrintTables_isBounded(t *testing.T) {
	var columns, rows strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&columns, `{"c%d":1},`, i)
	}
	for range maxRows {
		rows.WriteString(`{},`)
	}
	long := strings.Repeat("x", 1<<16)
	var out bytes.Buffer
	response := `{"C":[` + columns.String() + `{}],"R":[` + rows.String() + `{"b":1}],"L":["` + long + `",1]}`
	require.NoError(t, printTables(&out, jsontext.Value(response), 0))
	assert.Less(t, out.Len(), 2<<20)
	assert.Contains(t, out.String(), "\n… 2980 columns omitted; --output json prints all\n")
	assert.Contains(t, out.String(), "\n… 1 row omitted; --output json prints all\n")
	assert.Contains(t, out.String(), "\nL: … and 2 more; --output json prints all\n")
	for line := range strings.Lines(out.String()) {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), 200)
	}
}
