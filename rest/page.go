package rest

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// ErrRepeatedPage says that the service refers to a page that it has answered already, or has nothing new on page after
// page. To go on would go on without end.
var ErrRepeatedPage = errors.New("the service repeats a page")

// Paging is what [Pages] has to know of an operation.
type Paging[Request, Reply, Item any] struct {
	Op    string                                         // the operation's ID
	Call  func(context.Context, Request) (*Reply, error) // makes one call
	Start func(*Request) *int64                          // where the request names its page
	Next  func(*Reply) (start int64, more bool)          // which page follows, and whether one does
	Items func(*Reply) []Item                            // what is on the page
	Key   func(Item) string                              // by what an item is known again
}

// Pages returns all pages from the request's on. Each comes from a call of its own, which is made when the page is asked
// for. The sequence ends behind the last page or with an error: that of a call that failed, or [ErrRepeatedPage]. It
// changes nothing but a copy of the request, so that it can be ranged over again. While others change what is pulled,
// items may move from page to page: one may come twice, and another not at all.
func Pages[Request, Reply, Item any](
	ctx context.Context, request Request, paging Paging[Request, Reply, Item],
) iter.Seq2[*Reply, error] {
	return func(yield func(*Reply, error) bool) {
		pager := pager[Request, Reply, Item]{Paging: paging, request: request, places: map[int64]bool{}, keys: map[string]bool{}}
		for more := true; more; {
			page, err := pager.read(ctx)
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(page, nil) {
				return
			}
			more = pager.turn(page)
		}
	}
}

// mostStalePages is how many pages in a row may have nothing new. One or two may: what is pulled moves on by a page while
// others change it, or all of a page is left out since it did not change.
const mostStalePages = 100

// pager is one way through all pages.
type pager[Request, Reply, Item any] struct {
	Paging[Request, Reply, Item]

	request Request
	places  map[int64]bool  // of the pages that were read
	keys    map[string]bool // of the items that were on them
	stale   int             // how many of the last pages had nothing new
}

func (p *pager[Request, Reply, Item]) read(ctx context.Context) (*Reply, error) {
	start := *p.Start(&p.request)
	if p.places[start] || p.stale >= mostStalePages {
		return nil, &Error{Op: p.Op, Err: fmt.Errorf("%w, at the place %d", ErrRepeatedPage, start)}
	}
	page, err := callOnce(ctx, p.Op, p.Call, p.request)
	if err != nil {
		return nil, err
	}
	p.places[start] = true
	p.note(p.Items(page))
	return page, nil
}

func (p *pager[Request, Reply, Item]) note(items []Item) {
	known := len(p.keys)
	for _, item := range items {
		p.keys[p.Key(item)] = true
	}
	if p.stale++; len(p.keys) > known {
		p.stale = 0
	}
}

// turn makes the request name the next page. It returns false if there is none.
func (p *pager[Request, Reply, Item]) turn(page *Reply) bool {
	next, more := p.Next(page)
	*p.Start(&p.request) = next
	return more
}

// callOnce does not rely on call, which may be a fake's, to heed ctx or to return a reply.
func callOnce[Request, Reply any](
	ctx context.Context, op string, call func(context.Context, Request) (*Reply, error), request Request,
) (*Reply, error) {
	if err := ctx.Err(); err != nil {
		return nil, &Error{Op: op, Err: err}
	}
	reply, err := call(ctx, request)
	if err == nil && reply == nil {
		return nil, &Error{Op: op, Attempts: 1, Err: errNoReply}
	}
	return reply, err
}

var errNoReply = errors.New("the call returned neither a reply nor an error")
