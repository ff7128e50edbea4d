package corpus

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/schemas"
)

// Load returns the exchanges of all operations of a document that is not in strict mode, sorted by name. Valid requests
// have the parameters in query, for a service that verifies the signature; parameters that query lacks get a value that
// the document allows.
func Load(document *api.Document, query url.Values) ([]Exchange, error) {
	strict, err := document.Strict()
	if err != nil {
		return nil, err
	}
	set := schemas.Of(document)
	parameters := parametersOf(document, set.Parameters, query)
	var exchanges []Exchange
	for _, operation := range document.Operations() {
		inStrictMode, _ := strict.Operation(operation.Command)
		b := &builder{
			document: document, operation: operation, command: operation.Command, parameters: parameters,
			post: set.Spec.Paths.Value(operation.Path).Post,
		}
		found, err := b.exchangesOf()
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
	operation  *api.Operation
	command    string
	post       *openapi3.Operation // with the schemas
	parameters []parameter
	request    Request  // the basic one
	success    Response // the basic one
	failure    Response // with an error code of the service
	exchanges  []Exchange
}

func (b *builder) exchangesOf() ([]Exchange, error) {
	if err := b.readBasics(); err != nil {
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

func (b *builder) readBasics() error {
	bodies := map[api.Direction]map[string][]byte{}
	for direction, names := range map[api.Direction][]string{api.Requests: {"basic"}, api.Responses: {"basic", "failed"}} {
		fixtures, err := b.document.Fixtures(b.command, direction)
		if err != nil {
			return err
		}
		bodies[direction] = map[string][]byte{}
		for _, fixture := range fixtures {
			bodies[direction][fixture.Name] = fixture.Body
		}
		for _, name := range names {
			if bodies[direction][name] == nil {
				return fmt.Errorf("want a fixture %s/%s/%s.json", b.command, direction, name)
			}
		}
	}
	header := func() http.Header { return http.Header{"Content-Type": {"application/json"}} }
	basic := bodies[api.Requests]["basic"]
	b.request = Request{http.MethodPost, b.operation.Path, join(b.parameters), header(), basic}
	b.success = Response{http.StatusOK, header(), bodies[api.Responses]["basic"]}
	b.failure = Response{http.StatusOK, header(), bodies[api.Responses]["failed"]}
	return nil
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
	invalid, err := b.document.Refused(b.command, direction)
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
