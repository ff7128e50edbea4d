package sandbox

import (
	"github.com/go-json-experiment/json"

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
