// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package outcomes

import (
	"context"
	"slices"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in MemberList with another status than 1 or 2
//   - results in Refused
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *AddMembersResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *AddMembersResponse) Err() error {
	return r.batch().Err("AddMembers", LookupCode)
}

func (r *AddMembersResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: slices.Concat(restimpl.Results(r.MemberList, (*AddedMember).result), restimpl.Results(r.Refused, (*SendError).result)),
		Listed:  [][]string{restimpl.Accounts(r.Refused, (*SendError).result)},
		Missing: r.missing,
	}
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ResultList with another status than ok or absent
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *DeleteMembersResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *DeleteMembersResponse) Err() error {
	return r.batch().Err("DeleteMembers", LookupCode)
}

func (r *DeleteMembersResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultList, (*DeletedMember).result),
		Missing: r.missing,
	}
}

// DeleteMembersAll calls DeleteMembers for a batch of any size: once for every 2 elements of
// Members, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) DeleteMembersAll(
	ctx context.Context, request DeleteMembersRequest, options ...rest.CallOption,
) (*DeleteMembersResponse, error) {
	return DeleteMembersAll(ctx, c, request, options...)
}

// DeleteMembersAll does the same as [Client.DeleteMembersAll] with any API, such as a fake.
func DeleteMembersAll(
	ctx context.Context, api API, request DeleteMembersRequest, options ...rest.CallOption,
) (*DeleteMembersResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchDeleteMembers)
}

var batchDeleteMembers = restimpl.BatchSpec[API, DeleteMembersRequest, DeleteMembersResponse, string]{
	Op:       "DeleteMembers",
	Size:     2,
	Call:     API.DeleteMembers,
	Elements: func(request *DeleteMembersRequest) *[]string { return &request.Members },
	Merge: func(all, next DeleteMembersResponse) DeleteMembersResponse {
		next.ResultList = append(all.ResultList, next.ResultList...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in GroupInfo with another code than 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *GetGroupsResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *GetGroupsResponse) Err() error {
	return r.batch().Err("GetGroups", LookupCode)
}

func (r *GetGroupsResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.GroupInfo, (*GroupInfo).result),
		Missing: r.missing,
	}
}

// GetGroupsAll calls GetGroups for a batch of any size: once for every 2 elements of
// GroupIdList, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) GetGroupsAll(
	ctx context.Context, request GetGroupsRequest, options ...rest.CallOption,
) (*GetGroupsResponse, error) {
	return GetGroupsAll(ctx, c, request, options...)
}

// GetGroupsAll does the same as [Client.GetGroupsAll] with any API, such as a fake.
func GetGroupsAll(
	ctx context.Context, api API, request GetGroupsRequest, options ...rest.CallOption,
) (*GetGroupsResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchGetGroups)
}

var batchGetGroups = restimpl.BatchSpec[API, GetGroupsRequest, GetGroupsResponse, string]{
	Op:       "GetGroups",
	Size:     2,
	Call:     API.GetGroups,
	Elements: func(request *GetGroupsRequest) *[]string { return &request.GroupIdList },
	Merge: func(all, next GetGroupsResponse) GetGroupsResponse {
		next.GroupInfo = append(all.GroupInfo, next.GroupInfo...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - accounts that have no such result and are in FailAccounts, with code 0
//
// It returns nil if no account failed.
func (r *ImportAccountsResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *ImportAccountsResponse) Err() error {
	return r.batch().Err("ImportAccounts", LookupCode)
}

func (r *ImportAccountsResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Listed:    [][]string{r.FailAccounts},
		Requested: r.requested,
	}
}

// ImportAccountsAll calls ImportAccounts for a batch of any size: once for every 2 elements of
// AccountList, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) ImportAccountsAll(
	ctx context.Context, request ImportAccountsRequest, options ...rest.CallOption,
) (*ImportAccountsResponse, error) {
	return ImportAccountsAll(ctx, c, request, options...)
}

// ImportAccountsAll does the same as [Client.ImportAccountsAll] with any API, such as a fake.
func ImportAccountsAll(
	ctx context.Context, api API, request ImportAccountsRequest, options ...rest.CallOption,
) (*ImportAccountsResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchImportAccounts)
}

var batchImportAccounts = restimpl.BatchSpec[API, ImportAccountsRequest, ImportAccountsResponse, NewAccount]{
	Op:       "ImportAccounts",
	Size:     2,
	Call:     API.ImportAccounts,
	Elements: func(request *ImportAccountsRequest) *[]NewAccount { return &request.AccountList },
	Merge: func(all, next ImportAccountsResponse) ImportAccountsResponse {
		next.FailAccounts = append(all.FailAccounts, next.FailAccounts...)
		next.requested += all.requested
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ErrorList
//
// It returns nil if no account failed.
func (r *SendMessagesResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *SendMessagesResponse) Err() error {
	return r.batch().Err("SendMessages", LookupCode)
}

func (r *SendMessagesResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results:   restimpl.Results(r.ErrorList, (*SendError).result),
		Listed:    [][]string{restimpl.Accounts(r.ErrorList, (*SendError).result)},
		Requested: r.requested,
	}
}
