package verify

import (
	"bytes"
	"errors"
	"fmt"
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
	Content []byte // in UTF-8; a byte order mark at the beginning is skipped and not counted in columns

	// Format is the file's format. If empty, the extension of the name and the content decide.
	Format Format

	// Command and Direction apply to bodies without an exchange. If empty, the parts of the name decide, as in
	// group_get/requests/basic.json. If these do not contain the direction, a body with ActionStatus or ErrorCode is a
	// response.
	Command   string
	Direction api.Direction
}

// Format is the format of a file.
type Format string

const (
	// FormatJSON is the body of one request or response, or one [traffic.Exchange].
	FormatJSON Format = "json"
	// FormatNDJSON is a body or a [traffic.Exchange] on each line. Empty lines are skipped.
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

// File validates all messages in a file. Unreadable or unrecognised input has a result too; nothing is skipped
// silently.
func File(document *api.Document, source Source) []Result {
	source.Content = bytes.TrimPrefix(source.Content, []byte("\ufeff"))
	f := &file{source, document, newLineTable(source.Content)}
	results := f.results()
	for i := range results {
		results[i].File = source.Name
	}
	return results
}

// file is a source that is being validated.
type file struct {
	Source

	document *api.Document
	lines    *lineTable
}

func (f *file) results() []Result {
	if isUTF16(f.Content) {
		return f.unreadable(0, api.Violation{Reason: "not valid JSON: want UTF-8, got UTF-16"})
	}
	switch f.format() {
	case FormatHAR:
		return f.archive()
	case FormatNDJSON:
		return f.ndjson()
	case FormatJSON:
		return f.json()
	}
	return f.unreadable(0, api.Violation{Reason: fmt.Sprintf("want the format json, ndjson or har, got %q", f.Format)})
}

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
func (f *file) json() []Result {
	members, err := jsontree.Members(f.Content)
	if f.Format == "" && err == nil && hasMember(members, "log") {
		if log, err := readArchive(f.Content); err == nil && log != nil {
			return f.archive()
		}
	}
	return f.value(f.Content, 0, members, err)
}

func (f *file) ndjson() []Result {
	var results []Result
	start := 0
	for line := range bytes.Lines(f.Content) {
		if text := bytes.TrimRight(line, "\r\n"); len(bytes.TrimSpace(text)) > 0 {
			members, err := jsontree.Members(text)
			results = append(results, f.value(text, start, members, err)...)
		}
		start += len(line)
	}
	return results
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
