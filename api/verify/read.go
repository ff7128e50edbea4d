package verify

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// readAll reads all of in, or returns an error if that is more than limit bytes.
func readAll(in io.Reader, limit int64) ([]byte, error) {
	if buffer, ok := in.(*bytes.Buffer); ok && int64(buffer.Len()) <= limit {
		return buffer.Bytes(), nil
	}
	var content bytes.Buffer
	content.Grow(int(min(sizeOf(in), limit)) + bytes.MinRead) // ReadFrom needs that much to find the end
	if _, err := content.ReadFrom(io.LimitReader(in, limit+1)); err != nil {
		return nil, err
	}
	if int64(content.Len()) > limit {
		return nil, fmt.Errorf("want a file of at most %d bytes, or NDJSON, which is read a line at a time", limit)
	}
	return content.Bytes(), nil
}

// sizeOf returns the size of a regular file, and 0 for any other reader.
func sizeOf(in io.Reader) int64 {
	file, ok := in.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return 0
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// lineReader reads lines of limited length.
type lineReader struct {
	in    *bufio.Reader
	limit int

	text      []byte // the line with its end, or the beginning of one that is too long; overwritten by the next
	number    int    // from 1
	isTooLong bool
	err       error // why reading failed, nil at the end
}

func newLineReader(in io.Reader, limit int) *lineReader {
	return &lineReader{in: bufio.NewReader(in), limit: limit}
}

// next reads a line and reports whether there is one.
func (r *lineReader) next() bool {
	r.text, r.isTooLong = r.text[:0], false
	for {
		part, err := r.in.ReadSlice('\n')
		if len(r.text)+len(part) > r.limit {
			r.isTooLong = true
		} else {
			r.text = append(r.text, part...)
		}
		switch {
		case err == nil, errors.Is(err, io.EOF) && len(r.text) > 0:
			r.number++
			return true
		case errors.Is(err, io.EOF):
			return false
		case !errors.Is(err, bufio.ErrBufferFull):
			r.err = err
			return false
		}
	}
}
