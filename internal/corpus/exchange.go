// Package corpus generates valid and invalid HTTP exchanges for every operation, to test several validators on the same
// input.
//
// The bodies are the fixtures of package api. In addition, the package makes every mistake of a table in the basic
// exchange of every operation: in the query, the method, the path, the content type, the syntax of the body, the HTTP
// status, and the fields that all responses have. The table names no operation, so that a new one is covered at once.
//
// Whether an exchange is valid follows from how it was made, not from a validator, since validators are what is
// tested. The standard is the document in strict mode, RFC 9110 for the HTTP message, and RFC 8259 and RFC 7493
// (I-JSON) for its body.
package corpus

import (
	"net/http"
	"strings"

	"github.com/timsns/timsns/api"
)

// Exchange is a request with its response. One of the two is under test; the other one is valid.
type Exchange struct {
	Name    string        // unique: command, direction, kind and case, such as group_get/requests/query/random: missing
	Command string        // such as group_get
	Tested  api.Direction // the message under test
	Kind    Kind          // the part of the message that the case is about

	Request  Request
	Response Response

	Good       bool
	Reason     string // why the message is invalid, empty if it is valid
	OnlyStrict bool   // whether the message is invalid only in strict mode
}

// Case describes the exchange without its command, so that one pattern matches those of all operations: direction,
// kind, name and reason, and whether the document allows it.
func (e *Exchange) Case() string {
	text := strings.TrimPrefix(e.Name, e.Command+"/") + ": " + e.Reason
	if e.OnlyStrict {
		text += " (the document allows it)"
	}
	return text
}

// Kind is the part of a message that a case is about.
type Kind string

// The kinds. A fixture is a recorded body; all others are made from the basic exchange.
const (
	Fixture     Kind = "fixture"
	Query       Kind = "query"
	Method      Kind = "method"
	Path        Kind = "path"
	ContentType Kind = "content type"
	Body        Kind = "body"
	Envelope    Kind = "envelope"
	Status      Kind = "status"
)

// Request is an HTTP request.
type Request struct {
	Method string
	Path   string // as in the URL, escapes included
	Query  string // as in the URL, escapes included, without the question mark
	Header http.Header
	Body   []byte
}

// Response is an HTTP response.
type Response struct {
	Status int
	Header http.Header
	Body   []byte
}
