package api

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Source is a file of recorded packets.
type Source struct {
	Name    string // the path of the file, which verdicts repeat
	Content []byte // in UTF-8; a byte order mark at its beginning is skipped, and counts in no place

	// Format is FormatJSON, FormatNDJSON or FormatHAR; empty, it is told by the end of the name, and by the content.
	Format Format

	// Command and Direction are those of packets that stand alone in the file. Empty, they are told by the parts of the
	// name, such as group_get/requests/basic.json. If these do not tell the direction, what has ActionStatus or ErrorCode is
	// a reply.
	Command   string
	Direction Direction
}

// Format is how packets stand in a file.
type Format string

const (
	// FormatJSON is one packet, the body of a request or a reply, or one [Exchange].
	FormatJSON Format = "json"
	// FormatNDJSON is a packet or an [Exchange] on each line; empty lines are skipped.
	FormatNDJSON Format = "ndjson"
	// FormatHAR is an HTTP Archive, as browsers and proxies write it. Entries that are not of the service, and the OPTIONS
	// with which a browser asks whether it may call, are skipped.
	FormatHAR Format = "har"
)

// Verify judges the packets of a file, each as [Document.Judge] does. A packet that cannot be read, or of which it is
// not known what it is, has a verdict, too: nothing is passed over.
func (d *Document) Verify(source Source) []Verdict {
	source.Content = bytes.TrimPrefix(source.Content, []byte("\ufeff"))
	verdicts := d.verify(&file{source, newLineIndex(source.Content)})
	for i := range verdicts {
		verdicts[i].File = source.Name
	}
	return verdicts
}

func (d *Document) verify(file *file) []Verdict {
	if isUTF16(file.Content) {
		return file.unreadable(0, Finding{Reason: "not valid JSON: want UTF-8, got UTF-16"})
	}
	switch file.format() {
	case FormatHAR:
		return d.verifyHAR(file)
	case FormatNDJSON:
		return d.verifyLines(file)
	case FormatJSON:
		return d.verifyText(file, file.Content, 0)
	}
	return file.unreadable(0, Finding{Reason: fmt.Sprintf("want the format json, ndjson or har, got %q", file.Format)})
}

func (d *Document) verifyLines(file *file) []Verdict {
	var verdicts []Verdict
	start := 0
	for line := range bytes.Lines(file.Content) {
		if len(bytes.TrimSpace(line)) > 0 {
			verdicts = append(verdicts, d.verifyText(file, bytes.TrimRight(line, "\r\n"), start)...)
		}
		start += len(line)
	}
	return verdicts
}

// file is a source with its lines.
type file struct {
	Source

	lines *lineIndex
}

// unreadable is the verdict on what is no packet at all, with the one finding that says so.
func (f *file) unreadable(offset int, finding Finding) []Verdict {
	finding.Line, finding.Column = f.lines.of(offset)
	return []Verdict{{Line: finding.Line, Direction: Requests, Findings: []Finding{finding}}}
}

// isUTF16 tells by the byte order mark, or by the zero byte that every ASCII character then has beside it.
func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) ||
		len(content) > 1 && (content[0] == 0) != (content[1] == 0)
}

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
	var archive archive
	if jsonv2.Unmarshal(s.Content, &archive, tolerant) == nil && archive.Log != nil {
		return FormatHAR
	}
	return FormatJSON
}

// placeOf tells where a value has the wrong type: behind where the value stands that was read. The error itself would
// repeat the value.
func placeOf(err error, at jsontext.Pointer) string {
	if wrong, isWrong := errors.AsType[*jsonv2.SemanticError](err); isWrong {
		return ", with a value of another type at " + jsonPath(string(at+wrong.JSONPointer), nil)
	}
	return ""
}
