package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrapCell(t *testing.T) {
	tests := map[string]struct {
		content, want string
		width         int
	}{
		"a line that fits":                     {"alice bob", "alice bob", 9},
		"words":                                {"alice, bob, carol", "alice,\nbob,\ncarol", 8},
		"a word that ends at the edge":         {"alice bob", "alice\nbob", 5},
		"an underscore":                        {"IM_AddSource", "IM_\nAddSource", 11},
		"a date":                               {"2023-11-14 22:13:20", "2023-11-\n14\n22:13:20", 9},
		"a word without a break":               {"abcdefghij", "abcd\nefgh\nij", 4},
		"wide characters at an odd width":      {"同学同学", "同\n学\n同\n学", 3},
		"a wide character in a narrower cell":  {"同学", "同\n学", 1},
		"a mark that combines with the letter": {"e\u0301e\u0301e\u0301", "e\u0301e\u0301\ne\u0301", 2},
		"lines of their own":                   {"Tag: a\nTag: bcd", "Tag: a\nTag:\nbcd", 6},
		"many blanks":                          {"a      b", "a\nb", 3},
		"no text":                              {"", "", 8},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, wrapCell(test.content, test.width))
		})
	}
}

func TestPrintTables_staysInLine(t *testing.T) {
	var friends strings.Builder
	for i := range 3000 {
		const name = "同学们的朋友小明和他的妹妹小红"
		fmt.Fprintf(&friends, `{"To_Account":"user_%d","SnsProfileItem":[{"Tag":"Tag_SNS_IM_Group","Value":["家人","同学 %d"]},`+
			`{"Tag":"Tag_SNS_IM_Remark","Value":"%s"},{"Tag":"Tag_SNS_IM_AddSource","Value":"AddSource_Type_Android"}]},`,
			i, i, string([]rune(name)[:i%16]))
	}
	response := `{"UserDataItem":[` + strings.TrimSuffix(friends.String(), ",") + `]}`
	for _, width := range []int{50, 53, 60} { // also those at which a cell has an odd width
		var out bytes.Buffer
		require.NoError(t, printTables(&out, jsontext.Value(response), width))
		table := strings.Split(strings.TrimSpace(out.String()), "\n")[1:]
		want := text.StringWidthWithoutEscSequences(table[0])
		assert.LessOrEqual(t, want, width)
		assert.Greater(t, len(table), 3000)
		for _, line := range table {
			require.Equal(t, want, text.StringWidthWithoutEscSequences(line), line)
		}
	}
}
