// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"context"
	"iter"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// BlackListGetAll returns an iterator over the BlackListItem of all pages:
//
//	for item, err := range client.BlackListGetAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.BlackListGetPages] for when it calls the service and when it ends.
func (c *Client) BlackListGetAll(
	ctx context.Context, request BlackListGetRequest, options ...rest.CallOption,
) iter.Seq2[BlackListItem, error] {
	return BlackListGetAll(ctx, c, request, options...)
}

// BlackListGetAll does the same as [Client.BlackListGetAll] with any API, such as a fake.
func BlackListGetAll(
	ctx context.Context, api API, request BlackListGetRequest, options ...rest.CallOption,
) iter.Seq2[BlackListItem, error] {
	return restimpl.Items(ctx, api, request, options, pagesBlackListGet)
}

// BlackListGetPages returns an iterator over all pages from the request's StartIndex on. It calls
// BlackListGet when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) BlackListGetPages(
	ctx context.Context, request BlackListGetRequest, options ...rest.CallOption,
) iter.Seq2[*BlackListGetResponse, error] {
	return BlackListGetPages(ctx, c, request, options...)
}

// BlackListGetPages does the same as [Client.BlackListGetPages] with any API, such as a fake.
func BlackListGetPages(
	ctx context.Context, api API, request BlackListGetRequest, options ...rest.CallOption,
) iter.Seq2[*BlackListGetResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesBlackListGet)
}

var pagesBlackListGet = restimpl.PageSpec[API, BlackListGetRequest, BlackListGetResponse, BlackListItem]{
	Op:       "BlackListGet",
	Call:     API.BlackListGet,
	Position: func(request *BlackListGetRequest) any { return request.StartIndex },
	Turn: func(request *BlackListGetRequest, page *BlackListGetResponse) bool {
		request.StartIndex = page.StartIndex
		return page.StartIndex != 0
	},
	Items: func(page *BlackListGetResponse) []BlackListItem { return page.BlackListItem },
	Key:   func(item *BlackListItem) any { return item.ToAccount },
}

// FriendGetAll returns an iterator over the UserDataItem of all pages:
//
//	for item, err := range client.FriendGetAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.FriendGetPages] for when it calls the service and when it ends.
func (c *Client) FriendGetAll(
	ctx context.Context, request FriendGetRequest, options ...rest.CallOption,
) iter.Seq2[UserDataItem, error] {
	return FriendGetAll(ctx, c, request, options...)
}

// FriendGetAll does the same as [Client.FriendGetAll] with any API, such as a fake.
func FriendGetAll(
	ctx context.Context, api API, request FriendGetRequest, options ...rest.CallOption,
) iter.Seq2[UserDataItem, error] {
	return restimpl.Items(ctx, api, request, options, pagesFriendGet)
}

// FriendGetPages returns an iterator over all pages from the request's StartIndex on. It calls
// FriendGet when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) FriendGetPages(
	ctx context.Context, request FriendGetRequest, options ...rest.CallOption,
) iter.Seq2[*FriendGetResponse, error] {
	return FriendGetPages(ctx, c, request, options...)
}

// FriendGetPages does the same as [Client.FriendGetPages] with any API, such as a fake.
func FriendGetPages(
	ctx context.Context, api API, request FriendGetRequest, options ...rest.CallOption,
) iter.Seq2[*FriendGetResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesFriendGet)
}

var pagesFriendGet = restimpl.PageSpec[API, FriendGetRequest, FriendGetResponse, UserDataItem]{
	Op:       "FriendGet",
	Call:     API.FriendGet,
	Position: func(request *FriendGetRequest) any { return request.StartIndex },
	Turn: func(request *FriendGetRequest, page *FriendGetResponse) bool {
		request.StartIndex = page.NextStartIndex
		return page.CompleteFlag == 0
	},
	Items: func(page *FriendGetResponse) []UserDataItem { return page.UserDataItem },
	Key:   func(item *UserDataItem) any { return item.ToAccount },
}
