package api

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// verifyText judges an exchange, or a packet that stands alone.
func (d *Document) verifyText(file *file, text []byte, start int) []Verdict {
	names := namesOf(text)
	isBroken := syntaxFaultOf(text, tolerant) != nil
	if !isBroken && isExchange(names) {
		return d.verifyExchange(file, text, start, names)
	}
	verdicts := []Verdict{{Command: d.commandOf(file.Source), Direction: file.directionOf(names)}}
	if isBroken { // whatever it was going to be
		verdicts[0].Findings = []Finding{file.broken(text)}
	} else {
		verdicts = d.judgeAlone(verdicts[0], text)
	}
	alone := newBody(text, locate(text, start), "")
	place(file.lines, verdicts, map[Direction]body{Requests: alone, Responses: alone})
	return verdicts
}

// broken tells why a text is no JSON.
func (f *file) broken(text []byte) Finding {
	fault := syntaxFaultOf(text)
	if fault.isSecond && f.format() != FormatNDJSON {
		fault.reason += "; packets on a line each have the format ndjson"
	}
	return Finding{Path: "$", Reason: fault.reason}
}

func (d *Document) judgeAlone(packet Verdict, text []byte) []Verdict {
	exchange := Exchange{Command: packet.Command}
	if packet.Direction == Responses {
		exchange.Response = append(Body{}, text...)
	} else {
		exchange.Request = append(Body{}, text...)
	}
	return d.Judge(&exchange)
}

// namesOf returns the names of an object's members, in their order, as far as it is valid JSON.
func namesOf(text []byte) []string {
	decoder := jsontext.NewDecoder(bytes.NewReader(text), tolerant)
	if token, err := decoder.ReadToken(); err != nil || token.Kind() != jsontext.KindBeginObject {
		return nil
	}
	var names []string
	for decoder.PeekKind() == jsontext.KindString {
		name, err := decoder.ReadToken()
		if err != nil {
			break
		}
		names = append(names, name.String())
		if decoder.SkipValue() != nil {
			break
		}
	}
	return names
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

// directionOf returns the direction of a packet that stands alone and has members of these names.
func (s Source) directionOf(names []string) Direction {
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
	if slices.Contains(names, "ActionStatus") || slices.Contains(names, "ErrorCode") {
		return Responses
	}
	return Requests
}
