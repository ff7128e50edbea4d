// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package paging

import (
	"context"
	"iter"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// CursorCompleteAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.CursorCompleteAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.CursorCompletePages] for when it calls the service and when it ends.
func (c *Client) CursorCompleteAll(
	ctx context.Context, request CursorCompleteRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return CursorCompleteAll(ctx, c, request, options...)
}

// CursorCompleteAll does the same as [Client.CursorCompleteAll] with any API, such as a fake.
func CursorCompleteAll(
	ctx context.Context, api API, request CursorCompleteRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesCursorComplete)
}

// CursorCompletePages returns an iterator over all pages from the request's Start on. It calls
// CursorComplete when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) CursorCompletePages(
	ctx context.Context, request CursorCompleteRequest, options ...rest.CallOption,
) iter.Seq2[*CursorCompleteResponse, error] {
	return CursorCompletePages(ctx, c, request, options...)
}

// CursorCompletePages does the same as [Client.CursorCompletePages] with any API, such as a fake.
func CursorCompletePages(
	ctx context.Context, api API, request CursorCompleteRequest, options ...rest.CallOption,
) iter.Seq2[*CursorCompleteResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesCursorComplete)
}

var pagesCursorComplete = restimpl.PageSpec[API, CursorCompleteRequest, CursorCompleteResponse, Item]{
	Op:       "CursorComplete",
	Call:     API.CursorComplete,
	Position: func(request *CursorCompleteRequest) any { return request.Start },
	Turn: func(request *CursorCompleteRequest, page *CursorCompleteResponse) bool {
		request.Start = page.Next
		return page.CompleteFlag == 0
	},
	Items: func(page *CursorCompleteResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Name },
}

// CursorOffsetAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.CursorOffsetAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.CursorOffsetPages] for when it calls the service and when it ends.
func (c *Client) CursorOffsetAll(
	ctx context.Context, request CursorOffsetRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return CursorOffsetAll(ctx, c, request, options...)
}

// CursorOffsetAll does the same as [Client.CursorOffsetAll] with any API, such as a fake.
func CursorOffsetAll(
	ctx context.Context, api API, request CursorOffsetRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesCursorOffset)
}

// CursorOffsetPages returns an iterator over all pages from the request's Next and Offset on. It calls
// CursorOffset when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) CursorOffsetPages(
	ctx context.Context, request CursorOffsetRequest, options ...rest.CallOption,
) iter.Seq2[*CursorOffsetResponse, error] {
	return CursorOffsetPages(ctx, c, request, options...)
}

// CursorOffsetPages does the same as [Client.CursorOffsetPages] with any API, such as a fake.
func CursorOffsetPages(
	ctx context.Context, api API, request CursorOffsetRequest, options ...rest.CallOption,
) iter.Seq2[*CursorOffsetResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesCursorOffset)
}

var pagesCursorOffset = restimpl.PageSpec[API, CursorOffsetRequest, CursorOffsetResponse, Item]{
	Op:   "CursorOffset",
	Call: API.CursorOffset,
	Position: func(request *CursorOffsetRequest) any {
		return [...]any{restimpl.Optional(request.Next), request.Offset}
	},
	Turn: func(request *CursorOffsetRequest, page *CursorOffsetResponse) bool {
		if page.CompleteFlag != 0 {
			return false
		}
		if page.Next != "" {
			request.Next = new(page.Next)
			return true
		}
		if request.Next != nil {
			return false // the last page that a cursor names
		}
		count := int64(len(page.Items))
		request.Offset += count
		return count > 0 && count >= request.Limit && request.Offset < page.Total
	},
	Items: func(page *CursorOffsetResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Name },
}

// CursorSeveralAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.CursorSeveralAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.CursorSeveralPages] for when it calls the service and when it ends.
func (c *Client) CursorSeveralAll(
	ctx context.Context, request CursorSeveralRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return CursorSeveralAll(ctx, c, request, options...)
}

// CursorSeveralAll does the same as [Client.CursorSeveralAll] with any API, such as a fake.
func CursorSeveralAll(
	ctx context.Context, api API, request CursorSeveralRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesCursorSeveral)
}

// CursorSeveralPages returns an iterator over all pages from the request's MaxTime and Key on. It calls
// CursorSeveral when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) CursorSeveralPages(
	ctx context.Context, request CursorSeveralRequest, options ...rest.CallOption,
) iter.Seq2[*CursorSeveralResponse, error] {
	return CursorSeveralPages(ctx, c, request, options...)
}

// CursorSeveralPages does the same as [Client.CursorSeveralPages] with any API, such as a fake.
func CursorSeveralPages(
	ctx context.Context, api API, request CursorSeveralRequest, options ...rest.CallOption,
) iter.Seq2[*CursorSeveralResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesCursorSeveral)
}

