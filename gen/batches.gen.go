// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts that have no such result and are in FailAccount or InvalidAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *BlackListAddResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *BlackListAddResponse) Err() error {
	return r.batch().Err("BlackListAdd", LookupCode)
}

func (r *BlackListAddResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount, r.InvalidAccount},
		Missing: r.missing,
	}
}

// BlackListAddAll calls BlackListAdd for a batch of any size: once for every 1000 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) BlackListAddAll(
	ctx context.Context, request BlackListAddRequest, options ...rest.CallOption,
) (*BlackListAddResponse, error) {
	return BlackListAddAll(ctx, c, request, options...)
}

// BlackListAddAll does the same as [Client.BlackListAddAll] with any API, such as a fake.
func BlackListAddAll(
	ctx context.Context, api API, request BlackListAddRequest, options ...rest.CallOption,
) (*BlackListAddResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchBlackListAdd)
}

var batchBlackListAdd = restimpl.BatchSpec[API, BlackListAddRequest, BlackListAddResponse, string]{
	Op:       "BlackListAdd",
	Size:     1000,
	Call:     API.BlackListAdd,
	Elements: func(request *BlackListAddRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next BlackListAddResponse) BlackListAddResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.InvalidAccount = append(all.InvalidAccount, next.InvalidAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in BlackListCheckItem with another code than 0
//   - accounts that have no such result and are in FailAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *BlackListCheckResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *BlackListCheckResponse) Err() error {
	return r.batch().Err("BlackListCheck", LookupCode)
}

func (r *BlackListCheckResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.BlackListCheckItem, (*BlackListCheckItem).result),
		Listed:  [][]string{r.FailAccount},
		Missing: r.missing,
	}
}

// BlackListCheckAll calls BlackListCheck for a batch of any size: once for every 1000 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) BlackListCheckAll(
	ctx context.Context, request BlackListCheckRequest, options ...rest.CallOption,
) (*BlackListCheckResponse, error) {
	return BlackListCheckAll(ctx, c, request, options...)
}

// BlackListCheckAll does the same as [Client.BlackListCheckAll] with any API, such as a fake.
func BlackListCheckAll(
	ctx context.Context, api API, request BlackListCheckRequest, options ...rest.CallOption,
) (*BlackListCheckResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchBlackListCheck)
}

var batchBlackListCheck = restimpl.BatchSpec[API, BlackListCheckRequest, BlackListCheckResponse, string]{
	Op:       "BlackListCheck",
	Size:     1000,
	Call:     API.BlackListCheck,
	Elements: func(request *BlackListCheckRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next BlackListCheckResponse) BlackListCheckResponse {
		next.BlackListCheckItem = append(all.BlackListCheckItem, next.BlackListCheckItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts that have no such result and are in FailAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *BlackListDeleteResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *BlackListDeleteResponse) Err() error {
	return r.batch().Err("BlackListDelete", LookupCode)
}

func (r *BlackListDeleteResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount},
		Missing: r.missing,
	}
}

// BlackListDeleteAll calls BlackListDelete for a batch of any size: once for every 1000 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) BlackListDeleteAll(
	ctx context.Context, request BlackListDeleteRequest, options ...rest.CallOption,
) (*BlackListDeleteResponse, error) {
	return BlackListDeleteAll(ctx, c, request, options...)
}

// BlackListDeleteAll does the same as [Client.BlackListDeleteAll] with any API, such as a fake.
func BlackListDeleteAll(
	ctx context.Context, api API, request BlackListDeleteRequest, options ...rest.CallOption,
) (*BlackListDeleteResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchBlackListDelete)
}

var batchBlackListDelete = restimpl.BatchSpec[API, BlackListDeleteRequest, BlackListDeleteResponse, string]{
	Op:       "BlackListDelete",
	Size:     1000,
	Call:     API.BlackListDelete,
	Elements: func(request *BlackListDeleteRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next BlackListDeleteResponse) BlackListDeleteResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0 or [CodeConfirmationPending], for which see Pending
//   - accounts that have no such result and are in FailAccount or InvalidAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FriendAddResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendAddResponse) Err() error {
	return r.batch().Err("FriendAdd", LookupCode)
}

