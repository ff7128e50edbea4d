package sandbox

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// behaviours are the commands that read and change the state, by operation ID.
var behaviours = map[string]func(*state, []byte) ([]byte, error){
	"FriendAdd":       typed((*state).friendAdd),
	"FriendImport":    typed((*state).friendImport),
	"FriendUpdate":    typed((*state).friendUpdate),
	"FriendDelete":    typed((*state).friendDelete),
	"FriendDeleteAll": typed((*state).friendDeleteAll),
	"FriendCheck":     typed((*state).friendCheck),
	"FriendGet":       typed((*state).friendGet),
	"FriendGetList":   typed((*state).friendGetList),
	"BlackListAdd":    typed((*state).blackListAdd),
	"BlackListDelete": typed((*state).blackListDelete),
	"BlackListGet":    typed((*state).blackListGet),
	"BlackListCheck":  typed((*state).blackListCheck),
	"GroupAdd":        typed((*state).groupAdd),
	"GroupDelete":     typed((*state).groupDelete),
	"GroupGet":        typed((*state).groupGet),
}

// typed lets a behaviour take and return emitted types. It finds the account that all commands name in From_Account.
func typed[Request, Response any, Reply interface {
	*Response
	rest.Response
}](run func(*state, *account, Request) (*Response, error)) func(*state, []byte) ([]byte, error) {
	return func(s *state, body []byte) ([]byte, error) {
		var request Request
		var owner struct {
			UserID string `json:"From_Account"`
		}
		if err := errors.Join(json.Unmarshal(body, &request), json.Unmarshal(body, &owner)); err != nil {
			return nil, fail(gen.CodeInvalidParameter, err.Error())
		}
		var response *Response
		var err error
		s.command(func() { response, err = runFor(s, owner.UserID, request, run) })
		if err != nil {
			return nil, err
		}
		*Reply(response).Envelope().ActionStatus = string(gen.ActionStatusOK)
		return json.Marshal(response)
	}
}

func runFor[Request, Response any](
	s *state, userID string, request Request, run func(*state, *account, Request) (*Response, error),
) (*Response, error) {
	owner, ok := s.accounts[userID]
	if !ok {
		return nil, fail(gen.CodeAccountNotFound, "From_Account is no account of this app")
	}
	return run(s, owner, request)
}

func (s *Sandbox) execute(operation *api.Operation, body []byte) ([]byte, error) {
	if behaviour, ok := behaviours[operation.ID]; ok {
		return behaviour(s.state, body)
	}
	return answerFromFixtures(operation, body)
}

// answerFromFixtures answers a request that equals a fixture with the response of the same name, and any other
// with the first response that is a success.
func answerFromFixtures(operation *api.Operation, body []byte) ([]byte, error) {
	requests, err := api.Fixtures(operation.Command, api.Requests)
	if err != nil {
		return nil, err
	}
	responses, err := api.Fixtures(operation.Command, api.Responses)
	if err != nil {
		return nil, err
	}
	for _, request := range requests {
		if !equalJSON(request.Body, body) {
			continue
		}
		if index := slices.IndexFunc(responses, func(r api.Fixture) bool { return r.Name == request.Name }); index >= 0 {
			return responses[index].Body, nil
		}
	}
	if index := slices.IndexFunc(responses, succeeded); index >= 0 {
		return responses[index].Body, nil
	}
	return nil, fmt.Errorf("the sandbox has neither behaviour nor fixtures for %s", operation.Command)
}

func succeeded(response api.Fixture) bool {
	var reply struct{ ActionStatus gen.ActionStatus }
	return json.Unmarshal(response.Body, &reply) == nil && reply.ActionStatus == gen.ActionStatusOK
}

func equalJSON(a, b []byte) bool {
	first, second := jsontext.Value(bytes.Clone(a)), jsontext.Value(bytes.Clone(b))
	return first.Canonicalize() == nil && second.Canonicalize() == nil && bytes.Equal(first, second)
}
