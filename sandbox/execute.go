package sandbox

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// behaviour executes an operation on the state, and returns the body of its response.
type behaviour func(s *state, body []byte) ([]byte, error)

// behaviours are the operations that read and change the state, by operation ID.
var behaviours = map[string]behaviour{
	"FriendAdd":       adapt((*state).friendAdd),
	"FriendImport":    adapt((*state).friendImport),
	"FriendUpdate":    adapt((*state).friendUpdate),
	"FriendDelete":    adapt((*state).friendDelete),
	"FriendDeleteAll": adapt((*state).friendDeleteAll),
	"FriendCheck":     adapt((*state).friendCheck),
	"FriendGet":       adapt((*state).friendGet),
	"FriendGetList":   adapt((*state).friendGetList),
	"BlackListAdd":    adapt((*state).blackListAdd),
	"BlackListDelete": adapt((*state).blackListDelete),
	"BlackListGet":    adapt((*state).blackListGet),
	"BlackListCheck":  adapt((*state).blackListCheck),
	"GroupAdd":        adapt((*state).groupAdd),
	"GroupDelete":     adapt((*state).groupDelete),
	"GroupGet":        adapt((*state).groupGet),
}

// adapt turns a function of emitted types into a behaviour. It looks up the account that all operations name in
// From_Account.
func adapt[Request, Response any, Pointer interface {
	*Response
	rest.Response
}](run func(*state, *account, Request) (*Response, error)) behaviour {
	return func(s *state, body []byte) ([]byte, error) {
		var request Request
		var owner struct {
			UserID string `json:"From_Account"`
		}
		body = plainIntegers(body)
		if json.Unmarshal(body, &request) != nil || json.Unmarshal(body, &owner) != nil {
			return nil, newError(gen.CodeInvalidParameter, "a value in the body is out of range")
		}
		var response *Response
		var err error
		s.update(func() { response, err = runForOwner(s, owner.UserID, request, run) })
		if err != nil {
			return nil, err
		}
		*Pointer(response).Envelope().ActionStatus = string(gen.ActionStatusOK)
		return json.Marshal(response)
	}
}

func runForOwner[Request, Response any](
	s *state, userID string, request Request, run func(*state, *account, Request) (*Response, error),
) (*Response, error) {
	owner, ok := s.accounts[userID]
	if !ok {
		return nil, newError(gen.CodeAccountNotFound, "From_Account is not an account of this app")
	}
	return run(s, owner, request)
}

func (s *Sandbox) execute(operation *api.Operation, body []byte) ([]byte, error) {
	if behaviour, ok := behaviours[operation.ID]; ok {
		return behaviour(s.state, body)
	}
	return s.respondFromFixtures(operation, body)
}

// respondFromFixtures returns the response of the same name for a request that equals a fixture, and the first
// successful response for any other request.
func (s *Sandbox) respondFromFixtures(operation *api.Operation, body []byte) ([]byte, error) {
	requests, err := s.document.Fixtures(operation.Command, api.Requests)
	if err != nil {
		return nil, err
	}
	responses, err := s.document.Fixtures(operation.Command, api.Responses)
	if err != nil {
		return nil, err
	}
	for _, request := range requests {
		if !equalJSON(request.Body, body) {
			continue
		}
		hasName := func(response api.Fixture) bool { return response.Name == request.Name }
		if index := slices.IndexFunc(responses, hasName); index >= 0 {
			return responses[index].Body, nil
		}
	}
	if index := slices.IndexFunc(responses, isSuccess); index >= 0 {
		return responses[index].Body, nil
	}
	return nil, fmt.Errorf("sandbox: %s is not implemented and has no fixtures", operation.Command)
}

func isSuccess(response api.Fixture) bool {
	var envelope struct{ ActionStatus gen.ActionStatus }
	return json.Unmarshal(response.Body, &envelope) == nil && envelope.ActionStatus == gen.ActionStatusOK
}

func equalJSON(a, b []byte) bool {
	first, second := jsontext.Value(bytes.Clone(a)), jsontext.Value(bytes.Clone(b))
	return first.Canonicalize() == nil && second.Canonicalize() == nil && bytes.Equal(first, second)
}
