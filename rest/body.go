package rest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/timsns/timsns/internal/attempt"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestPooled is the capacity above which a buffer is left to the garbage collector, so that one large reply
// does not stay in memory.
const largestPooled = 256 << 10

func takeBuffer() *bytes.Buffer {
	buffer, _ := buffers.Get().(*bytes.Buffer)
	return buffer
}

func returnBuffer(buffer *bytes.Buffer) {
	if buffer.Cap() > largestPooled {
		return
	}
	buffer.Reset()
	buffers.Put(buffer)
}

// readBody reads the reply whole, into buffer if that can hold it. net/http has decompressed it by then, so that limit holds
// for what comes out. A body of the caller's transport that panics does not tell the signature.
func readBody(buffer *bytes.Buffer, response *http.Response, limit int64, redact func(string) string) (body []byte, err error) {
	defer attempt.Recover(redact, &err)
	if response.ContentLength > limit {
		return nil, fmt.Errorf("%w: %d bytes, want at most %d", ErrResponseTooLarge, response.ContentLength, limit)
	}
	body, err = readAll(buffer, http.MaxBytesReader(nil, response.Body, limit), response.ContentLength)
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return body, fmt.Errorf("%w: want at most %d bytes", ErrResponseTooLarge, limit)
	}
	if err != nil {
		return body, fmt.Errorf("reading the response: %w", err)
	}
	return body, nil
}

// longestTrusted is the length for which there is room made before anything of it has come.
const longestTrusted = 16 << 20

// readAll makes room for a body of known length at once. A long one of unknown length is left to io.ReadAll: a buffer that
// doubles takes four times its size on the way.
func readAll(buffer *bytes.Buffer, body io.Reader, length int64) ([]byte, error) {
	if length > 0 && length <= longestTrusted {
		buffer.Grow(int(length) + bytes.MinRead) // ReadFrom wants that much to find the end
		_, err := buffer.ReadFrom(body)
		return buffer.Bytes(), err
	}
	const most = largestPooled - 2*bytes.MinRead // as a rule, its buffer is still pooled
	if _, err := buffer.ReadFrom(io.LimitReader(body, most)); err != nil || buffer.Len() < most {
		return buffer.Bytes(), err
	}
	return io.ReadAll(io.MultiReader(buffer, body))
}
