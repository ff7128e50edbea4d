package verify

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"sync"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/redaction"
)

// The members of an exchange that are bodies.
const (
	memberRequest  = "request"
	memberResponse = "response"
)

// isExchange reports whether an object with these members is an exchange rather than a body, whose names are
// capitalized. A misspelt member does not turn an exchange into a body.
func isExchange(members []jsontree.Member) bool {
	if hasMember(members, "url") || hasMember(members, "command") {
		return true
	}
	lower := make([]jsontree.Member, len(members))
	for i, member := range members {
		lower[i].Name = strings.ToLower(member.Name)
	}
	has := func(name string) bool { return hasMember(lower, name) }
	return (has("url") || has("command")) && (has("request") || has("response") || has("status"))
}

// exchange validates an exchange that begins at offset start of the file.
func (f *file) exchange(text []byte, start int, members []jsontree.Member) []Result {
	begin := start + len(text) - len(trimSpace(text))
	if member, reason := invalidMember(text, members); reason != "" {
		path := jsontree.Path("/"+redaction.URL(pointerEscapes.Replace(member.Name)), nil)
		results := f.unreadable(start+member.Offset, api.Violation{Path: path, Reason: reason})
		results[0].Line, _ = f.lines.position(begin)
		return results
	}
	exchange := &traffic.Exchange{}
	if err := jsonv2.Unmarshal(text, exchange, jsontree.Lenient); err != nil {
		return f.unreadable(begin, api.Violation{Reason: "want an exchange" + decodingReason(err, "")})
	}
	exchange.Unsigned = exchange.Unsigned || f.Unsigned
	results := traffic.Validate(f.document, exchange)
	if results == nil {
		const reason = "want an exchange with a request, a response or a status"
		return f.unreadable(begin, api.Violation{Reason: reason})
	}
	bodies := map[api.Direction]body{api.Requests: {offset: begin}, api.Responses: {offset: begin}}
	for _, member := range members {
		switch member.Name {
		case memberRequest:
			bodies[api.Requests] = newBody(exchange.Request, text, start, member.Offset)
		case memberResponse:
			bodies[api.Responses] = newBody(exchange.Response, text, start, member.Offset)
		}
	}
	return f.located(results, bodies)
}

// newBody returns a body of an exchange whose member has the offset in the exchange's text. A string encodes the body.
func newBody(content traffic.Body, text []byte, start, offset int) body {
	if text[offset] == '"' {
		return body{offset: start + offset}
	}
	return newRawBody(content, start+offset)
}

// invalidMember returns the first member that would not be validated as it is, and the reason: one that is unknown,
// given twice, or no valid UTF-8, which the decoder would replace. Bodies are validated themselves.
func invalidMember(text []byte, members []jsontree.Member) (invalid jsontree.Member, reason string) {
	for i, member := range members {
		isBody := member.Name == memberRequest || member.Name == memberResponse
		switch {
		case !slices.Contains(exchangeMembers(), member.Name):
			return member, "an exchange has no such member: want " + strings.Join(exchangeMembers(), ", ")
		case hasMember(members[:i], member.Name):
			return member, "the member is given twice"
		case !isBody && jsontext.NewDecoder(bytes.NewBuffer(text[member.Offset:])).SkipValue() != nil:
			return member, "want valid UTF-8"
		}
	}
	return invalid, ""
}

// pointerEscapes escapes a name in a JSON Pointer (RFC 6901).
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// exchangeMembers returns the names of the members of an exchange in JSON.
var exchangeMembers = sync.OnceValue(func() []string {
	var names []string
	for field := range reflect.TypeFor[traffic.Exchange]().Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
})