var pagesCursorSeveral = restimpl.PageSpec[API, CursorSeveralRequest, CursorSeveralResponse, Item]{
	Op:       "CursorSeveral",
	Call:     API.CursorSeveral,
	Position: func(request *CursorSeveralRequest) any { return [...]any{request.MaxTime, request.Key} },
	Turn: func(request *CursorSeveralRequest, page *CursorSeveralResponse) bool {
		request.MaxTime, request.Key = page.LastTime, page.NextKey
		return page.LastTime != 0
	},
	Items: func(page *CursorSeveralResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Name },
}

// CursorStringAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.CursorStringAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.CursorStringPages] for when it calls the service and when it ends.
func (c *Client) CursorStringAll(
	ctx context.Context, request CursorStringRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return CursorStringAll(ctx, c, request, options...)
}

// CursorStringAll does the same as [Client.CursorStringAll] with any API, such as a fake.
func CursorStringAll(
	ctx context.Context, api API, request CursorStringRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesCursorString)
}

// CursorStringPages returns an iterator over all pages from the request's Cursor on. It calls
// CursorString when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) CursorStringPages(
	ctx context.Context, request CursorStringRequest, options ...rest.CallOption,
) iter.Seq2[*CursorStringResponse, error] {
	return CursorStringPages(ctx, c, request, options...)
}

// CursorStringPages does the same as [Client.CursorStringPages] with any API, such as a fake.
func CursorStringPages(
	ctx context.Context, api API, request CursorStringRequest, options ...rest.CallOption,
) iter.Seq2[*CursorStringResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesCursorString)
}

var pagesCursorString = restimpl.PageSpec[API, CursorStringRequest, CursorStringResponse, Item]{
	Op:       "CursorString",
	Call:     API.CursorString,
	Position: func(request *CursorStringRequest) any { return request.Cursor },
	Turn: func(request *CursorStringRequest, page *CursorStringResponse) bool {
		request.Cursor = page.NextCursor
		return page.NextCursor != ""
	},
	Items: func(page *CursorStringResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Name },
}

// LastCompleteAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.LastCompleteAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.LastCompletePages] for when it calls the service and when it ends.
func (c *Client) LastCompleteAll(
	ctx context.Context, request LastCompleteRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return LastCompleteAll(ctx, c, request, options...)
}

// LastCompleteAll does the same as [Client.LastCompleteAll] with any API, such as a fake.
func LastCompleteAll(
	ctx context.Context, api API, request LastCompleteRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesLastComplete)
}

// LastCompletePages returns an iterator over all pages from the request's MinSeq on. It calls
// LastComplete when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) LastCompletePages(
	ctx context.Context, request LastCompleteRequest, options ...rest.CallOption,
) iter.Seq2[*LastCompleteResponse, error] {
	return LastCompletePages(ctx, c, request, options...)
}

// LastCompletePages does the same as [Client.LastCompletePages] with any API, such as a fake.
func LastCompletePages(
	ctx context.Context, api API, request LastCompleteRequest, options ...rest.CallOption,
) iter.Seq2[*LastCompleteResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesLastComplete)
}

var pagesLastComplete = restimpl.PageSpec[API, LastCompleteRequest, LastCompleteResponse, Item]{
	Op:       "LastComplete",
	Call:     API.LastComplete,
	Position: func(request *LastCompleteRequest) any { return request.MinSeq },
	Turn: func(request *LastCompleteRequest, page *LastCompleteResponse) bool {
		if len(page.Items) == 0 {
			return false
		}
		last := page.Items[len(page.Items)-1].Serial
		request.MinSeq = last
		return page.CompleteFlag == 0
	},
	Items: func(page *LastCompleteResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Serial },
}

// LastStepAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.LastStepAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.LastStepPages] for when it calls the service and when it ends.
func (c *Client) LastStepAll(
	ctx context.Context, request LastStepRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return LastStepAll(ctx, c, request, options...)
}

// LastStepAll does the same as [Client.LastStepAll] with any API, such as a fake.
func LastStepAll(
	ctx context.Context, api API, request LastStepRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesLastStep)
}

// LastStepPages returns an iterator over all pages from the request's MaxSeq on. It calls
// LastStep when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) LastStepPages(
	ctx context.Context, request LastStepRequest, options ...rest.CallOption,
) iter.Seq2[*LastStepResponse, error] {
	return LastStepPages(ctx, c, request, options...)
}

// LastStepPages does the same as [Client.LastStepPages] with any API, such as a fake.
func LastStepPages(
	ctx context.Context, api API, request LastStepRequest, options ...rest.CallOption,
) iter.Seq2[*LastStepResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesLastStep)
}

