// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package account

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
func (r *AccountCheckResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *AccountCheckResponse) Err() error {
	return r.batch().Err("AccountCheck", LookupCode)
}

func (r *AccountCheckResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*AccountCheckResult).result),
		Missing: r.missing,
	}
}

// AccountCheckAll calls AccountCheck for a batch of any size: once for every 100 elements of
// CheckItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) AccountCheckAll(
	ctx context.Context, request AccountCheckRequest, options ...rest.CallOption,
) (*AccountCheckResponse, error) {
	return AccountCheckAll(ctx, c, request, options...)
}

// AccountCheckAll does the same as [Client.AccountCheckAll] with any API, such as a fake.
func AccountCheckAll(
	ctx context.Context, api API, request AccountCheckRequest, options ...rest.CallOption,
) (*AccountCheckResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchAccountCheck)
}

var batchAccountCheck = restimpl.BatchSpec[API, AccountCheckRequest, AccountCheckResponse, AccountCheckItem]{
	Op:       "AccountCheck",
	Size:     100,
	Call:     API.AccountCheck,
	Elements: func(request *AccountCheckRequest) *[]AccountCheckItem { return &request.CheckItem },
	Merge: func(all, next AccountCheckResponse) AccountCheckResponse {
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
func (r *AccountDeleteResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *AccountDeleteResponse) Err() error {
	return r.batch().Err("AccountDelete", LookupCode)
}

func (r *AccountDeleteResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.ResultItem, (*AccountDeleteResult).result),
		Missing: r.missing,
	}
}

// AccountDeleteMany calls AccountDelete for a batch of any size: once for every 100 elements of
// DeleteItem, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) AccountDeleteMany(
	ctx context.Context, request AccountDeleteRequest, options ...rest.CallOption,
) (*AccountDeleteResponse, error) {
	return AccountDeleteMany(ctx, c, request, options...)
}

// AccountDeleteMany does the same as [Client.AccountDeleteMany] with any API, such as a fake.
func AccountDeleteMany(
	ctx context.Context, api API, request AccountDeleteRequest, options ...rest.CallOption,
) (*AccountDeleteResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchAccountDelete)
}

var batchAccountDelete = restimpl.BatchSpec[API, AccountDeleteRequest, AccountDeleteResponse, AccountDeleteItem]{
	Op:       "AccountDelete",
	Size:     100,
	Call:     API.AccountDelete,
	Elements: func(request *AccountDeleteRequest) *[]AccountDeleteItem { return &request.DeleteItem },
	Merge: func(all, next AccountDeleteResponse) AccountDeleteResponse {
		next.ResultItem = append(all.ResultItem, next.ResultItem...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - accounts that have no such result and are in FailAccounts, with code 0
//
// It returns nil if no account failed.
func (r *MultiaccountImportResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *MultiaccountImportResponse) Err() error {
	return r.batch().Err("MultiaccountImport", LookupCode)
}

func (r *MultiaccountImportResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Listed:    [][]string{r.FailAccounts},
		Requested: r.requested,
	}
}

// MultiaccountImportAll calls MultiaccountImport for a batch of any size: once for every 100 elements of
// AccountList, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) MultiaccountImportAll(
	ctx context.Context, request MultiaccountImportRequest, options ...rest.CallOption,
) (*MultiaccountImportResponse, error) {
	return MultiaccountImportAll(ctx, c, request, options...)
}

// MultiaccountImportAll does the same as [Client.MultiaccountImportAll] with any API, such as a fake.
func MultiaccountImportAll(
	ctx context.Context, api API, request MultiaccountImportRequest, options ...rest.CallOption,
) (*MultiaccountImportResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchMultiaccountImport)
}

var batchMultiaccountImport = restimpl.BatchSpec[API, MultiaccountImportRequest, MultiaccountImportResponse, AccountItem]{
	Op:       "MultiaccountImport",
	Size:     100,
	Call:     API.MultiaccountImport,
	Elements: func(request *MultiaccountImportRequest) *[]AccountItem { return &request.AccountList },
	Merge: func(all, next MultiaccountImportResponse) MultiaccountImportResponse {
		next.FailAccounts = append(all.FailAccounts, next.FailAccounts...)
		next.requested += all.requested
		return next
	},
}
