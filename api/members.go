package api

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/internal/redaction"
)

// isExchange tells an exchange from a packet that stands alone, whose names begin with capitals. A misspelt member is a
// fault of the exchange.
func isExchange(names []string) bool {
	has := func(wanted ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(wanted, name) })
	}
	lower := func(wanted ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(wanted, strings.ToLower(name)) })
	}
	return has("url", "command") || lower("url", "command") && lower("request", "response", "status")
}

func (d *Document) verifyExchange(file *file, text []byte, start int, names []string) []Verdict {
	places := locate(text, start)
	exchange, wrong := readExchange(text, names)
	if wrong != nil {
		verdicts := file.unreadable(places.of(jsontext.Pointer(wrong.pointer)), *wrong)
		verdicts[0].Line, _ = file.lines.of(places.of(""))
		return verdicts
	}
	verdicts := d.Judge(exchange)
	if verdicts == nil {
		return file.unreadable(places.of(""), Finding{Reason: "want an exchange with a request, a response or a status"})
	}
	place(file.lines, verdicts, map[Direction]body{
		Requests: newBody(exchange.Request, places, "/request"), Responses: newBody(exchange.Response, places, "/response"),
	})
	return verdicts
}

// readExchange returns the exchange, or why it is none. A member that is not known is refused: it would not be judged.
func readExchange(text []byte, names []string) (*Exchange, *Finding) {
	isThere := map[string]bool{}
	for _, name := range names {
		if isThere[name] {
			return nil, memberFinding("/"+jsontext.Pointer(pointerEscapes.Replace(name)), "the member stands twice")
		}
		isThere[name] = true
	}
	exchange := &Exchange{}
	err := jsonv2.Unmarshal(text, exchange, tolerant, jsonv2.RejectUnknownMembers(true))
	wrong, isWrong := errors.AsType[*jsonv2.SemanticError](err)
	switch {
	case err == nil:
		return exchange, nil
	case isWrong && errors.Is(wrong.Err, jsonv2.ErrUnknownName):
		return nil, memberFinding(wrong.JSONPointer, "an exchange has no such member: want "+strings.Join(exchangeMembers(), ", "))
	}
	return nil, &Finding{Reason: "want an exchange" + placeOf(err, "")}
}

func memberFinding(pointer jsontext.Pointer, reason string) *Finding {
	return &Finding{Path: jsonPath(redaction.URL(string(pointer)), nil), Reason: reason, pointer: string(pointer)}
}

// exchangeMembers returns the names that the members of an exchange have in JSON.
func exchangeMembers() []string {
	var names []string
	for field := range reflect.TypeFor[Exchange]().Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}
