// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package group

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in GroupInfo with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *GetGroupInfoResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *GetGroupInfoResponse) Err() error {
	return r.batch().Err("GetGroupInfo", LookupCode)
}

func (r *GetGroupInfoResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.GroupInfo, (*Group).result),
		Missing: r.missing,
	}
}

// GetGroupInfoAll calls GetGroupInfo for a batch of any size: once for every 50 elements of
// GroupIdList, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) GetGroupInfoAll(
	ctx context.Context, request GetGroupInfoRequest, options ...rest.CallOption,
) (*GetGroupInfoResponse, error) {
	return GetGroupInfoAll(ctx, c, request, options...)
}

// GetGroupInfoAll does the same as [Client.GetGroupInfoAll] with any API, such as a fake.
func GetGroupInfoAll(
	ctx context.Context, api API, request GetGroupInfoRequest, options ...rest.CallOption,
) (*GetGroupInfoResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchGetGroupInfo)
}

var batchGetGroupInfo = restimpl.BatchSpec[API, GetGroupInfoRequest, GetGroupInfoResponse, string]{
	Op:       "GetGroupInfo",
	Size:     50,
	Call:     API.GetGroupInfo,
	Elements: func(request *GetGroupInfoRequest) *[]string { return &request.GroupIdList },
	Merge: func(all, next GetGroupInfoResponse) GetGroupInfoResponse {
		next.GroupInfo = append(all.GroupInfo, next.GroupInfo...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}
