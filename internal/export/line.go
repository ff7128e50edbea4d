package export

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
)

// longestLine is the size of the longest line that is read, in bytes. The record of a failure has an account, in which
// JSON may escape each byte, and the message of a call.
const longestLine = 64 << 10

// longestAccount is the size of the longest line of the accounts file that is taken for an account, in bytes.
const longestAccount = 4 << 10

// lines reads the lines of a file, however long they are, in bounded memory.
type lines struct {
	in     *bufio.Reader
	offset int64 // of the next line
	number int64 // of the last line, from 1 on
}

// newLines continues at an offset, after a number of lines. It reads up to the given size of the file.
func newLines(file io.ReaderAt, offset, number, size int64) *lines {
	section := io.NewSectionReader(file, offset, size-offset)
	return &lines{bufio.NewReaderSize(section, longestLine), offset, number}
}

// next returns a line without its line break, and reports whether it is whole. The line is valid until the next call.
func (l *lines) next() (line []byte, isWhole bool, err error) {
	line, err = l.in.ReadSlice('\n')
	isWhole = !errors.Is(err, bufio.ErrBufferFull)
	l.offset += int64(len(line))
	if !isWhole {
		line = bytes.Clone(line)
	}
	for errors.Is(err, bufio.ErrBufferFull) {
		var more []byte
		more, err = l.in.ReadSlice('\n')
		l.offset += int64(len(more))
	}
	if errors.Is(err, io.EOF) && len(line) > 0 {
		err = nil // the last line has no line break
	}
	l.number++
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")), isWhole, err
}

// item is an account to export.
type item struct {
	account string
	line    int64  // of the accounts file
	command string // the only one to call; empty for all
	problem string // why the line is no account; empty if it is one

	offset, number int64 // of the source behind the item
}

// source returns the next item, and io.EOF after the last one.
type source func() (item, error)

// accounts returns the items of the accounts file. Blank lines are skipped.
func accounts(lines *lines) source {
	return func() (item, error) {
		for {
			line, isWhole, err := lines.next()
			if err != nil {
				return item{}, err
			}
			if lines.number == 1 {
				line = bytes.TrimPrefix(line, []byte("\ufeff"))
			}
			if len(bytes.TrimSpace(line)) == 0 && isWhole {
				continue
			}
			next := item{account: string(line), line: lines.number, offset: lines.offset, number: lines.number}
			switch {
			case len(line) > longestAccount:
				next.problem = fmt.Sprintf("want a UserID on the line, got more than %d bytes", longestAccount)
				next.account = strings.ToValidUTF8(next.account[:100], "\ufffd") + "…"
			case !utf8.Valid(line):
				next.problem = "want UTF-8"
				next.account = strings.ToValidUTF8(next.account, "\ufffd")
			}
			return next, nil
		}
	}
}

// Failure is a line of the file of failures.
type Failure struct {
	Line    int64  // of the accounts file
	Account string // as in the accounts file, unless that has no UTF-8 or more than fits a UserID
	Command string // empty if the line is no account
	Code    int64  // of the service; 0 if it sent none
	Message string
}

// failures returns the items of the file of failures, which are to be exported again.
func failures(lines *lines) source {
	return func() (item, error) {
		line, _, err := lines.next()
		if err != nil {
			return item{}, err
		}
		var failure Failure
		if err := json.Unmarshal(line, &failure); err != nil {
			return item{}, fmt.Errorf("line %d: want the record of a failure: %w", lines.number, err)
		}
		next := item{
			account: failure.Account, line: failure.Line, command: failure.Command,
			offset: lines.offset, number: lines.number,
		}
		if failure.Command == "" {
			next.problem = failure.Message
		}
		return next, nil
	}
}
