package restimpl

import (
	"context"
	"errors"

	"github.com/timsns/timsns/rest"
)

// Method is a method of a generated API interface, such as the expression API.GroupGet.
type Method[API, Request, Response any] func(API, context.Context, Request, ...rest.CallOption) (*Response, error)

// caller calls one method.
type caller[API, Request, Response any] struct {
	op      string
	api     API
	method  Method[API, Request, Response]
	options []rest.CallOption
}

var (
	errNoAPI      = errors.New("want an API, got nil")
	errNoContext  = errors.New("want a context, got nil")
	errNoResponse = errors.New("the call returned neither a response nor an error")
)

// call makes one call. The API may be a fake, so call does not rely on it to observe ctx or to return a response.
func (c *caller[API, Request, Response]) call(ctx context.Context, request Request) (*Response, error) {
	if any(c.api) == nil {
		return nil, &rest.Error{Op: c.op, Err: errNoAPI}
	}
	if ctx == nil {
		return nil, &rest.Error{Op: c.op, Err: errNoContext}
	}
	if err := ctx.Err(); err != nil {
		return nil, &rest.Error{Op: c.op, Err: err}
	}
	response, err := c.method(c.api, ctx, request, c.options...)
	if err == nil && response == nil {
		return nil, &rest.Error{Op: c.op, Attempts: 1, Err: errNoResponse}
	}
	return response, err
}
