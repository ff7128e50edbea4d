package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const output = `goos: linux
cpu: of a test
BenchmarkCall/network=http/reply=page/callers=8/client=hand-2    	 1	 400000 ns/op	 1024 B/op	 100 allocs/op
BenchmarkCall/network=http/reply=page/callers=8/client=timsns-2  	 1	 200000 ns/op	  512 B/op	  61 allocs/op
BenchmarkCall/network=http/reply=page/callers=8/client=timsns-2  	 1	 100000 ns/op	  512 B/op	  61 allocs/op
BenchmarkCall/network=http/reply=page/callers=8/client=timsns-2  	 1	 900000 ns/op	  512 B/op	  61 allocs/op
BenchmarkCall/network=http/reply=small/callers=64/client=hand-2  	 1	   1000 ns/op	 1024 B/op	 100 allocs/op
BenchmarkCall/network=http/reply=small/callers=64/client=timsns-2	 1	   1060 ns/op	 1024 B/op	 100 allocs/op
BenchmarkCall/network=https/reply=small/callers=1/client=hand-2 	 1	   1000 ns/op
BenchmarkGrowth/of=friends/sized=true/entries=1000-2	 1	 5 ns/op	 2.5 allocated/decoded	 330 decoded-B/entry	 1700 ns/entry	 3.01 peak/decoded
BenchmarkGrowth/of=friends/sized=true/entries=100-2 	 1	 5 ns/op	 2.5 allocated/decoded	 330 decoded-B/entry	 1700 ns/entry	 3.00 peak/decoded
BenchmarkSign-2	 1	 101 ns/op	 0 B/op	 1 allocs/op
PASS
`

func resultsOf(t *testing.T, text string) (results, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "raw.txt")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	found := results{}
	return found, found.read(name)
}

func TestTables(t *testing.T) {
	found, err := resultsOf(t, output)
	require.NoError(t, err)
	assert.Equal(t, [][]string{
		{"network", "reply", "callers", "by hand, µs", "stock", "timsns", "at most", "", "net/http alone"},
		{"http", "small", "64", "1", "-", "1.06x", "1.05x", "missed", "-"},
		{"http", "page", "8", "400", "-", "0.50x", "0.70x", "met", "-"},
		{"https", "small", "1", "1", "-", "-", "1.05x", "missed", "-"},
	}, found.calls(units[0]), "the median of three runs, the small reply first; what was not measured is not met")
	assert.Equal(t, []string{"http", "page", "8", "100", "-", "0.61x", "0.60x", "missed", "-"}, found.calls(units[1])[2])
	assert.Equal(t, []string{"http", "page", "8", "1", "-", "0.50x", "0.50x", "met", "-"}, found.calls(units[2])[2])
	assert.Equal(t, [][]string{
		{"friends", "true", "100", "1700", "330", "2.50x", "3.00x", "3.00x", "met"},
		{"friends", "true", "1000", "1700", "330", "2.50x", "3.01x", "3.00x", "missed"},
	}, found.growth()[1:])
	assert.Equal(t, [][]string{{"a cached signature", "101", "100", "missed", "1", "1", "met"}}, found.parts()[1:])
}

func TestMarkdown(t *testing.T) {
	assert.Equal(t, "| a | µs |\n| -: | -: |\n| 1 |  2 |\n", markdown([][]string{{"a", "µs"}, {"1", "2"}}))
}

func TestWhatIsNoOutputOfBenchmarks(t *testing.T) {
	_, err := resultsOf(t, "PASS\n")
	assert.ErrorContains(t, err, "raw.txt: want the output of benchmarks")
	_, err = resultsOf(t, "BenchmarkSign-2 1 x ns/op\n")
	assert.Error(t, err)
	assert.ErrorContains(t, report(nil), "want the files")
	assert.ErrorContains(t, report([]string{"missing.txt"}), "missing.txt")
}
