package api

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Source is a file of recorded packets.
type Source struct {
	Name    string // the path of the file, which verdicts repeat
	Content []byte

	// Format is FormatJSON, FormatNDJSON or FormatHAR; empty, it is told by the end of the name, and by the content.
	Format Format

	// Command and Direction are those of packets that stand alone in the file. Empty, they are told by the parts of the
	// name, such as group_get/requests/basic.json; a reply is also known by its ActionStatus or ErrorCode.
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
	var verdicts []Verdict
	file := &file{source, newLineIndex(source.Content)}
	switch source.format() {
	case FormatHAR:
		verdicts = d.verifyHAR(file)
	case FormatNDJSON:
		start := 0
		for line := range bytes.Lines(source.Content) {
			if len(bytes.TrimSpace(line)) > 0 {
				verdicts = append(verdicts, d.verifyText(file, bytes.TrimRight(line, "\r\n"), start)...)
			}
			start += len(line)
		}
	case FormatJSON:
		verdicts = d.verifyText(file, source.Content, 0)
	default:
		verdicts = unreadable(1, 1, fmt.Sprintf("want the format json, ndjson or har, got %q", source.Format))
	}
	for i := range verdicts {
		verdicts[i].File = source.Name
	}
	return verdicts
}

// file is a source with its lines.
type file struct {
	Source

	lines *lineIndex
}

// unreadable is the verdict on what is no packet at all.
func unreadable(line, column int, reason string) []Verdict {
	return []Verdict{{Line: line, Direction: Requests, Findings: []Finding{{Line: line, Column: column, Reason: reason}}}}
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
	var archive struct {
		Log *struct{ Entries jsontext.Value }
	}
	if jsonv2.Unmarshal(s.Content, &archive, jsonv2.MatchCaseInsensitiveNames(true)) == nil && archive.Log != nil {
		return FormatHAR
	}
	return FormatJSON
}

// verifyText judges an exchange, or a packet that stands alone.
func (d *Document) verifyText(file *file, text []byte, start int) []Verdict {
	places := locate(text, start)
	members := map[string]jsontext.Value{}
	_ = jsonv2.Unmarshal(text, &members, tolerant)
	if isExchange(members) {
		return d.verifyExchange(file, text, places)
	}
	exchange := Exchange{Command: d.commandOf(file.Source)}
	if file.directionOf(members) == Responses {
		exchange.Response = append(Body{}, text...)
	} else {
		exchange.Request = append(Body{}, text...)
	}
	verdicts := d.Judge(&exchange)
	alone := newBody(text, places, "")
	place(file.lines, verdicts, map[Direction]body{Requests: alone, Responses: alone})
	return verdicts
}

// isExchange tells an exchange from a packet that stands alone.
func isExchange(members map[string]jsontext.Value) bool {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return members[name] != nil })
	}
	return has("url", "command") && has("request", "response", "status")
}

func (d *Document) verifyExchange(file *file, text []byte, places *positions) []Verdict {
	var exchange Exchange
	if err := jsonv2.Unmarshal(text, &exchange, tolerant); err != nil {
		line, column := file.lines.of(places.of(""))
		return unreadable(line, column, "want an exchange"+placeOf(err, ""))
	}
	verdicts := d.Judge(&exchange)
	place(file.lines, verdicts, map[Direction]body{
		Requests: newBody(exchange.Request, places, "/request"), Responses: newBody(exchange.Response, places, "/response"),
	})
	return verdicts
}

// placeOf tells where a value has the wrong type: behind where the value stands that was read. The error itself would
// repeat the value.
func placeOf(err error, at jsontext.Pointer) string {
	if wrong, isWrong := errors.AsType[*jsonv2.SemanticError](err); isWrong {
		return ", with a value of another type at " + jsonPath(string(at+wrong.JSONPointer), nil)
	}
	return " in valid JSON"
}

// commandOf returns the command of a packet that stands alone.
func (d *Document) commandOf(source Source) string {
	if source.Command != "" {
		return source.Command
	}
	name := strings.TrimSuffix(source.Name, path.Ext(source.Name))
	for _, part := range slices.Backward(splitPath(name)) {
		if _, isCommand := d.Operation(part); isCommand {
			return part
		}
	}
	return ""
}

func splitPath(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(`/\.`, r) })
}

// directionOf returns the direction of a packet that stands alone.
func (s Source) directionOf(members map[string]jsontext.Value) Direction {
	if s.Direction != "" {
		return s.Direction
	}
	for _, part := range slices.Backward(splitPath(s.Name)) {
		switch part {
		case "request", string(Requests):
			return Requests
		case "response", string(Responses):
			return Responses
		}
	}
	for _, name := range []string{"ActionStatus", "ErrorCode"} {
		if _, isReply := members[name]; isReply {
			return Responses
		}
	}
	return Requests
}
