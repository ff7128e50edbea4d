package verify

import (
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
)

// value validates a text that begins at offset start of the file: an exchange, or a body without an exchange. Members
// and err are those of the text.
func (f *file) value(text []byte, start int, members []jsontree.Member, err error) []Result {
	if err == nil && isExchange(members) {
		return f.exchange(text, start, members)
	}
	var results []traffic.Result
	command, direction := f.command(), f.direction(members)
	switch {
	case err != nil: // which matters more than an unknown command
		results = []traffic.Result{{Command: command, Direction: direction, Violations: f.syntax(text)}}
	case command == "" && trimSpace(text)[0] == '[':
		violations := api.Violations{{Path: "$", Reason: reasonArray}}
		results = []traffic.Result{{Direction: direction, Violations: violations}}
	default:
		results = traffic.Validate(f.document, alone(command, direction, text))
	}
	position := newRawBody(text, start)
	return f.located(results, map[api.Direction]body{api.Requests: position, api.Responses: position})
}

const reasonArray = "want an object, got an array; several exchanges or bodies have the format ndjson, one on each line"

// alone returns an exchange that consists of one body.
func alone(command string, direction api.Direction, text []byte) *traffic.Exchange {
	exchange := &traffic.Exchange{Command: command}
	if direction == api.Responses {
		exchange.Response = append(traffic.Body{}, text...)
	} else {
		exchange.Request = append(traffic.Body{}, text...)
	}
	return exchange
}

// syntax returns why a text is not valid JSON.
func (f *file) syntax(text []byte) api.Violations {
	_, err := jsontree.Decode(text)
	wrong, ok := errors.AsType[*jsontree.SyntaxError](err)
	if !ok {
		return nil
	}
	reason := wrong.Reason
	if wrong.Trailing && text[wrong.Offset] == '{' && f.format() != FormatNDJSON {
		reason += "; values on one line each have the format ndjson"
	}
	return api.Violations{{Path: "$", Reason: reason}}
}

// command returns the command of a body without an exchange, empty if it is unknown.
func (f *file) command() string {
	if f.Command != "" {
		return f.Command
	}
	name := strings.TrimSuffix(f.Name, path.Ext(f.Name))
	for _, part := range slices.Backward(splitPath(name)) {
		if _, isCommand := f.document.Operation(part); isCommand {
			return part
		}
	}
	return ""
}

func splitPath(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(`/\.`, r) })
}

// direction returns the direction of a body without an exchange.
func (s Source) direction(members []jsontree.Member) api.Direction {
	if s.Direction != "" {
		return s.Direction
	}
	for _, part := range slices.Backward(splitPath(s.Name)) {
		switch part {
		case memberRequest, string(api.Requests):
			return api.Requests
		case memberResponse, string(api.Responses):
			return api.Responses
		}
	}
	if hasMember(members, "ActionStatus") || hasMember(members, "ErrorCode") {
		return api.Responses
	}
	return api.Requests
}

func hasMember(members []jsontree.Member, name string) bool {
	return slices.ContainsFunc(members, func(m jsontree.Member) bool { return m.Name == name })
}
