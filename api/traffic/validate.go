package traffic

import (
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/redaction"
)

// Result is the outcome of validating one message: a request or a response.
type Result struct {
	Command    string         // such as group_get; empty if it is unknown
	Direction  api.Direction  // whether the message is a request or a response
	Violations api.Violations // empty if the message is valid
}

// ReasonNoCommand is the reason of the violation of an exchange with neither a URL nor a command, which therefore is
// not validated. It is phrased for readers of timsns verify.
const ReasonNoCommand = "unknown command: name it with --command, or put the file under <command>/requests/"

// Validate validates an exchange and returns one result for the request and one for the response, for whichever is
// present. If the operation is unknown, there is a single result, which says so.
func Validate(document *api.Document, exchange *Exchange) []Result {
	operation, unknown := operationOf(document, exchange)
	if operation == nil {
		direction := api.Requests
		if exchange.Request == nil && exchange.Response != nil {
			direction = api.Responses
		}
		return []Result{{redaction.URL(exchange.Command), direction, api.Violations{unknown}}}
	}
	var results []Result
	if exchange.hasRequest() {
		violations := validateRequest(document, operation, exchange)
		results = append(results, Result{operation.Command, api.Requests, violations})
	}
	if exchange.hasResponse() {
		violations := validateResponse(operation, exchange)
		results = append(results, Result{operation.Command, api.Responses, violations})
	}
	return results
}

// operationOf returns the operation of an exchange, or nil and a violation.
func operationOf(document *api.Document, exchange *Exchange) (*api.Operation, api.Violation) {
	if exchange.URL == "" {
		return operationNamed(document, exchange.Command)
	}
	address, err := url.Parse(exchange.URL)
	if err != nil { // the error's text repeats the URL
		return nil, api.Violation{Path: "path", Reason: "the URL is not valid"}
	}
	operation, ok := document.OperationAt(address.EscapedPath())
	if !ok {
		return nil, api.Violation{Path: "path", Reason: "no command has the path " + quote(address.EscapedPath())}
	}
	return operation, api.Violation{}
}

func operationNamed(document *api.Document, command string) (*api.Operation, api.Violation) {
	operation, ok := document.Operation(command)
	switch {
	case ok:
		return operation, api.Violation{}
	case command == "":
		return nil, api.Violation{Reason: ReasonNoCommand}
	}
	return nil, api.Violation{Reason: "unknown command " + quote(command)}
}

// quote quotes a text that may be part of a URL, without its UserSig.
func quote(text string) string { return strconv.Quote(redaction.URL(text)) }

func validateRequest(document *api.Document, operation *api.Operation, exchange *Exchange) api.Violations {
	var found api.Violations
	if exchange.Command != "" && exchange.Command != operation.Command {
		found = append(found, api.Violation{Path: "command", Reason: "want that of the URL, " + operation.Command})
	}
	if exchange.Method != "" && exchange.Method != http.MethodPost {
		found = append(found, api.Violation{Path: "method", Reason: "want POST"})
	}
	if exchange.URL != "" && !exchange.Unsigned {
		found = append(found, validateQuery(document, exchange.URL)...)
	}
	found = append(found, validateType(exchange.RequestType)...)
	found = append(found, violationsOf(exchange.RequestProblems)...)
	return append(found, validateBody(exchange.Request, operation.ValidateRequest)...)
}

// validateQuery validates the query of a URL that operationOf has parsed before.
func validateQuery(document *api.Document, address string) api.Violations {
	_, rawQuery, _ := strings.Cut(strings.SplitN(address, "#", 2)[0], "?")
	query, err := url.ParseQuery(rawQuery)
	if err != nil {
		return api.Violations{{Path: "query", Reason: "the query is not valid"}}
	}
	return violationsIn(document.ValidateQuery(query))
}

func validateResponse(operation *api.Operation, exchange *Exchange) api.Violations {
	var found api.Violations
	if exchange.Status != 0 && exchange.Status != http.StatusOK {
		reason := "want the HTTP status 200, got " + strconv.Itoa(exchange.Status)
		found = append(found, api.Violation{Path: "status", Reason: reason})
	}
	found = append(found, validateType(exchange.ResponseType)...)
	found = append(found, violationsOf(exchange.ResponseProblems)...)
	return append(found, validateBody(exchange.Response, operation.ValidateResponse)...)
}

func validateBody(body Body, validate func([]byte) error) api.Violations {
	switch {
	case body == nil:
		return nil
	case len(body) > MaxBody:
		return violationsOf([]Problem{ProblemTooLong})
	}
	return violationsIn(validate(body))
}

// contentTypePath is the path of violations in a message's media type.
const contentTypePath = "header.Content-Type"

func validateType(contentType string) api.Violations {
	mediaType, _, err := mime.ParseMediaType(contentType)
	if contentType == "" || err == nil && mediaType == "application/json" {
		return nil
	}
	return api.Violations{{Path: contentTypePath, Reason: "want application/json"}}
}

// violationsIn returns the violations in an error of package api, which is nil or has them.
func violationsIn(err error) api.Violations {
	violations, _ := errors.AsType[api.Violations](err)
	return violations
}
