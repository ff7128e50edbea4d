package verify

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestReadAll_limitsFiles(t *testing.T) {
	readers := map[string]func(content string) io.Reader{
		"a buffer": func(content string) io.Reader { return bytes.NewBufferString(content) },
		"a pipe":   func(content string) io.Reader { return iotest.OneByteReader(strings.NewReader(content)) },
		"a file": func(content string) io.Reader {
			name := filepath.Join(t.TempDir(), "a")
			require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
			file, err := os.Open(name)
			require.NoError(t, err)
			t.Cleanup(func() { _ = file.Close() })
			return file
		},
	}
	for name, reader := range readers {
		t.Run(name, func(t *testing.T) {
			content, err := readAll(reader("12345"), 5)
			require.NoError(t, err)
			assert.Equal(t, "12345", string(content))
			_, err = readAll(reader("123456"), 5)
			assert.EqualError(t, err, "want a file of at most 5 bytes, or NDJSON, which is read a line at a time")
		})
	}
}

func TestLineReader(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	lines := newLineReader(strings.NewReader("a\n\n"+long+"\n"+long+"y\nb"), len(long)+1)
	var texts []string
	for lines.next() {
		text := string(lines.text)
		if lines.isTooLong {
			text = "too long"
		}
		texts = append(texts, text)
		assert.Equal(t, len(texts), lines.number)
	}
	require.NoError(t, lines.err)
	assert.Equal(t, []string{"a\n", "\n", long + "\n", "too long", "b"}, texts)
}

func TestRead_ndjsonOneLineAtATime(t *testing.T) {
	document, err := api.LoadStrict()
	require.NoError(t, err)
	in, out := io.Pipe()
	go func() { _, _ = io.WriteString(out, "{}\n{}\n") }() // and leave the pipe open
	for result, err := range Read(document, Source{Name: "group_get/a.ndjson"}, in) {
		require.NoError(t, err)
		if result.Line == 2 {
			break
		}
	}
}

func TestRead_returnsReadErrors(t *testing.T) {
	document, err := api.LoadStrict()
	require.NoError(t, err)
	errDisk := errors.New("disk")
	for _, name := range []string{"group_get/a.ndjson", "group_get/a.json", "a.har"} {
		var results []Result
		var errs []error
		for result, err := range Read(document, Source{Name: name}, io.MultiReader(strings.NewReader("{}\n"), iotest.ErrReader(errDisk))) {
			if err != nil {
				errs = append(errs, err)
			} else {
				results = append(results, result)
			}
		}
		assert.Equal(t, []error{errDisk}, errs, name)
		assert.Len(t, results, strings.Count(name, "ndjson"), name)
	}
}
