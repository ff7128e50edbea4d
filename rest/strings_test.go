package rest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// members is a reply with arrays of strings within an array.
type members struct {
	RawResponse

	Lists []struct{ Members []string }
}

func TestArraysOfStrings(t *testing.T) {
	long := strings.Repeat("好", 5000)
	tests := map[string]string{
		"none":                    `[]`,
		"one":                     `["a"]`,
		"an empty one":            `["","a",""]`,
		"white space":             " [ \"a\" ,\n\t\"b\"\r] ",
		"escapes":                 `["\"","\\","\\\"","\/","\u0041\n","\ud83d\ude00","a\\"]`,
		"brackets and commas":     `["[","]",",","],["]`,
		"a long one":              `["a","` + long + `","b"]`,
		"many":                    `["` + strings.Repeat(`user","`, 2000) + `user"]`,
		"null":                    `null`,
		"null in it":              `["a",null]`,
		"an integer":              `["a",7]`,
		"an array in it":          `["a",["b"]]`,
		"an object in it":         `[{"a":"b"}]`,
		"no array":                `"a"`,
		"an object":               `{"a":"b"}`,
		"not closed":              `["a"`,
		"two values":              `["a" "b"]`,
		"no UTF-8":                "[\"\xff\"]",
		"half a surrogate pair":   `["\ud83d"]`,
		"an escape that is none":  `["\x"]`,
		"a control character":     "[\"\x00\"]",
		"a string that is not so": `["a]`,
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			decodesTheSame(t, []byte(text))
		})
	}
}

// decodesTheSame compares with what the library makes of an array by itself: value, error and its place.
func decodesTheSame(t *testing.T, array []byte) {
	t.Helper()
	text := append(append([]byte(`{"Lists":[{"Members":["x"]},{"Members":`), array...), `}]}`...)
	var got, want struct{ Lists []struct{ Members []string } }
	err := json.Unmarshal(text, &got, withStrings)
	wantErr := json.Unmarshal(text, &want)
	if wantErr == nil {
		require.NoError(t, err)
		assert.Equal(t, want, got)
		return
	}
	require.Error(t, err)
	if jsontext.Value(array).IsValid() { // otherwise there may be two faults, of which either is told
		assert.EqualError(t, err, wantErr.Error())
	}
}

func FuzzStrings(f *testing.F) {
	for _, seed := range []string{`[]`, `["a","\u00e9"]`, `[1]`, `["a"`, `["\ud83d\ude00"]`, `[null,"a"]`, ` [ "," , "]" ] `} {
		f.Add([]byte(seed))
	}
	f.Fuzz(decodesTheSame)
}

type tree []*tree

func TestWhichRepliesMayHaveThousandsOfArraysOfStrings(t *testing.T) {
	type item struct{ List []string }
	tests := map[string]struct {
		reply Response
		want  json.Options
	}{
		"within an array":          {new(members), withStrings},
		"within an array in parts": {new(struct{ members }), withStrings},
		"one of its own": {new(struct {
			RawResponse
			Failed []string
		}), withoutStrings},
		"first of its own, then within an array": {new(struct {
			RawResponse
			One  item
			Many []item
		}), withStrings},
		"an array of arrays": {new(struct {
			RawResponse
			Lists [][]string
		}), withStrings},
		"values": {new(struct {
			RawResponse
			Items []struct{ Value Value }
		}), withoutStrings},
		"a type that has itself as a part": {new(struct {
			RawResponse
			Tree tree
		}), withoutStrings},
		"none": {new(RawResponse), withoutStrings},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for range 2 { // when it is looked at, and when it is known
				assert.Equal(t, fmt.Sprintf("%p", test.want), fmt.Sprintf("%p", decodingOf(test.reply)))
			}
		})
	}
}

// TestAStringKeepsLittleElse is of who keeps a few UserIDs of a large reply: memory that they share must not keep it whole.
func TestAStringKeepsLittleElse(t *testing.T) {
	const count, kept = 100_000, 10
	array := []byte{'['}
	for i := range count {
		array = fmt.Appendf(array, `"user_%020d",`, i)
	}
	array[len(array)-1] = ']'
	before := heap()
	keep := make([]string, 0, kept)
	func() {
		texts, ok := stringsOf(array)
		require.True(t, ok)
		for i := range kept {
			keep = append(keep, texts[i*count/kept])
		}
	}()
	after := heap()
	assert.Equal(t, "user_00000000000000010000", keep[1])
	assert.Less(t, int64(after)-int64(before), int64(kept*(1<<10)+64<<10), "a kibibyte each, and what else the test needs")
	runtime.KeepAlive(array)
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
