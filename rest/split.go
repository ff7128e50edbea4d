package rest

import (
	"context"
	"errors"
	"fmt"
)

// Splitting is what [Split] has to know of an operation.
type Splitting[Request, Reply, Element any] struct {
	Op    string                                         // the operation's ID
	Size  int                                            // how many elements a call takes, at least 1
	Call  func(context.Context, Request) (*Reply, error) // makes one call
	Array func(*Request) *[]Element                      // where the request has the elements
	Merge func(all, part Reply) Reply                    // returns part, its arrays behind those of all before, which are all's to change
}

// Split makes a call for each Size elements of the request, one after another, and merges the replies in order. Without
// elements it makes one call. Behind a call that fails it makes none: it returns what was answered so far, nil if
// nothing was, together with a [*SplitError]. It changes neither the request nor what Call returns.
func Split[Request, Reply, Element any](
	ctx context.Context, request Request, splitting Splitting[Request, Reply, Element],
) (*Reply, error) {
	elements := *splitting.Array(&request)
	if splitting.Size < 1 {
		return nil, &Error{Op: splitting.Op, Err: fmt.Errorf("Splitting.Size: want at least 1, got %d", splitting.Size)}
	}
	if len(elements) <= splitting.Size {
		reply, err := callOnce(ctx, splitting.Op, splitting.Call, request)
		if err != nil {
			return nil, splitting.failed(err, 0, len(elements), len(elements))
		}
		return reply, nil
	}
	var all *Reply
	for done := 0; done < len(elements); {
		sent := min(done+splitting.Size, len(elements))
		*splitting.Array(&request) = elements[done:sent:sent]
		part, err := callOnce(ctx, splitting.Op, splitting.Call, request)
		if err != nil {
			return all, splitting.failed(err, done, sent, len(elements))
		}
		if all == nil {
			all = new(Reply) // whose arrays are nobody else's
		}
		*all = splitting.Merge(*all, *part)
		done = sent
	}
	return all, nil
}

func (s *Splitting[Request, Reply, Element]) failed(err error, done, sent, total int) error {
	if failure, ok := errors.AsType[*Error](err); ok && failure.Attempts == 0 {
		sent = done
	}
	return &SplitError{Op: s.Op, Done: done, Sent: sent, Total: total, Err: err}
}

// SplitError tells how far a batch came that was split into several calls before one of them failed.
type SplitError struct {
	Op    string // the operation's ID
	Done  int    // how many items were answered: the first ones of the request
	Sent  int    // how many items were sent, those of the call that failed included
	Total int    // how many items the request has

	// Err is why the call failed. Whether the service acted on its items, those from Done up to Sent, is as unknown as
	// it is after any call with this error. It did not act on those from Sent on.
	Err error
}

// Error tells how far the batch came, and what went wrong.
func (e *SplitError) Error() string {
	return fmt.Sprintf("%s: %d of %d items were answered before a call failed: %v", e.Op, e.Done, e.Total, e.Err)
}

// Unwrap returns the error of the call that failed.
func (e *SplitError) Unwrap() error {
	return e.Err
}
