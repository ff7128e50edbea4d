package rest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxPooled is the capacity above which a buffer is left to the garbage collector, so that one large response does not
// stay in memory.
const maxPooled = 256 << 10

func takeBuffer() *bytes.Buffer {
	buffer, _ := buffers.Get().(*bytes.Buffer)
	return buffer
}

func returnBuffer(buffer *bytes.Buffer) {
	if buffer.Cap() > maxPooled {
		return
	}
	buffer.Reset()
	buffers.Put(buffer)
}

// readBody reads the whole response, into buffer if it fits. The limit applies to the size after decompression, which
// net/http does.
func readBody(buffer *bytes.Buffer, response *http.Response, limit int64) ([]byte, error) {
	if response.ContentLength > limit {
		return nil, fmt.Errorf("%w: %d bytes, want at most %d", ErrResponseTooLarge, response.ContentLength, limit)
	}
	body, err := readAll(buffer, http.MaxBytesReader(nil, response.Body, limit), response.ContentLength)
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return body, fmt.Errorf("%w: want at most %d bytes", ErrResponseTooLarge, limit)
	}
	if err != nil {
		return body, fmt.Errorf("reading the response: %w", err)
	}
	if most := limit/minObject + 1; int64(bytes.Count(body, []byte("{"))) > most {
		return body, fmt.Errorf("%w: want at most %d objects", ErrResponseTooLarge, most)
	}
	return body, nil
}

// minObject is how many bytes of a response an object has at least, on average. A response of empty objects would take
// a hundred times its size in memory.
const minObject = 32

// maxTrusted is the largest Content-Length for which memory is reserved before the body has arrived.
const maxTrusted = 16 << 20

// readAll reserves memory for a body of known length at once. It reads a long body of unknown length with io.ReadAll,
// since a growing bytes.Buffer would allocate four times the size of the body.
func readAll(buffer *bytes.Buffer, body io.Reader, length int64) ([]byte, error) {
	if length > 0 && length <= maxTrusted {
		buffer.Grow(int(length) + bytes.MinRead) // ReadFrom needs MinRead bytes to find the end
		_, err := buffer.ReadFrom(body)
		return buffer.Bytes(), err
	}
	const most = maxPooled - 2*bytes.MinRead // so that the buffer is usually still pooled
	if _, err := buffer.ReadFrom(io.LimitReader(body, most)); err != nil || buffer.Len() < most {
		return buffer.Bytes(), err
	}
	return io.ReadAll(io.MultiReader(buffer, body))
}
