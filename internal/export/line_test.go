package export

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readAll returns all items of a source.
func readAll(t *testing.T, next source) (items []item) {
	t.Helper()
	for {
		one, err := next()
		if errors.Is(err, io.EOF) {
			return items
		}
		require.NoError(t, err)
		items = append(items, one)
	}
}

func TestAccounts(t *testing.T) {
	long := strings.Repeat("x", longestAccount)
	tests := map[string]struct {
		text string
		want []string // LINE ACCOUNT, or LINE ACCOUNT: PROBLEM
	}{
		"an empty file has none":                   {"", nil},
		"a line break ends the last line":          {"ann\nben\n", []string{"1 ann", "2 ben"}},
		"the end of the file ends the last line":   {"ann\nben", []string{"1 ann", "2 ben"}},
		"lines may end as on Windows":              {"ann\r\nben\r\n", []string{"1 ann", "2 ben"}},
		"blank lines are skipped and counted":      {"\nann\n \t\r\n\nben\n\n", []string{"2 ann", "5 ben"}},
		"a byte order mark is no part of the name": {"\ufeffann\n\ufeffben", []string{"1 ann", "2 \ufeffben"}},
		"blanks are a part of the name":            {" ann ", []string{"1  ann "}},
		"a line that is not UTF-8":                 {"ann\n\xffb\nben", []string{"1 ann", "2 \ufffdb: want UTF-8", "3 ben"}},
		"the longest line":                         {long + "\nben", []string{"1 " + long, "2 ben"}},
		"a longer line": {long + "x\nben", []string{
			"1 " + long[:100] + "…: want a UserID on the line, got more than 4096 bytes", "2 ben",
		}},
		"a line longer than the buffer": {strings.Repeat("x", 5*longestLine+1) + "\nben", []string{
			"1 " + long[:100] + "…: want a UserID on the line, got more than 4096 bytes", "2 ben",
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file, size := strings.NewReader(test.text), int64(len(test.text))
			items := readAll(t, accounts(newLines(file, 0, 0, size)))
			assert.Equal(t, test.want, textsOf(items))
			for i, one := range items { // each offset leads to the next item
				rest := readAll(t, accounts(newLines(file, one.offset, one.number, size)))
				assert.Equal(t, test.want[i+1:], append([]string{}, textsOf(rest)...))
			}
		})
	}
}

func textsOf(items []item) (texts []string) {
	for _, one := range items {
		text := strings.TrimSuffix(strings.Join([]string{one.account, one.problem}, ": "), ": ")
		texts = append(texts, string(rune('0'+one.line))+" "+text)
	}
	return texts
}

func TestAccounts_endsAtTheSizeAtTheStart(t *testing.T) {
	items := readAll(t, accounts(newLines(strings.NewReader("ann\nben\nappended meanwhile\n"), 0, 0, 8)))
	assert.Equal(t, []string{"1 ann", "2 ben"}, textsOf(items))
}

func TestFailures(t *testing.T) {
	text := `{"Line":7,"Account":"ann","Command":"friend_get","Code":30006,"Message":"later"}` + "\n" +
		`{"Line":9,"Account":"\ufffd","Command":"","Code":0,"Message":"want UTF-8"}` + "\n"
	items := readAll(t, failures(newLines(strings.NewReader(text), 0, 0, int64(len(text)))))
	require.Len(t, items, 2)
	assert.Equal(t, item{"ann", 7, "friend_get", "", int64(strings.Index(text, "\n") + 1), 1}, items[0])
	assert.Equal(t, item{"\ufffd", 9, "", "want UTF-8", int64(len(text)), 2}, items[1], "which cannot be called")

	_, err := failures(newLines(strings.NewReader("{}\nann\n"), 3, 1, 7))()
	assert.ErrorContains(t, err, "line 2: want the record of a failure")
}
