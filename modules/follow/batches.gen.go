// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package follow

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FollowAddResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FollowAddResponse) Err() error {
	return r.batch().Err("FollowAdd", LookupCode)
}

func (r *FollowAddResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Missing: r.missing,
	}
}

// FollowAddAll calls FollowAdd for a batch of any size: once for every 20 elements of
// FollowItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FollowAddAll(
	ctx context.Context, request FollowAddRequest, options ...rest.CallOption,
) (*FollowAddResponse, error) {
	return FollowAddAll(ctx, c, request, options...)
}

// FollowAddAll does the same as [Client.FollowAddAll] with any API, such as a fake.
func FollowAddAll(
	ctx context.Context, api API, request FollowAddRequest, options ...rest.CallOption,
) (*FollowAddResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFollowAdd)
}

var batchFollowAdd = restimpl.BatchSpec[API, FollowAddRequest, FollowAddResponse, FollowAddItem]{
	Op:       "FollowAdd",
	Size:     20,
	Call:     API.FollowAdd,
	Elements: func(request *FollowAddRequest) *[]FollowAddItem { return &request.FollowItem },
	Merge: func(all, next FollowAddResponse) FollowAddResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FollowCheckResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FollowCheckResponse) Err() error {
	return r.batch().Err("FollowCheck", LookupCode)
}

func (r *FollowCheckResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*FollowCheckItem).result),
		Missing: r.missing,
	}
}

// FollowCheckAll calls FollowCheck for a batch of any size: once for every 100 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FollowCheckAll(
	ctx context.Context, request FollowCheckRequest, options ...rest.CallOption,
) (*FollowCheckResponse, error) {
	return FollowCheckAll(ctx, c, request, options...)
}

// FollowCheckAll does the same as [Client.FollowCheckAll] with any API, such as a fake.
func FollowCheckAll(
	ctx context.Context, api API, request FollowCheckRequest, options ...rest.CallOption,
) (*FollowCheckResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFollowCheck)
}

var batchFollowCheck = restimpl.BatchSpec[API, FollowCheckRequest, FollowCheckResponse, string]{
	Op:       "FollowCheck",
	Size:     100,
	Call:     API.FollowCheck,
	Elements: func(request *FollowCheckRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FollowCheckResponse) FollowCheckResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FollowDeleteResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FollowDeleteResponse) Err() error {
	return r.batch().Err("FollowDelete", LookupCode)
}

func (r *FollowDeleteResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Missing: r.missing,
	}
}

// FollowDeleteMany calls FollowDelete for a batch of any size: once for every 20 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FollowDeleteMany(
	ctx context.Context, request FollowDeleteRequest, options ...rest.CallOption,
) (*FollowDeleteResponse, error) {
	return FollowDeleteMany(ctx, c, request, options...)
}

// FollowDeleteMany does the same as [Client.FollowDeleteMany] with any API, such as a fake.
func FollowDeleteMany(
	ctx context.Context, api API, request FollowDeleteRequest, options ...rest.CallOption,
) (*FollowDeleteResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFollowDelete)
}

var batchFollowDelete = restimpl.BatchSpec[API, FollowDeleteRequest, FollowDeleteResponse, string]{
	Op:       "FollowDelete",
	Size:     20,
	Call:     API.FollowDelete,
	Elements: func(request *FollowDeleteRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FollowDeleteResponse) FollowDeleteResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in FollowInfo with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FollowGetInfoResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FollowGetInfoResponse) Err() error {
	return r.batch().Err("FollowGetInfo", LookupCode)
}

func (r *FollowGetInfoResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.FollowInfo, (*FollowInfo).result),
		Missing: r.missing,
	}
}

// FollowGetInfoAll calls FollowGetInfo for a batch of any size: once for every 20 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FollowGetInfoAll(
	ctx context.Context, request FollowGetInfoRequest, options ...rest.CallOption,
) (*FollowGetInfoResponse, error) {
	return FollowGetInfoAll(ctx, c, request, options...)
}

// FollowGetInfoAll does the same as [Client.FollowGetInfoAll] with any API, such as a fake.
func FollowGetInfoAll(
	ctx context.Context, api API, request FollowGetInfoRequest, options ...rest.CallOption,
) (*FollowGetInfoResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFollowGetInfo)
}

var batchFollowGetInfo = restimpl.BatchSpec[API, FollowGetInfoRequest, FollowGetInfoResponse, string]{
	Op:       "FollowGetInfo",
	Size:     20,
	Call:     API.FollowGetInfo,
	Elements: func(request *FollowGetInfoRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FollowGetInfoResponse) FollowGetInfoResponse {
		next.FollowInfo = append(all.FollowInfo, next.FollowInfo...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}
