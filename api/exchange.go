package api

import (
	"errors"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/timsns/timsns/internal/redaction"
)

// Exchange is a request and its reply as they were recorded. As JSON, a line each, exchanges are what [Document.Verify]
// reads and what a [Recorder] leaves behind. What is not known of one is left out, and not judged; members of other names
// are refused.
type Exchange struct {
	Command      string `json:"command,omitzero"`      // such as group_get; not needed beside a URL, and has to be the URL's
	Method       string `json:"method,omitzero"`       // POST
	URL          string `json:"url,omitzero"`          // with the query
	Unsigned     bool   `json:"unsigned,omitzero"`     // whether the request was seen before it was signed: its URL has no query yet
	RequestType  string `json:"requestType,omitzero"`  // the request's Content-Type
	Request      Body   `json:"request,omitzero"`      // nil if it is not known
	Status       int    `json:"status,omitzero"`       // the reply's HTTP status; 0 if there is no reply
	ResponseType string `json:"responseType,omitzero"` // the reply's Content-Type
	Response     Body   `json:"response,omitzero"`     // nil if it is not known

	// RequestFaults and ResponseFaults are what was wrong with the messages beside all this.
	RequestFaults  []Fault `json:"requestFaults,omitzero"`
	ResponseFaults []Fault `json:"responseFaults,omitzero"`
}

// Verdict is the judgement on a recorded packet: a request or a reply.
type Verdict struct {
	File      string    // as it was given; empty for what was recorded just now
	Line      int       // where in the file the packet begins, from 1 up; 0 without a file
	Command   string    // such as group_get; empty if it is unknown
	Direction Direction // which of both it is
	Findings  []Finding // what is wrong with it, none if it keeps the contract
}

// Finding is one thing in a packet that breaks the contract.
type Finding struct {
	Line   int // where in the file, from 1 up: at the value, or at what should hold it if it is missing; 0 without a file
	Column int // in characters, from 1 up

	// Path is the JSONPath of the value in the body, such as $.GroupName[0], or another part of the message: method,
	// path, command, status, query.random or header.Content-Type. In it, names of the body stand as they are, except that
	// characters which cannot be seen are escaped.
	Path string

	// Reason is what is wrong and what was expected. It does not repeat the value, which may be a secret.
	Reason string

	pointer string // the JSON Pointer of the value in the body
}

// Judge returns the verdicts on an exchange: on its request and on its reply, as far as they are there, and one verdict
// alone if it is not known of which command it is. By [LoadClosed] it also
// notices what the document does not know.
func (d *Document) Judge(exchange *Exchange) []Verdict {
	operation, unknown := d.operationOf(exchange)
	if operation == nil {
		direction := Requests
		if exchange.Request == nil && exchange.Response != nil {
			direction = Responses
		}
		return []Verdict{{Command: redaction.URL(exchange.Command), Direction: direction, Findings: unknown}}
	}
	var verdicts []Verdict
	if exchange.URL != "" || exchange.Request != nil || len(exchange.RequestFaults) > 0 {
		verdicts = append(verdicts, Verdict{Command: operation.Command, Direction: Requests, Findings: d.judgeRequest(operation, exchange)})
	}
	if exchange.Status != 0 || exchange.Response != nil || len(exchange.ResponseFaults) > 0 {
		verdicts = append(verdicts, Verdict{Command: operation.Command, Direction: Responses, Findings: judgeReply(operation, exchange)})
	}
	return verdicts
}

// operationOf finds the operation, or what is wrong with the command or the URL.
func (d *Document) operationOf(exchange *Exchange) (*Operation, []Finding) {
	if exchange.URL == "" {
		return d.operationNamed(exchange.Command)
	}
	address, err := url.Parse(exchange.URL)
	if err != nil { // whose text repeats the URL
		return nil, []Finding{{Path: "path", Reason: "the URL is not valid"}}
	}
	operation, isKnown := d.OperationAt(address.EscapedPath())
	if !isKnown {
		return nil, []Finding{{Path: "path", Reason: "no command has the path " + quote(address.EscapedPath())}}
	}
	return operation, nil
}

func (d *Document) operationNamed(command string) (*Operation, []Finding) {
	operation, isKnown := d.Operation(command)
	switch {
	case isKnown:
		return operation, nil
	case command == "":
		return nil, []Finding{{Reason: "want to know the command that the packet belongs to"}}
	}
	return nil, []Finding{{Reason: "want a packet of a known command, got " + quote(command)}}
}

// quote quotes what may be a URL, or a part of one, without its UserSig.
func quote(text string) string { return strconv.Quote(redaction.URL(text)) }

func (d *Document) judgeRequest(operation *Operation, exchange *Exchange) []Finding {
	var found []Finding
	if exchange.Command != "" && exchange.Command != operation.Command {
		found = append(found, Finding{Path: "command", Reason: "want that of the URL, " + operation.Command})
	}
	if exchange.Method != "" && exchange.Method != http.MethodPost {
		found = append(found, Finding{Path: "method", Reason: "want POST"})
	}
	if address, err := url.Parse(exchange.URL); err == nil && exchange.URL != "" && !exchange.Unsigned {
		found = append(found, d.judgeQuery(address)...)
	}
	found = append(found, judgeType(exchange.RequestType)...)
	found = append(found, findingsOf(exchange.RequestFaults)...)
	if exchange.Request != nil {
		found = append(found, findings(operation.CheckRequest(exchange.Request))...)
	}
	return found
}

func (d *Document) judgeQuery(address *url.URL) []Finding {
	query, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return []Finding{{Path: "query", Reason: "the query is not valid"}}
	}
	found := findings(d.CheckQuery(query))
	for i := range found {
		found[i].Path = "query." + found[i].Path
	}
	return found
}

func judgeReply(operation *Operation, exchange *Exchange) []Finding {
	var found []Finding
	if exchange.Status != 0 && exchange.Status != http.StatusOK {
		found = append(found, Finding{Path: "status", Reason: "want the HTTP status 200, got " + strconv.Itoa(exchange.Status)})
	}
	found = append(found, judgeType(exchange.ResponseType)...)
	found = append(found, findingsOf(exchange.ResponseFaults)...)
	if exchange.Response != nil {
		found = append(found, findings(operation.CheckResponse(exchange.Response))...)
	}
	return found
}

func judgeType(contentType string) []Finding {
	mediaType, _, err := mime.ParseMediaType(contentType)
	if contentType == "" || err == nil && mediaType == "application/json" {
		return nil
	}
	return []Finding{{Path: contentTypePath, Reason: "want application/json"}}
}

// contentTypePath is the path of findings on a message's media type.
const contentTypePath = "header.Content-Type"

// findings turns the error of a check into what it found in a body.
func findings(err error) []Finding {
	var violations Violations
	if !errors.As(err, &violations) {
		return nil
	}
	found := make([]Finding, len(violations))
	for i, violation := range violations {
		found[i] = Finding{Path: violation.path, Reason: violation.Reason, pointer: violation.pointer}
	}
	return found
}

// serves tells whether the URL's path has the folder of one of the document's paths in it, whatever stands around it.
func (d *Document) serves(address string) bool {
	location, _, _ := strings.Cut(address, "?") // if the URL is not valid, which is a finding
	if parsed, err := url.Parse(address); err == nil {
		location = parsed.EscapedPath()
	}
	return slices.ContainsFunc(d.operations, func(o *Operation) bool { return strings.Contains(location, path.Dir(o.Path)+"/") })
}
