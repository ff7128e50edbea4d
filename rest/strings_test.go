package rest

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// members is a response with string arrays within an array.
type members struct {
	RawResponse

	Lists []struct{ Members []string }
}

func TestReadStrings(t *testing.T) {
	long := strings.Repeat("好", 5000)
	tests := map[string]string{
		"an empty array":         `[]`,
		"one string":             `["a"]`,
		"empty strings":          `["","a",""]`,
		"white space":            " [ \"a\" ,\n\t\"b\"\r] ",
		"escapes":                `["\"","\\","\\\"","\/","\u0041\n","\ud83d\ude00","a\\"]`,
		"brackets and commas":    `["[","]",",","],["]`,
		"a long string":          `["a","` + long + `","b"]`,
		"many strings":           `["` + strings.Repeat(`user","`, 2000) + `user"]`,
		"null":                   `null`,
		"null in it":             `["a",null]`,
		"null, and text behind":  `["a",null]b`,
		"an integer":             `["a",7]`,
		"an array in it":         `["a",["b"]]`,
		"an object in it":        `[{"a":"b"}]`,
		"a string":               `"a"`,
		"an object":              `{"a":"b"}`,
		"unterminated":           `["a"`,
		"two values":             `["a" "b"]`,
		"invalid UTF-8":          "[\"\xff\"]",
		"half a surrogate pair":  `["\ud83d"]`,
		"an invalid escape":      `["\x"]`,
		"a control character":    "[\"\x00\"]",
		"an unterminated string": `["a]`,
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			decodesTheSame(t, []byte(text))
		})
	}
}

// decodesTheSame compares the value, or the error with its position, with what the JSON package alone returns.
func decodesTheSame(t *testing.T, array []byte) {
	t.Helper()
	text := append(append([]byte(`{"Lists":[{"Members":["x"]},{"Members":`), array...), `}]}`...)
	var got, want struct{ Lists []struct{ Members []string } }
	err := json.Unmarshal(text, &got, json.WithUnmarshalers(ofStrings))
	wantErr := json.Unmarshal(text, &want)
	isValid := jsontext.Value(array).IsValid() // otherwise the array may have two errors, and either may be reported
	if errors.Is(err, errNullString) {         // which the JSON package reads as an empty string
		require.Contains(t, string(array), "null")
		require.True(t, wantErr == nil || !isValid, wantErr)
		return
	}
	if wantErr == nil {
		require.NoError(t, err)
		assert.Equal(t, want, got)
		return
	}
	require.Error(t, err)
	if isValid {
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

func TestHasNestedStringSlices(t *testing.T) {
	type item struct{ List []string }
	tests := map[string]struct {
		response any
		want     bool
	}{
		"in an array":            {members{}, true},
		"in an array of a part":  {struct{ members }{}, true},
		"an array of arrays":     {struct{ Lists [][]string }{}, true},
		"only outside of arrays": {struct{ Failed []string }{}, false},
		"outside and in an array": {struct {
			One  item
			Many []item
		}{}, true},
		"values":           {struct{ Items []struct{ Value Value } }{}, false},
		"a recursive type": {struct{ Tree tree }{}, false},
		"raw JSON":         {RawResponse{}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			response := typeInContext{reflect.TypeOf(test.response), false}
			assert.Equal(t, test.want, hasNestedStringSlices(response, map[typeInContext]bool{}))
		})
	}
}

// TestStringArena_keepsLittleMemory keeps a few UserIDs of a large response. They must not keep all of its memory.
func TestStringArena_keepsLittleMemory(t *testing.T) {
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
	assert.Less(t, int64(after)-int64(before), int64(kept*blockSize+64<<10), "one block for each string, and what the test itself needs")
	runtime.KeepAlive(array)
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
