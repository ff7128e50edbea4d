// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package follow

import (
	"context"
	"iter"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// FollowGetAll returns an iterator over the FollowItem of all pages:
//
//	for item, err := range client.FollowGetAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.FollowGetPages] for when it calls the service and when it ends.
func (c *Client) FollowGetAll(
	ctx context.Context, request FollowGetRequest, options ...rest.CallOption,
) iter.Seq2[FollowGetItem, error] {
	return FollowGetAll(ctx, c, request, options...)
}

// FollowGetAll does the same as [Client.FollowGetAll] with any API, such as a fake.
func FollowGetAll(
	ctx context.Context, api API, request FollowGetRequest, options ...rest.CallOption,
) iter.Seq2[FollowGetItem, error] {
	return restimpl.Items(ctx, api, request, options, pagesFollowGet)
}

// FollowGetPages returns an iterator over all pages from the request's StartCursor on. It calls
// FollowGet when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) FollowGetPages(
	ctx context.Context, request FollowGetRequest, options ...rest.CallOption,
) iter.Seq2[*FollowGetResponse, error] {
	return FollowGetPages(ctx, c, request, options...)
}

// FollowGetPages does the same as [Client.FollowGetPages] with any API, such as a fake.
func FollowGetPages(
	ctx context.Context, api API, request FollowGetRequest, options ...rest.CallOption,
) iter.Seq2[*FollowGetResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesFollowGet)
}

var pagesFollowGet = restimpl.PageSpec[API, FollowGetRequest, FollowGetResponse, FollowGetItem]{
	Op:       "FollowGet",
	Call:     API.FollowGet,
	Position: func(request *FollowGetRequest) any { return request.StartCursor },
	Turn: func(request *FollowGetRequest, page *FollowGetResponse) bool {
		request.StartCursor = page.NextCursor
		return page.NextCursor != ""
	},
	Items: func(page *FollowGetResponse) []FollowGetItem { return page.FollowItem },
	Key:   func(item *FollowGetItem) any { return item.ToAccount },
}
