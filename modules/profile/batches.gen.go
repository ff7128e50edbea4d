// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package profile

import (
	"context"

	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in UserProfileItem with another code than 0
//   - accounts that have no such result and are in FailAccount, with code 0
//   - accounts of the request that the response omits, with NoResult
//
// It returns nil if no account failed.
func (r *PortraitGetResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *PortraitGetResponse) Err() error {
	return r.batch().Err("PortraitGet", LookupCode)
}

func (r *PortraitGetResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results: restimpl.Results(r.UserProfileItem, (*UserProfileItem).result),
		Listed:  [][]string{r.FailAccount},
		Missing: r.missing,
	}
}

// PortraitGetAll calls PortraitGet for a batch of any size: once for every 100 elements of
// ToAccount, one call after another. It merges the responses in order; fields other than arrays are those of the
// last response.
//
// If a call fails, it returns a [*rest.SplitError], which reports how many elements have been answered, together with
// the response to these. The response is nil if the first call failed.
func (c *Client) PortraitGetAll(
	ctx context.Context, request PortraitGetRequest, options ...rest.CallOption,
) (*PortraitGetResponse, error) {
	return PortraitGetAll(ctx, c, request, options...)
}

// PortraitGetAll does the same as [Client.PortraitGetAll] with any API, such as a fake.
func PortraitGetAll(
	ctx context.Context, api API, request PortraitGetRequest, options ...rest.CallOption,
) (*PortraitGetResponse, error) {
	return restimpl.CallAll(ctx, api, request, options, batchPortraitGet)
}

var batchPortraitGet = restimpl.BatchSpec[API, PortraitGetRequest, PortraitGetResponse, string]{
	Op:       "PortraitGet",
	Size:     100,
	Call:     API.PortraitGet,
	Elements: func(request *PortraitGetRequest) *[]string { return &request.ToAccount },
	Merge: func(all, next PortraitGetResponse) PortraitGetResponse {
		next.UserProfileItem = append(all.UserProfileItem, next.UserProfileItem...)
		next.FailAccount = append(all.FailAccount, next.FailAccount...)
		next.missing = append(all.missing, next.missing...)
		return next
	},
}
