// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package openim

import (
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Failures returns the accounts for which the command failed, each with its code and the service's explanation, in this
// order:
//   - results in ErrorList
//
// It returns nil if no account failed.
func (r *BatchsendmsgResponse) Failures() []*rest.ItemError {
	return r.batch().Failures(LookupCode)
}

// Err returns a [*rest.BatchError] with the failures, or nil if no account failed: for callers who want all or nothing.
func (r *BatchsendmsgResponse) Err() error {
	return r.batch().Err("Batchsendmsg", LookupCode)
}

func (r *BatchsendmsgResponse) batch() restimpl.Batch {
	return restimpl.Batch{
		Results:   restimpl.Results(r.ErrorList, (*ErrorListItem).result),
		Listed:    [][]string{restimpl.Accounts(r.ErrorList, (*ErrorListItem).result)},
		Requested: r.requested,
	}
}
