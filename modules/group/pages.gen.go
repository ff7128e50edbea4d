// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package group

import (
	"context"
	"iter"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// GetGroupMemberInfoAll returns an iterator over the MemberList of all pages:
//
//	for item, err := range client.GetGroupMemberInfoAll(ctx, request) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// See [Client.GetGroupMemberInfoPages] for when it calls the service and when it ends.
func (c *Client) GetGroupMemberInfoAll(
	ctx context.Context, request GetGroupMemberInfoRequest, options ...rest.CallOption,
) iter.Seq2[Member, error] {
	return GetGroupMemberInfoAll(ctx, c, request, options...)
}

// GetGroupMemberInfoAll does the same as [Client.GetGroupMemberInfoAll] with any API, such as a fake.
func GetGroupMemberInfoAll(
	ctx context.Context, api API, request GetGroupMemberInfoRequest, options ...rest.CallOption,
) iter.Seq2[Member, error] {
	return restimpl.Items(ctx, api, request, options, pagesGetGroupMemberInfo)
}

// GetGroupMemberInfoPages returns an iterator over all pages from the request's Next and Offset on. It calls
// GetGroupMemberInfo when the next page is needed. The first error ends the iteration: that of a failed call, or
// [rest.ErrRepeatedPage] if the service repeats pages without end. Each loop over the iterator starts again. Items may
// occur twice or not at all if others change the data meanwhile.
func (c *Client) GetGroupMemberInfoPages(
	ctx context.Context, request GetGroupMemberInfoRequest, options ...rest.CallOption,
) iter.Seq2[*GetGroupMemberInfoResponse, error] {
	return GetGroupMemberInfoPages(ctx, c, request, options...)
}

// GetGroupMemberInfoPages does the same as [Client.GetGroupMemberInfoPages] with any API, such as a fake.
func GetGroupMemberInfoPages(
	ctx context.Context, api API, request GetGroupMemberInfoRequest, options ...rest.CallOption,
) iter.Seq2[*GetGroupMemberInfoResponse, error] {
	return restimpl.Pages(ctx, api, request, options, pagesGetGroupMemberInfo)
}

var pagesGetGroupMemberInfo = restimpl.PageSpec[API, GetGroupMemberInfoRequest, GetGroupMemberInfoResponse, Member]{
	Op:   "GetGroupMemberInfo",
	Call: API.GetGroupMemberInfo,
	Position: func(request *GetGroupMemberInfoRequest) any {
		return [...]any{restimpl.Optional(request.Next), request.Offset}
	},
	Turn: func(request *GetGroupMemberInfoRequest, page *GetGroupMemberInfoResponse) bool {
		if page.Next != "" {
			request.Next = new(page.Next)
			return true
		}
		if request.Next != nil {
			return false // the last page that a cursor names
		}
		count := int64(len(page.MemberList))
		request.Offset += count
		return count > 0 && count >= request.Limit && request.Offset < page.MemberNum
	},
	Items: func(page *GetGroupMemberInfoResponse) []Member { return page.MemberList },
	Key:   func(item *Member) any { return item.MemberAccount },
}
