package corpus

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// Load returns the exchanges of all operations, sorted by name. Good requests carry the parameters of query, which have to
// be right: signed ones, for a service that looks at the signature. With nil they are made up by the document.
func Load(query url.Values) ([]Exchange, error) {
	open, err := api.Load()
	if err != nil {
		return nil, err
	}
	closed, err := api.LoadClosed()
	if err != nil {
		return nil, err
	}
	parameters, err := parametersOf(open, query)
	if err != nil {
		return nil, err
	}
	var exchanges []Exchange
	for _, operation := range open.Operations() {
		twin, _ := closed.Operation(operation.Command)
		found, err := exchangesOf(operation, parameters)
		if err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", operation.Command, err)
		}
		for i := range found {
			found[i].OnlyClosed = !found[i].Good && check(operation, found[i]) == nil && check(twin, found[i]) != nil
		}
		exchanges = append(exchanges, found...)
	}
	return exchanges, nil
}

// check judges the body of the packet under test.
func check(operation *api.Operation, exchange Exchange) error {
	if exchange.Tested == api.Requests {
		return operation.CheckRequest(exchange.Request.Body)
	}
	return operation.CheckResponse(exchange.Reply.Body)
}

// builder makes the exchanges of one operation.
type builder struct {
	command    string
	parameters []parameter
	request    Request // the basic one
	success    Reply   // the basic one
	failure    Reply   // with a code of the operation's own
	exchanges  []Exchange
}

func exchangesOf(operation *api.Operation, parameters []parameter) ([]Exchange, error) {
	b := &builder{command: operation.Command, parameters: parameters}
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
	err := errors.Join(b.addRequestBodies(), b.addReplyBodies())
	slices.SortFunc(b.exchanges, func(a, b Exchange) int { return strings.Compare(a.Name, b.Name) })
	return b.exchanges, err
}

func (b *builder) readBasics(operation *api.Operation) error {
	requests, err := api.Fixtures(b.command, api.Requests)
	if err != nil {
		return err
	}
	responses, err := api.Fixtures(b.command, api.Responses)
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
		return errors.New("want error codes of the operation's own")
	}
	header := func() http.Header { return http.Header{"Content-Type": {"application/json"}} }
	b.request = Request{http.MethodPost, operation.Path, join(b.parameters), header(), requests[request].Body}
	b.success = Reply{http.StatusOK, header(), responses[success].Body}
	b.failure = Reply{http.StatusOK, header(), failureOf(operation.Codes[0])}
	return nil
}

func failureOf(code int) []byte {
	return fmt.Appendf(nil, `{"ActionStatus":"FAIL","ErrorCode":%d,"ErrorInfo":"the command failed","ErrorDisplay":""}`, code)
}

// add adds an exchange whose request and reply are good but for what change does to one of them. An empty reason says
// that it is still good.
func (b *builder) add(tested api.Direction, kind Kind, name, reason string, change func(*Exchange)) {
	exchange := Exchange{
		Name:    fmt.Sprintf("%s/%s/%s/%s", b.command, tested, kind, name),
		Command: b.command, Tested: tested, Kind: kind, Good: reason == "", Reason: reason,
		Request: b.request, Reply: b.success,
	}
	exchange.Request.Header = b.request.Header.Clone()
	exchange.Reply.Header = b.success.Header.Clone()
	change(&exchange)
	b.exchanges = append(b.exchanges, exchange)
}

// addFixtures adds the recorded packets of one direction.
func (b *builder) addFixtures(direction api.Direction) error {
	right, err := api.Fixtures(b.command, direction)
	if err != nil {
		return err
	}
	wrong, err := api.RefusedFixtures(b.command, direction)
	if err != nil {
		return err
	}
	for _, fixture := range slices.Concat(right, wrong) {
		name := fixture.Name
		if fixture.Refused != "" {
			name = "refused/" + name
		}
		b.add(direction, Fixture, name, fixture.Refused, func(e *Exchange) { e.setBody(fixture.Body) })
	}
	return nil
}

func (e *Exchange) setBody(body []byte) {
	if e.Tested == api.Requests {
		e.Request.Body = body
	} else {
		e.Reply.Body = body
	}
}
