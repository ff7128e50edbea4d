package restimpl

import (
	"context"
	"fmt"
	"iter"

	"github.com/timsns/timsns/rest"
)

// PageSpec describes an operation that returns one page at a time.
type PageSpec[API, Request, Response, Item any] struct {
	Op   string                         // the operation's ID
	Call Method[API, Request, Response] // makes one call

	// Position returns what selects the page: a comparable value.
	Position func(*Request) any

	// Turn makes the request select the page after this one, and reports whether there is one.
	Turn func(*Request, *Response) bool

	Items func(*Response) []Item // returns the items of a page
	Key   func(*Item) any        // returns the unique key of an item: a comparable value
}

// Pages returns an iterator over all pages, starting with the page that the request selects. It makes a call when the
// next page is needed. It ends after the last page or with an error: that of a failed call, or [rest.ErrRepeatedPage].
// Each loop over the iterator starts anew. If the data changes meanwhile, items may move from page to page, so that an
// item may occur twice or not at all.
func Pages[API, Request, Response, Item any](
	ctx context.Context, api API, request Request, options []rest.CallOption,
	spec PageSpec[API, Request, Response, Item],
) iter.Seq2[*Response, error] {
	return func(yield func(*Response, error) bool) {
		pager := pager[API, Request, Response, Item]{
			spec: spec, caller: caller[API, Request, Response]{spec.Op, api, spec.Call, options},
			request: request, positions: map[any]bool{}, keys: map[any]bool{},
		}
		for more := true; more; {
			page, err := pager.read(ctx)
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(page, nil) {
				return
			}
			more = spec.Turn(&pager.request, page)
		}
	}
}

// Items returns an iterator over the items of all [Pages]. An error comes with a zero Item, and is the last element.
func Items[API, Request, Response, Item any](
	ctx context.Context, api API, request Request, options []rest.CallOption,
	spec PageSpec[API, Request, Response, Item],
) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for page, err := range Pages(ctx, api, request, options, spec) {
			if err != nil {
				var zero Item
				yield(zero, err)
				return
			}
			for _, item := range spec.Items(page) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

// maxStalePages is how many pages in a row may have no new item. A few are normal: other writers may shift the items by
// a page, and a page may omit all items that did not change.
const maxStalePages = 100

// pager reads one page after another.
type pager[API, Request, Response, Item any] struct {
	spec      PageSpec[API, Request, Response, Item]
	caller    caller[API, Request, Response]
	request   Request
	positions map[any]bool // of the pages so far
	keys      map[any]bool // of the items so far
	stale     int          // the number of pages in a row without a new item
}

func (p *pager[API, Request, Response, Item]) read(ctx context.Context) (*Response, error) {
	position := p.spec.Position(&p.request)
	if p.positions[position] || p.stale >= maxStalePages {
		return nil, &rest.Error{Op: p.spec.Op, Err: fmt.Errorf("%w: it starts at %v", rest.ErrRepeatedPage, position)}
	}
	page, err := p.caller.call(ctx, p.request)
	if err != nil {
		return nil, err
	}
	p.positions[position] = true
	p.remember(p.spec.Items(page))
	return page, nil
}

func (p *pager[API, Request, Response, Item]) remember(items []Item) {
	known := len(p.keys)
	for i := range items {
		p.keys[p.spec.Key(&items[i])] = true
	}
	if p.stale++; len(p.keys) > known {
		p.stale = 0
	}
}

// Optional returns the value that a pointer points to, or nil: pointers to equal values differ.
func Optional[T any](pointer *T) any {
	if pointer == nil {
		return nil
	}
	return *pointer
}
