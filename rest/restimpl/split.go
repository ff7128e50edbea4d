package restimpl

import (
	"context"
	"errors"
	"fmt"

	"github.com/timsns/timsns/rest"
)

// BatchSpec describes an operation whose request is a batch.
type BatchSpec[API, Request, Response, Element any] struct {
	Op       string                            // the operation's ID
	Size     int                               // the number of elements that one call takes, at least 1
	Call     Method[API, Request, Response]    // makes one call
	Elements func(*Request) *[]Element         // returns a pointer to the elements of the request
	Merge    func(all, next Response) Response // returns next with the arrays of all prepended; may modify those
}

// CallAll calls the operation once for every Size elements of the request, one call after another, and merges the
// responses in order. A request without elements takes one call. If a call fails, CallAll stops and returns the merged
// responses so far, or nil if the first call failed, and a [*rest.SplitError]. It modifies neither the request's
// elements nor the responses that Call returns.
func CallAll[API, Request, Response, Element any](
	ctx context.Context, api API, request Request, options []rest.CallOption,
	spec BatchSpec[API, Request, Response, Element],
) (*Response, error) {
	if spec.Size < 1 {
		return nil, &rest.Error{Op: spec.Op, Err: fmt.Errorf("BatchSpec.Size: want at least 1, got %d", spec.Size)}
	}
	caller := caller[API, Request, Response]{spec.Op, api, spec.Call, options}
	elements := *spec.Elements(&request)
	total := len(elements)
	if total <= spec.Size {
		response, err := caller.call(ctx, request)
		if err != nil {
			return nil, splitError(spec.Op, err, 0, total, total)
		}
		return response, nil
	}
	var all *Response
	for done := 0; done < total; {
		sent := min(done+spec.Size, total)
		*spec.Elements(&request) = elements[done:sent:sent]
		next, err := caller.call(ctx, request)
		if err != nil {
			return all, splitError(spec.Op, err, done, sent, total)
		}
		if all == nil {
			all = new(Response) // so that Merge modifies no array of a fake's response
		}
		*all = spec.Merge(*all, *next)
		done = sent
	}
	return all, nil
}

func splitError(op string, err error, done, sent, total int) error {
	if failure, ok := errors.AsType[*rest.Error](err); ok && failure.Attempts == 0 {
		sent = done
	}
	return &rest.SplitError{Op: op, Done: done, Sent: sent, Total: total, Err: err}
}
