// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"context"
	"iter"

	"github.com/timsns/timsns/rest"
)

// BlackListGetPages returns all pages from the request's StartIndex on, each from a call of BlackListGet that is made when the page is
// asked for:
//
//	for page, err := range gen.BlackListGetPages(ctx, client, request) {
//		if err != nil {
//			return err
//		}
//		for _, item := range page.BlackListItem { … }
//	}
//
// The first error ends the sequence. It is that of a call that failed, or [rest.ErrRepeatedPage] from a service that would
// go on without end. The request is not changed: each loop over the sequence pulls all pages anew.
func BlackListGetPages(ctx context.Context, api API, request BlackListGetRequest) iter.Seq2[*BlackListGetResponse, error] {
	return rest.Pages(ctx, request, rest.Paging[BlackListGetRequest, BlackListGetResponse, BlackListItem]{
		Op:    "BlackListGet",
		Call:  api.BlackListGet,
		Start: func(request *BlackListGetRequest) *int64 { return &request.StartIndex },
		Next:  func(page *BlackListGetResponse) (int64, bool) { return page.StartIndex, page.StartIndex != 0 },
		Items: func(page *BlackListGetResponse) []BlackListItem { return page.BlackListItem },
		Key:   func(item BlackListItem) string { return item.ToAccount },
	})
}

// FriendGetPages returns all pages from the request's StartIndex on, each from a call of FriendGet that is made when the page is
// asked for:
//
//	for page, err := range gen.FriendGetPages(ctx, client, request) {
//		if err != nil {
//			return err
//		}
//		for _, item := range page.UserDataItem { … }
//	}
//
// The first error ends the sequence. It is that of a call that failed, or [rest.ErrRepeatedPage] from a service that would
// go on without end. The request is not changed: each loop over the sequence pulls all pages anew.
func FriendGetPages(ctx context.Context, api API, request FriendGetRequest) iter.Seq2[*FriendGetResponse, error] {
	return rest.Pages(ctx, request, rest.Paging[FriendGetRequest, FriendGetResponse, UserDataItem]{
		Op:    "FriendGet",
		Call:  api.FriendGet,
		Start: func(request *FriendGetRequest) *int64 { return &request.StartIndex },
		Next:  func(page *FriendGetResponse) (int64, bool) { return page.NextStartIndex, page.CompleteFlag == 0 },
		Items: func(page *FriendGetResponse) []UserDataItem { return page.UserDataItem },
		Key:   func(item UserDataItem) string { return item.ToAccount },
	})
}
