package contract_test

import (
	"context"
	"errors"

	"github.com/timsns/timsns/rest"
)

// The client of testdata/notes.yaml, written as it would be emitted.

type getRequest struct {
	Owner string `json:"owner"`
	Count int64  `json:"count,omitzero"`
}

type getResponse struct {
	Notes     []string  `json:"notes"`
	ErrorCode rest.Code `json:"ErrorCode"`
	ErrorInfo string    `json:"-"`
}

func (r *getResponse) Envelope() rest.Envelope {
	return rest.Envelope{ErrorCode: &r.ErrorCode, ErrorInfo: &r.ErrorInfo}
}

var operationGet = rest.Operation{ID: "Get", Path: "/v4/notes/get", RateLimit: 100, Idempotent: true}

// lookup explains the codes of the document.
func lookup(code rest.Code) (rest.CodeInfo, bool) {
	info, isKnown := map[rest.Code]rest.CodeInfo{
		60007: {Meaning: "there were too many calls"}, 90001: {Meaning: "the owner is unknown"},
	}[code]
	return info, isKnown
}

// caller is the part that all clients have in common, correct or not.
type caller struct{ client *rest.Client }

func newCaller(server rest.Server, sign rest.Signer, lookup rest.LookupCode, options []rest.Option) (caller, error) {
	client, err := rest.NewClient(server, sign, lookup, options...)
	return caller{client}, err
}

// correct is what the generator emits.
type correct struct{ caller }

func newCorrect(server rest.Server, sign rest.Signer, options ...rest.Option) (*correct, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &correct{caller}, err
}

func (c *correct) Get(ctx context.Context, request getRequest, options ...rest.CallOption) (*getResponse, error) {
	return rest.Call[getResponse](ctx, c.client, operationGet, &request, options...)
}

// lossy has a request without the property count.
type lossy struct{ caller }

func newLossy(server rest.Server, sign rest.Signer, options ...rest.Option) (*lossy, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &lossy{caller}, err
}

type lossyRequest struct {
	Owner string `json:"owner"`
}

func (c *lossy) Get(ctx context.Context, request lossyRequest, options ...rest.CallOption) (*getResponse, error) {
	return rest.Call[getResponse](ctx, c.client, operationGet, &request, options...)
}

// stale was emitted from a document with another path and other meanings.
type stale struct{ caller }

func newStale(server rest.Server, sign rest.Signer, options ...rest.Option) (*stale, error) {
	caller, err := newCaller(server, sign, nil, options)
	return &stale{caller}, err
}

func (c *stale) Get(ctx context.Context, request getRequest, options ...rest.CallOption) (*getResponse, error) {
	operation := operationGet
	operation.RateLimit = 50
	return rest.Call[getResponse](ctx, c.client, operation, &request, options...)
}

// trusting takes a failure for a success.
type trusting struct{ caller }

func newTrusting(server rest.Server, sign rest.Signer, options ...rest.Option) (*trusting, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &trusting{caller}, err
}

func (c *trusting) Get(ctx context.Context, request getRequest, options ...rest.CallOption) (*getResponse, error) {
	response, err := rest.Call[getResponse](ctx, c.client, operationGet, &request, options...)
	if errors.Is(err, rest.Code(90001)) {
		return &getResponse{}, nil
	}
	return response, err
}

// empty was emitted before the document had an operation.
type empty struct{ caller }

func newEmpty(server rest.Server, sign rest.Signer, options ...rest.Option) (*empty, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &empty{caller}, err
}

// former was emitted from a document with another operation.
type former struct{ correct }

type DeleteRequest struct{}

func newFormer(server rest.Server, sign rest.Signer, options ...rest.Option) (*former, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &former{correct{caller}}, err
}

func (c *former) Delete(context.Context, DeleteRequest, ...rest.CallOption) (*getResponse, error) {
	return &getResponse{}, nil
}

// keyless was emitted before the document said that calls with a count may be repeated for a minute.
type keyless struct{ correct }

func newKeyless(server rest.Server, sign rest.Signer, options ...rest.Option) (*keyless, error) {
	caller, err := newCaller(server, sign, lookup, options)
	return &keyless{correct{caller}}, err
}

func (c *keyless) Get(ctx context.Context, request getRequest, options ...rest.CallOption) (*getResponse, error) {
	operation := operationGet
	operation.Idempotent = false
	return rest.Call[getResponse](ctx, c.client, operation, &request, options...)
}