// Pending returns the UserIDs of the accounts whose result is [CodeConfirmationPending]:
// the request for friendship waits for the other account to confirm it.
func (r *FriendAddResponse) Pending() []string {
	return r.batch().Pending(LookupCode)
}

func (r *FriendAddResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount, r.InvalidAccount},
		Missing: r.missing,
	}
}

// FriendAddAll calls FriendAdd for a batch of any size: once for every 1000 elements of
// AddFriendItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendAddAll(
	ctx context.Context, request FriendAddRequest, options ...rest.CallOption,
) (*FriendAddResponse, error) {
	return FriendAddAll(ctx, c, request, options...)
}

// FriendAddAll does the same as [Client.FriendAddAll] with any API, such as a fake.
func FriendAddAll(
	ctx context.Context, api API, request FriendAddRequest, options ...rest.CallOption,
) (*FriendAddResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendAdd)
}

var batchFriendAdd = restimpl.BatchSpec[API, FriendAddRequest, FriendAddResponse, FriendAddItem]{
	Op:       "FriendAdd",
	Size:     1000,
	Call:     API.FriendAdd,
	Elements: func(request *FriendAddRequest) *[]FriendAddItem { return &request.AddFriendItem },
	Merge: func(all, next FriendAddResponse) FriendAddResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.InvalidAccount = append(all.InvalidAccount, next.InvalidAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in InfoItem with another code than 0
//   - accounts that have no such result and are in FailAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FriendCheckResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendCheckResponse) Err() error {
	return r.batch().Err("FriendCheck", LookupCode)
}

func (r *FriendCheckResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.InfoItem, (*FriendCheckInfoItem).result),
		Listed:  [][]string{r.FailAccount},
		Missing: r.missing,
	}
}

// FriendCheckAll calls FriendCheck for a batch of any size: once for every 1000 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendCheckAll(
	ctx context.Context, request FriendCheckRequest, options ...rest.CallOption,
) (*FriendCheckResponse, error) {
	return FriendCheckAll(ctx, c, request, options...)
}

// FriendCheckAll does the same as [Client.FriendCheckAll] with any API, such as a fake.
func FriendCheckAll(
	ctx context.Context, api API, request FriendCheckRequest, options ...rest.CallOption,
) (*FriendCheckResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendCheck)
}

var batchFriendCheck = restimpl.BatchSpec[API, FriendCheckRequest, FriendCheckResponse, string]{
	Op:       "FriendCheck",
	Size:     1000,
	Call:     API.FriendCheck,
	Elements: func(request *FriendCheckRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FriendCheckResponse) FriendCheckResponse {
		next.InfoItem = append(all.InfoItem, next.InfoItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
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
func (r *FriendDeleteResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendDeleteResponse) Err() error {
	return r.batch().Err("FriendDelete", LookupCode)
}

func (r *FriendDeleteResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Missing: r.missing,
	}
}

// FriendDeleteMany calls FriendDelete for a batch of any size: once for every 1000 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendDeleteMany(
	ctx context.Context, request FriendDeleteRequest, options ...rest.CallOption,
) (*FriendDeleteResponse, error) {
	return FriendDeleteMany(ctx, c, request, options...)
}

// FriendDeleteMany does the same as [Client.FriendDeleteMany] with any API, such as a fake.
func FriendDeleteMany(
	ctx context.Context, api API, request FriendDeleteRequest, options ...rest.CallOption,
) (*FriendDeleteResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendDelete)
}

var batchFriendDelete = restimpl.BatchSpec[API, FriendDeleteRequest, FriendDeleteResponse, string]{
	Op:       "FriendDelete",
	Size:     1000,
	Call:     API.FriendDelete,
	Elements: func(request *FriendDeleteRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FriendDeleteResponse) FriendDeleteResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in InfoItem with another code than 0
//   - accounts that have no such result and are in FailAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FriendGetListResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendGetListResponse) Err() error {
	return r.batch().Err("FriendGetList", LookupCode)
}

