package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// Load returns the exchanges of all operations, sorted by name. Refused holds the invalid fixtures, as
// [api.ReadFixtures] reads them. Valid requests have the parameters in query, for a service that verifies the
// signature; parameters that query lacks get a value that the document allows.
func Load(refused fs.FS, query url.Values) ([]Exchange, error) {
	document, err := api.Load()
	if err != nil {
		return nil, err
	}
	strict, err := api.LoadStrict()
	if err != nil {
		return nil, err
	}
	parameters, err := parametersOf(document, query)
	if err != nil {
		return nil, err
	}
	var exchanges []Exchange
	for _, operation := range document.Operations() {
		inStrictMode, _ := strict.Operation(operation.Command)
		found, err := exchangesOf(document, refused, operation, parameters)
		if err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", operation.Command, err)
		}
		for _, exchange := range found {
			isAllowed := validate(operation, exchange) == nil
			exchange.OnlyStrict = !exchange.Good && isAllowed && validate(inStrictMode, exchange) != nil
			exchanges = append(exchanges, exchange)
		}
	}
	slices.SortFunc(exchanges, func(a, b Exchange) int { return strings.Compare(a.Name, b.Name) })
	return exchanges, nil
}

// validate validates the body of the message under test.
func validate(operation *api.Operation, exchange Exchange) error {
	if exchange.Tested == api.Requests {
		return operation.ValidateRequest(exchange.Request.Body)
	}
	return operation.ValidateResponse(exchange.Response.Body)
}

// builder makes the exchanges of one operation.
type builder struct {
	document   *api.Document
	command    string
	parameters []parameter
	refused    fs.FS
	request    Request  // the basic one
	success    Response // the basic one
	failure    Response // with an error code of the operation
	exchanges  []Exchange
}

func exchangesOf(
	document *api.Document, refused fs.FS, operation *api.Operation, parameters []parameter,
) ([]Exchange, error) {
	b := &builder{document: document, refused: refused, command: operation.Command, parameters: parameters}
	if err := b.readBasics(operation); err != nil {
		return nil, err
	}
	for _, direction := range []api.Direction{api.Requests, api.Responses} {
		if err := b.addFixtures(direction); err != nil {
			return nil, err
		}
	}
	b.addQueries()
	b.addMethods()
	b.addPaths()
	b.addStatuses()
	b.addContentTypes()
	return b.exchanges, errors.Join(b.addRequestBodies(), b.addResponseBodies())
}

func (b *builder) readBasics(operation *api.Operation) error {
	requests, err := b.document.Fixtures(b.command, api.Requests)
	if err != nil {
		return err
	}
	responses, err := b.document.Fixtures(b.command, api.Responses)
	if err != nil {
		return err
	}
	isBasic := func(f api.Fixture) bool { return f.Name == "basic" }
	request := slices.IndexFunc(requests, isBasic)
	success := slices.IndexFunc(responses, isBasic)
	if request < 0 || success < 0 {
		return errors.New("want fixtures named basic, a request and a response")
	}
	if len(operation.Codes) == 0 {
		return errors.New("want error codes of the operation, in x-error-codes")
	}
	header := func() http.Header { return http.Header{"Content-Type": {"application/json"}} }
	b.request = Request{http.MethodPost, operation.Path, join(b.parameters), header(), requests[request].Body}
	b.success = Response{http.StatusOK, header(), responses[success].Body}
	b.failure = Response{http.StatusOK, header(), failureOf(operation.Codes[0])}
	return nil
}

func failureOf(code int) []byte {
	const body = `{"ActionStatus":"FAIL","ErrorCode":%d,"ErrorInfo":"the command failed","ErrorDisplay":""}`
	return fmt.Appendf(nil, body, code)
}

// add adds a valid exchange after change has changed its message under test. The reason is empty if it is still valid.
func (b *builder) add(tested api.Direction, kind Kind, name, reason string, change func(*Exchange)) {
	exchange := Exchange{
		Name:    fmt.Sprintf("%s/%s/%s/%s", b.command, tested, kind, name),
		Command: b.command, Tested: tested, Kind: kind, Good: reason == "", Reason: reason,
		Request: b.request, Response: b.success,
	}
	exchange.Request.Header = b.request.Header.Clone()
	exchange.Response.Header = b.success.Header.Clone()
	change(&exchange)
	b.exchanges = append(b.exchanges, exchange)
}

// addFixtures adds the fixtures of one direction.
func (b *builder) addFixtures(direction api.Direction) error {
	valid, err := b.document.Fixtures(b.command, direction)
	if err != nil {
		return err
	}
	invalid, err := api.ReadFixtures(b.refused, b.command, direction)
	if err != nil {
		return err
	}
	for _, fixture := range slices.Concat(valid, invalid) {
		name := fixture.Name
		if fixture.Reason != "" {
			name = "refused/" + name
		}
		b.add(direction, Fixture, name, fixture.Reason, func(e *Exchange) { e.setBody(fixture.Body) })
	}
	return nil
}

func (e *Exchange) setBody(body []byte) {
	if e.Tested == api.Requests {
		e.Request.Body = body
	} else {
		e.Response.Body = body
	}
}
