// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import (
	"context"

	"github.com/timsns/timsns/rest"
)

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount or InvalidAccount holds follow, with code 0.
func (r *BlackListAddResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount, r.InvalidAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *BlackListAddResponse) Err() error {
	return rest.NewBatchError("BlackListAdd", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *BlackListAddResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// BlackListAddSplit calls BlackListAdd for each 1000 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func BlackListAddSplit(ctx context.Context, api API, request BlackListAddRequest) (*BlackListAddResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[BlackListAddRequest, BlackListAddResponse, string]{
		Op:    "BlackListAdd",
		Size:  1000,
		Call:  api.BlackListAdd,
		Array: func(request *BlackListAddRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part BlackListAddResponse) BlackListAddResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			part.InvalidAccount = append(all.InvalidAccount, part.InvalidAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of BlackListCheckItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount holds follow, with code 0.
func (r *BlackListCheckResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.BlackListCheckItem, r.FailAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *BlackListCheckResponse) Err() error {
	return rest.NewBatchError("BlackListCheck", r.BlackListCheckItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *BlackListCheckResponse) Check() error {
	return rest.CheckItems("BlackListCheckItem", r.BlackListCheckItem, true)
}

// BlackListCheckSplit calls BlackListCheck for each 1000 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func BlackListCheckSplit(ctx context.Context, api API, request BlackListCheckRequest) (*BlackListCheckResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[BlackListCheckRequest, BlackListCheckResponse, string]{
		Op:    "BlackListCheck",
		Size:  1000,
		Call:  api.BlackListCheck,
		Array: func(request *BlackListCheckRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part BlackListCheckResponse) BlackListCheckResponse {
			part.BlackListCheckItem = append(all.BlackListCheckItem, part.BlackListCheckItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount holds follow, with code 0.
func (r *BlackListDeleteResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *BlackListDeleteResponse) Err() error {
	return rest.NewBatchError("BlackListDelete", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *BlackListDeleteResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// BlackListDeleteSplit calls BlackListDelete for each 1000 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func BlackListDeleteSplit(ctx context.Context, api API, request BlackListDeleteRequest) (*BlackListDeleteResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[BlackListDeleteRequest, BlackListDeleteResponse, string]{
		Op:    "BlackListDelete",
		Size:  1000,
		Call:  api.BlackListDelete,
		Array: func(request *BlackListDeleteRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part BlackListDeleteResponse) BlackListDeleteResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount or InvalidAccount holds follow, with code 0. [CodeConfirmationPending] is no failure: see Pending.
func (r *FriendAddResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount, r.InvalidAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendAddResponse) Err() error {
	return rest.NewBatchError("FriendAdd", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendAddResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// Pending returns the UserIDs of the accounts whose result is [CodeConfirmationPending]: the request for friendship waits for the other account to confirm it.
func (r *FriendAddResponse) Pending() []string {
	return rest.Pending(LookupCode, r.ResultItem)
}

// FriendAddSplit calls FriendAdd for each 1000 of the request's AddFriendItem, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendAddSplit(ctx context.Context, api API, request FriendAddRequest) (*FriendAddResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendAddRequest, FriendAddResponse, FriendAddItem]{
		Op:    "FriendAdd",
		Size:  1000,
		Call:  api.FriendAdd,
		Array: func(request *FriendAddRequest) *[]FriendAddItem { return &request.AddFriendItem },
		Merge: func(all, part FriendAddResponse) FriendAddResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			part.InvalidAccount = append(all.InvalidAccount, part.InvalidAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of InfoItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount holds follow, with code 0.
func (r *FriendCheckResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.InfoItem, r.FailAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendCheckResponse) Err() error {
	return rest.NewBatchError("FriendCheck", r.InfoItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendCheckResponse) Check() error {
	return rest.CheckItems("InfoItem", r.InfoItem, true)
}

// FriendCheckSplit calls FriendCheck for each 1000 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendCheckSplit(ctx context.Context, api API, request FriendCheckRequest) (*FriendCheckResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendCheckRequest, FriendCheckResponse, string]{
		Op:    "FriendCheck",
		Size:  1000,
		Call:  api.FriendCheck,
		Array: func(request *FriendCheckRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part FriendCheckResponse) FriendCheckResponse {
			part.InfoItem = append(all.InfoItem, part.InfoItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none.
func (r *FriendDeleteResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendDeleteResponse) Err() error {
	return rest.NewBatchError("FriendDelete", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendDeleteResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// FriendDeleteSplit calls FriendDelete for each 1000 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendDeleteSplit(ctx context.Context, api API, request FriendDeleteRequest) (*FriendDeleteResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendDeleteRequest, FriendDeleteResponse, string]{
		Op:    "FriendDelete",
		Size:  1000,
		Call:  api.FriendDelete,
		Array: func(request *FriendDeleteRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part FriendDeleteResponse) FriendDeleteResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of InfoItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount holds follow, with code 0.
func (r *FriendGetListResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.InfoItem, r.FailAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendGetListResponse) Err() error {
	return rest.NewBatchError("FriendGetList", r.InfoItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendGetListResponse) Check() error {
	return rest.CheckItems("InfoItem", r.InfoItem, true)
}

// FriendGetListSplit calls FriendGetList for each 100 of the request's ToAccount, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendGetListSplit(ctx context.Context, api API, request FriendGetListRequest) (*FriendGetListResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendGetListRequest, FriendGetListResponse, string]{
		Op:    "FriendGetList",
		Size:  100,
		Call:  api.FriendGetList,
		Array: func(request *FriendGetListRequest) *[]string { return &request.ToAccount },
		Merge: func(all, part FriendGetListResponse) FriendGetListResponse {
			part.InfoItem = append(all.InfoItem, part.InfoItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount or InvalidAccount holds follow, with code 0.
func (r *FriendImportResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount, r.InvalidAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendImportResponse) Err() error {
	return rest.NewBatchError("FriendImport", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendImportResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// FriendImportSplit calls FriendImport for each 1000 of the request's AddFriendItem, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendImportSplit(ctx context.Context, api API, request FriendImportRequest) (*FriendImportResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendImportRequest, FriendImportResponse, FriendImportItem]{
		Op:    "FriendImport",
		Size:  1000,
		Call:  api.FriendImport,
		Array: func(request *FriendImportRequest) *[]FriendImportItem { return &request.AddFriendItem },
		Merge: func(all, part FriendImportResponse) FriendImportResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			part.InvalidAccount = append(all.InvalidAccount, part.InvalidAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount or InvalidAccount holds follow, with code 0.
func (r *FriendUpdateResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount, r.InvalidAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *FriendUpdateResponse) Err() error {
	return rest.NewBatchError("FriendUpdate", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *FriendUpdateResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, true)
}

// FriendUpdateSplit calls FriendUpdate for each 1000 of the request's UpdateItem, one call after another, and merges the replies
// in order; fields other than arrays are those of the last reply. If a call fails, the error is a [*rest.SplitError] that tells how
// far the batch came, and the reply, nil if the first call failed, holds what was answered before.
func FriendUpdateSplit(ctx context.Context, api API, request FriendUpdateRequest) (*FriendUpdateResponse, error) {
	return rest.Split(ctx, request, rest.Splitting[FriendUpdateRequest, FriendUpdateResponse, FriendUpdateItem]{
		Op:    "FriendUpdate",
		Size:  1000,
		Call:  api.FriendUpdate,
		Array: func(request *FriendUpdateRequest) *[]FriendUpdateItem { return &request.UpdateItem },
		Merge: func(all, part FriendUpdateResponse) FriendUpdateResponse {
			part.ResultItem = append(all.ResultItem, part.ResultItem...)
			part.FailAccount = append(all.FailAccount, part.FailAccount...)
			part.InvalidAccount = append(all.InvalidAccount, part.InvalidAccount...)
			return part
		},
	})
}

// Failures returns the accounts for which the command failed, in the order of ResultItem, each with its code and the
// service's account of it: nil if there is none. Accounts that only FailAccount or InvalidAccount holds follow, with code 0.
func (r *GroupAddResponse) Failures() []*rest.ItemError {
	return rest.Failures(LookupCode, r.ResultItem, r.FailAccount, r.InvalidAccount)
}

// Err returns a [*rest.BatchError] if the command failed for any account, and nil otherwise: for callers who want all or
// nothing.
func (r *GroupAddResponse) Err() error {
	return rest.NewBatchError("GroupAdd", r.ResultItem, r.Failures())
}

// Check implements [rest.Checker].
func (r *GroupAddResponse) Check() error {
	return rest.CheckItems("ResultItem", r.ResultItem, false)
}
