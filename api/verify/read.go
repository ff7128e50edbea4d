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
	content, err := readSized(io.LimitReader(in, limit+1), min(sizeOf(in), limit))
	if err == nil && int64(len(content)) > limit {
		err = fmt.Errorf("want a file of at most %d bytes, or NDJSON, which is read a line at a time", limit)
	}
	return content, err
}

// readSized reads all of in, which probably has size bytes; 0 if that is not known.
func readSized(in io.Reader, size int64) ([]byte, error) {
	if size == 0 {
		return io.ReadAll(in) // which takes less memory than a buffer that doubles
	}
	var content bytes.Buffer
	content.Grow(int(size) + bytes.MinRead) // ReadFrom needs that much to find the end
	_, err := content.ReadFrom(in)
	return content.Bytes(), err
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
