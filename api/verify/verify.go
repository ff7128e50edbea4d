package verify

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
)

// Source is a file of recorded traffic.
type Source struct {
	Name    string // the path of the file, which results repeat
	Content []byte // in UTF-8; a byte order mark is skipped and not counted in columns

	// Format is the file's format. If empty, the extension of the name and the content decide.
	Format Format

	// Command and Direction apply to bodies without an exchange. If empty, the parts of the name decide, as in
	// group_get/requests/basic.json. If these do not contain the direction, a body with ActionStatus or ErrorCode is a
	// response.
	Command   string
	Direction api.Direction

	// Unsigned says that URLs were recorded without their query or with parts of it removed, so that queries are not
	// validated.
	Unsigned bool
}

// Format is the format of a file.
type Format string

const (
	// FormatJSON is the body of one request or response, or one [traffic.Exchange].
	FormatJSON Format = "json"
	// FormatNDJSON is a body or a [traffic.Exchange] on each line. Empty lines are skipped, and so are byte order marks
	// and record separators (RFC 7464) at the start of a line.
	FormatNDJSON Format = "ndjson"
	// FormatHAR is an HTTP Archive, as browsers and proxies write it. Entries of other services and OPTIONS requests,
	// which browsers send before others, are skipped.
	FormatHAR Format = "har"
)

// Result is the outcome of validating one message in a file. Its violations have a Line and Column.
type Result struct {
	File string // the name of the source
	Line int    // the line on which the message begins, from 1

	traffic.Result
}

// The limits of what is validated, in bytes. Bodies are limited by [traffic.MaxBody].
const (
	// MaxFile limits files that are read as a whole: those that are not NDJSON.
	MaxFile = 512 << 20
	// MaxMessage limits a line of NDJSON, an entry of an archive, and any other file that is not an archive.
	MaxMessage = 64 << 20
)

// Read validates the messages that content contains, one after another, and yields a result for each. It ignores the
// source's Content. It reads NDJSON a line at a time, and other formats as a whole. Unreadable or unrecognised input
// has a result too; nothing is skipped silently. The error, which is the last value, is that of reading content, or
// says that it is longer than [MaxFile].
func Read(document *api.Document, source Source, content io.Reader) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		f := &file{Source: source, document: document}
		f.emit = func(results []Result) bool {
			for _, result := range results {
				result.File = source.Name
				if !yield(result, nil) {
					return false
				}
			}
			return true
		}
		if err := f.read(content); err != nil {
			yield(Result{File: source.Name}, err)
		}
	}
}

// File validates all messages in the source's Content, as [Read] does. A content that is longer than [MaxFile] has one
// result, which says so.
func File(document *api.Document, source Source) []Result {
	var results []Result
	for result, err := range Read(document, source, bytes.NewBuffer(source.Content)) {
		if err != nil {
			violation := api.Violation{Line: 1, Column: 1, Reason: err.Error()}
			result.Line = 1
			result.Result = traffic.Result{Direction: api.Requests, Violations: api.Violations{violation}}
		}
		results = append(results, result)
	}
	return results
}

// file is a source that is being validated.
type file struct {
	Source // its content is the part that is being validated: a line of NDJSON, or all of it

	document *api.Document
	lines    *lineTable
	emit     func([]Result) bool // reports whether to continue
}

func (f *file) read(in io.Reader) error {
	if f.format() == FormatNDJSON {
		return f.ndjson(in)
	}
	content, err := readAll(in, MaxFile)
	if err != nil {
		return err
	}
	f.load(content, 1)
	f.emitAll()
	return nil
}

// load sets the content to be validated, without a byte order mark, and the number of its first line.
func (f *file) load(content []byte, line int) {
	f.Content = bytes.TrimPrefix(content, []byte("\ufeff"))
	f.lines = newLineTable(f.Content, line)
}

// emitAll validates a file that is not NDJSON.
func (f *file) emitAll() {
	switch {
	case isUTF16(f.Content):
		f.emit(f.unreadable(0, api.Violation{Reason: reasonUTF16}))
	case f.format() == FormatHAR:
		f.archive()
	case f.format() == FormatJSON:
		f.json()
	default:
		reason := fmt.Sprintf("want the format json, ndjson or har, got %q", f.Format)
		f.emit(f.unreadable(0, api.Violation{Reason: reason}))
	}
}

const reasonUTF16 = "not valid JSON: want UTF-8, got UTF-16"

// format returns the format that the source or its name states, FormatJSON by default.
func (s Source) format() Format {
	if s.Format != "" {
		return s.Format
	}
	switch strings.ToLower(path.Ext(s.Name)) {
	case ".har":
		return FormatHAR
	case ".ndjson", ".jsonl":
		return FormatNDJSON
	}
	return FormatJSON
}

// json validates a file with one value, which is an archive if it looks like one and the source does not say otherwise.
func (f *file) json() {
	if f.Format == "" {
		if log, err := readArchive(f.Content); err == nil && log.count > 0 {
			f.archive()
			return
		}
	}
	f.emit(f.message(f.Content, 0))
}

// message validates a text that begins at offset start of the content.
func (f *file) message(text []byte, start int) []Result {
	if len(text) > MaxMessage {
		return f.unreadable(start, api.Violation{Reason: reasonTooLong})
	}
	members, err := jsontree.Members(text)
	return f.value(text, start, members, err)
}

var reasonTooLong = fmt.Sprintf("want a message of at most %d bytes", MaxMessage)

// ndjson validates a value on each line. It skips a byte order mark, and the record separator of JSON text sequences
// (RFC 7464), at the start of any line.
func (f *file) ndjson(in io.Reader) error {
	lines := newLineReader(in, MaxMessage)
	for lines.next() {
		text := bytes.TrimRight(bytes.TrimLeft(lines.text, "\ufeff\x1e"), "\r\n")
		f.load(text, lines.number)
		isContinued := true
		switch {
		case lines.number == 1 && isUTF16(text):
			f.emit(f.unreadable(0, api.Violation{Reason: reasonUTF16}))
			return nil
		case lines.isTooLong:
			isContinued = f.emit(f.unreadable(0, api.Violation{Reason: reasonTooLong}))
		case len(bytes.TrimSpace(text)) > 0:
			isContinued = f.emit(f.message(text, 0))
		}
		if !isContinued {
			return nil
		}
	}
	return lines.err
}

// unreadable returns the result for input that contains no message, at an offset of the file.
func (f *file) unreadable(offset int, violation api.Violation) []Result {
	violation.Line, violation.Column = f.lines.position(offset)
	result := traffic.Result{Direction: api.Requests, Violations: api.Violations{violation}}
	return []Result{{Line: violation.Line, Result: result}}
}

// isUTF16 reports whether content has UTF-16's byte order mark, or an ASCII character beside a zero byte.
func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) ||
		len(content) > 1 && (content[0] == 0) != (content[1] == 0)
}

// decodingReason returns what err says about a value that begins at pointer, without the value, which its text repeats.
func decodingReason(err error, pointer jsontext.Pointer) string {
	if wrong, ok := errors.AsType[*jsonv2.SemanticError](err); ok {
		return ", with a value of another type at " + jsontree.Path(string(pointer+wrong.JSONPointer), nil)
	}
	if _, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return ": " + jsontree.NewSyntaxError([]byte("{}"), err).Reason
	}
	return ""
}
