package sandbox

import (
	"bytes"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

// respondFromFixtures returns the response of the same name for a request that equals a fixture. For any other request,
// it returns a success, the basic one if possible, which it changes to one for the accounts of a batch, and to the last
// page if the request asks for another page than the first.
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
		if response, ok := find(responses, func(f api.Fixture) bool { return f.Name == request.Name }); ok {
			return response, nil
		}
	}
	for _, matches := range []func(api.Fixture) bool{isBasicSuccess, isSuccess} {
		if response, ok := find(responses, matches); ok {
			return endPages(operation, body, answerAccounts(operation, body, response)), nil
		}
	}
	return nil, newError(gen.CodeInvalidResource, "the sandbox has no fixtures of "+operation.Command)
}

func find(fixtures []api.Fixture, matches func(api.Fixture) bool) (body []byte, ok bool) {
	index := slices.IndexFunc(fixtures, matches)
	if index < 0 {
		return nil, false
	}
	return fixtures[index].Body, true
}

func isBasicSuccess(response api.Fixture) bool {
	return response.Name == "basic" && isSuccess(response)
}

func isSuccess(response api.Fixture) bool {
	var envelope struct{ ErrorCode gen.ErrorCode }
	return json.Unmarshal(response.Body, &envelope) == nil && envelope.ErrorCode == 0
}

func equalJSON(a, b []byte) bool {
	first, second := jsontext.Value(bytes.Clone(a)), jsontext.Value(bytes.Clone(b))
	return first.Canonicalize() == nil && second.Canonicalize() == nil && bytes.Equal(first, second)
}