func (r *FriendGetListResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.InfoItem, (*FriendGetListInfoItem).result),
		Listed:  [][]string{r.FailAccount},
		Missing: r.missing,
	}
}

// FriendGetListAll calls FriendGetList for a batch of any size: once for every 100 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendGetListAll(
	ctx context.Context, request FriendGetListRequest, options ...rest.CallOption,
) (*FriendGetListResponse, error) {
	return FriendGetListAll(ctx, c, request, options...)
}

// FriendGetListAll does the same as [Client.FriendGetListAll] with any API, such as a fake.
func FriendGetListAll(
	ctx context.Context, api API, request FriendGetListRequest, options ...rest.CallOption,
) (*FriendGetListResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendGetList)
}

var batchFriendGetList = restimpl.BatchSpec[API, FriendGetListRequest, FriendGetListResponse, string]{
	Op:       "FriendGetList",
	Size:     100,
	Call:     API.FriendGetList,
	Elements: func(request *FriendGetListRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next FriendGetListResponse) FriendGetListResponse {
		next.InfoItem = append(all.InfoItem, next.InfoItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts that have no such result and are in FailAccount or InvalidAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FriendImportResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendImportResponse) Err() error {
	return r.batch().Err("FriendImport", LookupCode)
}

func (r *FriendImportResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount, r.InvalidAccount},
		Missing: r.missing,
	}
}

// FriendImportAll calls FriendImport for a batch of any size: once for every 1000 elements of
// AddFriendItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendImportAll(
	ctx context.Context, request FriendImportRequest, options ...rest.CallOption,
) (*FriendImportResponse, error) {
	return FriendImportAll(ctx, c, request, options...)
}

// FriendImportAll does the same as [Client.FriendImportAll] with any API, such as a fake.
func FriendImportAll(
	ctx context.Context, api API, request FriendImportRequest, options ...rest.CallOption,
) (*FriendImportResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendImport)
}

var batchFriendImport = restimpl.BatchSpec[API, FriendImportRequest, FriendImportResponse, FriendImportItem]{
	Op:       "FriendImport",
	Size:     1000,
	Call:     API.FriendImport,
	Elements: func(request *FriendImportRequest) *[]FriendImportItem { return &request.AddFriendItem },
	Merge: func(all, next FriendImportResponse) FriendImportResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.InvalidAccount = append(all.InvalidAccount, next.InvalidAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts that have no such result and are in FailAccount or InvalidAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *FriendUpdateResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *FriendUpdateResponse) Err() error {
	return r.batch().Err("FriendUpdate", LookupCode)
}

func (r *FriendUpdateResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount, r.InvalidAccount},
		Missing: r.missing,
	}
}

// FriendUpdateAll calls FriendUpdate for a batch of any size: once for every 1000 elements of
// UpdateItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) FriendUpdateAll(
	ctx context.Context, request FriendUpdateRequest, options ...rest.CallOption,
) (*FriendUpdateResponse, error) {
	return FriendUpdateAll(ctx, c, request, options...)
}

// FriendUpdateAll does the same as [Client.FriendUpdateAll] with any API, such as a fake.
func FriendUpdateAll(
	ctx context.Context, api API, request FriendUpdateRequest, options ...rest.CallOption,
) (*FriendUpdateResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchFriendUpdate)
}

var batchFriendUpdate = restimpl.BatchSpec[API, FriendUpdateRequest, FriendUpdateResponse, FriendUpdateItem]{
	Op:       "FriendUpdate",
	Size:     1000,
	Call:     API.FriendUpdate,
	Elements: func(request *FriendUpdateRequest) *[]FriendUpdateItem { return &request.UpdateItem },
	Merge: func(all, next FriendUpdateResponse) FriendUpdateResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.InvalidAccount = append(all.InvalidAccount, next.InvalidAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultItem with another code than 0
//   - accounts that have no such result and are in FailAccount or InvalidAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *GroupAddResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *GroupAddResponse) Err() error {
	return r.batch().Err("GroupAdd", LookupCode)
}

func (r *GroupAddResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*ResultItem).result),
		Listed:  [][]string{r.FailAccount, r.InvalidAccount},
		Missing: r.missing,
	}
}
