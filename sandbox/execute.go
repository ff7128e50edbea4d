package sandbox

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// behaviours are the commands that read and change the state, by operation ID.
var behaviours = map[string]func(*state, []byte) ([]byte, error){
	"GroupGet": typed((*state).groupGet),
}

// typed lets a behaviour take and return emitted types.
func typed[Request, Response any](command func(*state, Request) (*Response, error)) func(*state, []byte) ([]byte, error) {
	return func(s *state, body []byte) ([]byte, error) {
		var request Request
		if err := json.Unmarshal(body, &request); err != nil {
			return nil, fail(gen.CodeInvalidParameter, err.Error())
		}
		s.mutex.Lock()
		defer s.mutex.Unlock()
		response, err := command(s, request)
		if err != nil {
			return nil, err
		}
		return json.Marshal(response)
	}
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
