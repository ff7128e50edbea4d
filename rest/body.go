package rest

import (
	"bytes"
	"errors"
	"fmt"
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

// readBody reads the reply whole. net/http has decompressed it by then, so that limit holds for what comes out. A body of
// the caller's transport that panics does not tell the signature.
func readBody(buffer *bytes.Buffer, response *http.Response, limit int64, redact func(string) string) (err error) {
	defer attempt.Recover(redact, &err)
	if response.ContentLength > limit {
		return fmt.Errorf("%w: %d bytes, want at most %d", ErrResponseTooLarge, response.ContentLength, limit)
	}
	_, err = buffer.ReadFrom(http.MaxBytesReader(nil, response.Body, limit))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return fmt.Errorf("%w: want at most %d bytes", ErrResponseTooLarge, limit)
	}
	if err != nil {
		return fmt.Errorf("reading the response: %w", err)
	}
	return nil
}
