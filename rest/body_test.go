package rest

import (
	"bytes"
	"errors"
	"io"
	"math"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errBrokeOff = errors.New("broke off")

func TestReadBody(t *testing.T) {
	const limit = 4 * maxPooled
	unknown := func(int) int64 { return -1 }
	known := func(size int) int64 { return int64(size) }
	tests := map[string]struct {
		size   int
		length func(size int) int64
		fault  error
		want   string
	}{
		"small":                        {size: 10, length: known},
		"small, of unknown length":     {size: 10, length: unknown},
		"as large as a pooled buffer":  {size: maxPooled, length: unknown},
		"a bit smaller":                {size: maxPooled - 2*bytes.MinRead, length: unknown},
		"large":                        {size: 3 * maxPooled, length: known},
		"large, of unknown length":     {size: 3 * maxPooled, length: unknown},
		"at the limit":                 {size: limit, length: known},
		"at the limit, unknown":        {size: limit, length: unknown},
		"beyond the limit":             {size: limit + 1, length: known, want: "response too large: 1048577 bytes, want at most 1048576"},
		"beyond the limit, unknown":    {size: limit + 1, length: unknown, want: "response too large: want at most 1048576 bytes"},
		"broken off":                   {size: 10, length: known, fault: errBrokeOff, want: "reading the response: broke off"},
		"broken off late":              {size: 2 * maxPooled, length: unknown, fault: errBrokeOff, want: "reading the response: broke off"},
		"longer than a wrong length":   {size: 3 * maxPooled, length: func(int) int64 { return 1 }},
		"shorter than a wrong length":  {size: 1, length: func(int) int64 { return limit }},
		"far shorter than a wrong one": {size: 1, length: func(int) int64 { return math.MaxInt64 }, want: "response too large"},
		"empty":                        {size: 0, length: known},
		"empty, of unknown length":     {size: 0, length: unknown},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat("0123456789abcdef", test.size/16+1)[:test.size]
			reader := io.Reader(strings.NewReader(text))
			if test.fault != nil {
				reader = io.MultiReader(reader, iotest.ErrReader(test.fault))
			}
			response := &http.Response{Body: io.NopCloser(reader), ContentLength: test.length(test.size)}
			body, err := readBody(new(bytes.Buffer), response, limit)
			if test.want != "" {
				assert.ErrorContains(t, err, test.want)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, text, string(body))
		})
	}
}

// TestReadBody_doesNotTrustContentLength covers a client without an effective limit: it must not reserve memory for a
// Content-Length of more than 16 MiB.
func TestReadBody_doesNotTrustContentLength(t *testing.T) {
	for _, length := range []int64{16<<20 + 1, math.MaxInt64 - 1} {
		response := &http.Response{Body: io.NopCloser(strings.NewReader("short")), ContentLength: length}
		buffer := new(bytes.Buffer)
		body, err := readBody(buffer, response, math.MaxInt64)
		require.NoError(t, err)
		assert.Equal(t, "short", string(body))
		assert.Less(t, buffer.Cap(), 1<<20, "for a response that claims %d bytes", length)
	}
}
