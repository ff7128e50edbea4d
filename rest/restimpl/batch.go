package restimpl

import (
	"fmt"
	"slices"

	"github.com/timsns/timsns/rest"
)

// Result is the outcome of a batch for one account.
type Result struct {
	Account string    // the UserID
	Code    rest.Code // 0 for success, or if the service reports a status in place of a code
	Status  string    // the status of a failure, empty for success
	Info    string    // the service's explanation
}

// StatusResult returns the result of an account whose outcome is a word or a number in place of a code. Success lists
// those that mean success.
func StatusResult[Status ~string | ~int64](account string, status Status, info string, success ...Status) Result {
	result := Result{Account: account, Info: info}
	if !slices.Contains(success, status) {
		result.Status = fmt.Sprint(status)
	}
	return result
}

func (r Result) isSuccess() bool { return r.Code == 0 && r.Status == "" }

// Batch is what a response reports about the accounts of a batch.
type Batch struct {
	Results []Result   // the results, in the order of the response
	Listed  [][]string // the accounts that the response lists as failed
	Missing []string   // the requested accounts that neither have a result nor are listed

	// Requested is how many accounts were requested, if the response has no results of those that succeeded.
	Requested int
}

// Results returns the results of items.
func Results[Item any](items []Item, result func(*Item) Result) []Result {
	results := make([]Result, len(items))
	for i := range items {
		results[i] = result(&items[i])
	}
	return results
}

// Accounts returns the accounts of items that are results of failures.
func Accounts[Item any](items []Item, result func(*Item) Result) []string {
	accounts := make([]string, len(items))
	for i := range items {
		accounts[i] = result(&items[i]).Account
	}
	return accounts
}

// Failures returns the accounts for which the batch failed: first those with the code or status of a failure, except
// codes known as pending, then the listed accounts without such a result, then the missing accounts. It returns nil if
// there are none.
func (b Batch) Failures(lookup rest.LookupCode) []*rest.ItemError {
	var failures []*rest.ItemError
	explained := map[string]bool{}
	for _, result := range b.Results {
		if result.isSuccess() {
			continue
		}
		explained[result.Account] = true
		info := infoOf(lookup, result.Code)
		if !info.Pending {
			failures = append(failures, &rest.ItemError{
				Account: result.Account, Code: result.Code, Status: result.Status, Info: result.Info,
				Meaning: info.Meaning, Advice: info.Advice,
			})
		}
	}
	for _, account := range slices.Concat(b.Listed...) {
		if !explained[account] {
			explained[account] = true
			failures = append(failures, &rest.ItemError{Account: account})
		}
	}
	for _, account := range b.Missing {
		failures = append(failures, &rest.ItemError{Account: account, NoResult: true})
	}
	return failures
}

// Pending returns the accounts whose code lookup knows as pending: the service accepted the request, and another user
// has yet to decide on it.
func (b Batch) Pending(lookup rest.LookupCode) []string {
	var accounts []string
	for _, result := range b.Results {
		if infoOf(lookup, result.Code).Pending {
			accounts = append(accounts, result.Account)
		}
	}
	return accounts
}

// Err returns a [*rest.BatchError] with the batch's failures, or nil if no account failed.
func (b Batch) Err(op string, lookup rest.LookupCode) error {
	failures := b.Failures(lookup)
	if len(failures) == 0 {
		return nil
	}
	hasResult := map[string]bool{}
	for _, result := range b.Results {
		hasResult[result.Account] = true
	}
	total := len(b.Results)
	for _, failure := range failures {
		if !hasResult[failure.Account] {
			total++
		}
	}
	return &rest.BatchError{Op: op, Total: max(total, b.Requested), Failures: failures}
}

// Missing returns the accounts of a request's elements that neither have a result nor are listed as failed, each once
// and in the order of the request.
func Missing[Element, Item any](
	elements []Element, account func(*Element) string, items []Item, result func(*Item) Result, listed ...[]string,
) []string {
	if isAnswered(elements, account, items, result) {
		return nil
	}
	seen := map[string]bool{}
	for i := range items {
		seen[result(&items[i]).Account] = true
	}
	for _, account := range slices.Concat(listed...) {
		seen[account] = true
	}
	var missing []string
	for i := range elements {
		if userID := account(&elements[i]); !seen[userID] {
			seen[userID] = true
			missing = append(missing, userID)
		}
	}
	return missing
}

// isAnswered reports whether each element has a result at its own index. The usual response therefore needs no map.
func isAnswered[Element, Item any](
	elements []Element, account func(*Element) string, items []Item, result func(*Item) Result,
) bool {
	if len(elements) != len(items) {
		return false
	}
	for i := range elements {
		if account(&elements[i]) != result(&items[i]).Account {
			return false
		}
	}
	return true
}

// UserID returns the account of an element that is a UserID itself.
func UserID(element *string) string { return *element }

func infoOf(lookup rest.LookupCode, code rest.Code) rest.CodeInfo {
	if lookup == nil || code == 0 {
		return rest.CodeInfo{}
	}
	info, _ := lookup(code)
	return info
}
