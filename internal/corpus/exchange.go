// Package corpus gives one corpus of HTTP exchanges, good ones and bad ones, of every operation of the document: for
// tests that hold several judges to the same packets.
//
// Its bodies are the fixtures of package api. On top of these, a table of faults that any HTTP message can have is applied
// to the basic packets of every operation: faults of the query, the method, the path, the content type, the syntax of the
// body, the HTTP status, and the envelope of a reply. The table names no operation, so that one that is added to the
// document is in the corpus at once.
//
// What is good and what is bad is said here, by construction, and not by asking a judge: judges are what is tested. It
// follows the closed twin of the document, RFC 9110 for the HTTP message, and RFC 8259 and RFC 7493 (I-JSON) for its body.
package corpus

import (
	"net/http"
	"strings"

	"github.com/timsns/timsns/api"
)

// Exchange is a request and the reply to it. One of the two is under test; the other one is good.
type Exchange struct {
	Name    string        // unique: command, direction, kind and case, such as group_get/requests/query/random: missing
	Command string        // such as group_get
	Tested  api.Direction // which of the two is under test
	Kind    Kind          // which part of it the case is about

	Request Request
	Reply   Reply

	Good       bool
	Reason     string // what is wrong, empty if nothing is
	OnlyClosed bool   // the document itself, being open, allows it; only its closed twin does not
}

// Case tells of the exchange without its command, so that one pattern fits those of all operations: direction, kind, name and
// reason, and whether the document allows it.
func (e *Exchange) Case() string {
	text := strings.TrimPrefix(e.Name, e.Command+"/") + ": " + e.Reason
	if e.OnlyClosed {
		text += " (the document allows it)"
	}
	return text
}

// Kind is the part of a packet that a case is about.
type Kind string

// The kinds. A fixture is a recorded body; all others are made from the basic packets.
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
	Path   string // as it stands in the URL, escapes included
	Query  string // as it stands in the URL, escapes included, without the question mark
	Header http.Header
	Body   []byte
}

// Reply is an HTTP response.
type Reply struct {
	Status int
	Header http.Header
	Body   []byte
}