var pagesLastStep = restimpl.PageSpec[API, LastStepRequest, LastStepResponse, Item]{
	Op:       "LastStep",
	Call:     API.LastStep,
	Position: func(request *LastStepRequest) any { return request.MaxSeq },
	Turn: func(request *LastStepRequest, page *LastStepResponse) bool {
		if len(page.Items) == 0 {
			return false
		}
		last := page.Items[len(page.Items)-1].Seq
		request.MaxSeq = last - 1
		return last > 1 && page.CompleteFlag == 0
	},
	Items: func(page *LastStepResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Seq },
}

// OffsetPlainAll returns an iterator over the Names of all pages:
//
//	for item, err := range client.OffsetPlainAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.OffsetPlainPages] for when it calls the service and when it ends.
func (c *Client) OffsetPlainAll(
	ctx context.Context, request OffsetPlainRequest, options ...rest.CallOption,
) iter.Seq2[string, error] {
	return OffsetPlainAll(ctx, c, request, options...)
}

// OffsetPlainAll does the same as [Client.OffsetPlainAll] with any API, such as a fake.
func OffsetPlainAll(
	ctx context.Context, api API, request OffsetPlainRequest, options ...rest.CallOption,
) iter.Seq2[string, error] {
	return restimpl.Items(ctx, api, request, options, pagesOffsetPlain)
}

// OffsetPlainPages returns an iterator over all pages from the request's Offset on. It calls
// OffsetPlain when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) OffsetPlainPages(
	ctx context.Context, request OffsetPlainRequest, options ...rest.CallOption,
) iter.Seq2[*OffsetPlainResponse, error] {
	return OffsetPlainPages(ctx, c, request, options...)
}

// OffsetPlainPages does the same as [Client.OffsetPlainPages] with any API, such as a fake.
func OffsetPlainPages(
	ctx context.Context, api API, request OffsetPlainRequest, options ...rest.CallOption,
) iter.Seq2[*OffsetPlainResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesOffsetPlain)
}

var pagesOffsetPlain = restimpl.PageSpec[API, OffsetPlainRequest, OffsetPlainResponse, string]{
	Op:       "OffsetPlain",
	Call:     API.OffsetPlain,
	Position: func(request *OffsetPlainRequest) any { return request.Offset },
	Turn: func(request *OffsetPlainRequest, page *OffsetPlainResponse) bool {
		count := int64(len(page.Names))
		request.Offset += count
		return count > 0
	},
	Items: func(page *OffsetPlainResponse) []string { return page.Names },
	Key:   func(item *string) any { return *item },
}

// OffsetTotalAll returns an iterator over the Items of all pages:
//
//	for item, err := range client.OffsetTotalAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.OffsetTotalPages] for when it calls the service and when it ends.
func (c *Client) OffsetTotalAll(
	ctx context.Context, request OffsetTotalRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return OffsetTotalAll(ctx, c, request, options...)
}

// OffsetTotalAll does the same as [Client.OffsetTotalAll] with any API, such as a fake.
func OffsetTotalAll(
	ctx context.Context, api API, request OffsetTotalRequest, options ...rest.CallOption,
) iter.Seq2[Item, error] {
	return restimpl.Items(ctx, api, request, options, pagesOffsetTotal)
}

// OffsetTotalPages returns an iterator over all pages from the request's Offset on. It calls
// OffsetTotal when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) OffsetTotalPages(
	ctx context.Context, request OffsetTotalRequest, options ...rest.CallOption,
) iter.Seq2[*OffsetTotalResponse, error] {
	return OffsetTotalPages(ctx, c, request, options...)
}

// OffsetTotalPages does the same as [Client.OffsetTotalPages] with any API, such as a fake.
func OffsetTotalPages(
	ctx context.Context, api API, request OffsetTotalRequest, options ...rest.CallOption,
) iter.Seq2[*OffsetTotalResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesOffsetTotal)
}

var pagesOffsetTotal = restimpl.PageSpec[API, OffsetTotalRequest, OffsetTotalResponse, Item]{
	Op:       "OffsetTotal",
	Call:     API.OffsetTotal,
	Position: func(request *OffsetTotalRequest) any { return request.Offset },
	Turn: func(request *OffsetTotalRequest, page *OffsetTotalResponse) bool {
		count := int64(len(page.Items))
		request.Offset += count
		return count > 0 && count >= request.Limit && (page.Total == 0 || request.Offset < page.Total) &&
			page.CompleteFlag == 0
	},
	Items: func(page *OffsetTotalResponse) []Item { return page.Items },
	Key:   func(item *Item) any { return item.Name },
}
