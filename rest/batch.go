package rest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Item is a part of a reply that tells what became of one account.
type Item interface {
	Result() Result
}

// Result is what became of one account of a batch.
type Result struct {
	Account string // the UserID
	Code    Code   // 0 for success
	Info    string // the service's own account of it
}

// ItemError tells why a batch failed for one account, although the call succeeded. It matches, with errors.Is, its Code.
type ItemError struct {
	Account string // the UserID
	Code    Code   // the service's code, 0 if the service lists the account as failed and gives none
	Meaning string // what the vendor's pages say about the code, empty if nothing
	Advice  string // what to do about the code, empty if unknown
	Info    string // the service's own account of it, meant for developers, without what may be a signature
}

// Error tells account, code, meaning and the service's own words.
func (e *ItemError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: ", printable(e.Account))
	if e.Code == 0 {
		text.WriteString("listed as failed, without a code")
	} else {
		text.WriteString(e.Code.Error())
	}
	if e.Meaning != "" {
		fmt.Fprintf(&text, ": %s", e.Meaning)
	}
	if e.Info != "" {
		fmt.Fprintf(&text, ": the service says %q", e.Info)
	}
	return shorten(text.String())
}

// Unwrap returns the code, and nil if there is none.
func (e *ItemError) Unwrap() error {
	if e.Code == 0 {
		return nil
	}
	return e.Code
}

// BatchError is the error of a call that succeeded, for callers who want all of a batch or nothing. It matches, with
// errors.Is, the code of each failure.
type BatchError struct {
	Op       string       // the operation's ID
	Total    int          // how many accounts the batch had, as far as the reply tells
	Failures []*ItemError // why it failed for which, in the reply's order
}

// Error tells how many failed, and why.
func (e *BatchError) Error() string {
	texts := make([]string, len(e.Failures))
	for i, failure := range e.Failures {
		texts[i] = failure.Error()
	}
	return shorten(fmt.Sprintf("%s: %d of %d accounts failed: %s", e.Op, len(e.Failures), e.Total, strings.Join(texts, "; ")))
}

// Unwrap returns the failures.
func (e *BatchError) Unwrap() []error {
	failures := make([]error, len(e.Failures))
	for i, failure := range e.Failures {
		failures[i] = failure
	}
	return failures
}

// Failures returns why a batch failed for which accounts, in the order of items: those whose code is neither 0 nor one
// that lookup knows as pending, and behind them the accounts that listed holds although no failed or pending item has
// them. It returns nil if there is none.
func Failures[T Item](lookup LookupCode, items []T, listed ...[]string) []*ItemError {
	var failures []*ItemError
	explained := map[string]bool{}
	for _, item := range items {
		result := item.Result()
		if result.Code == 0 {
			continue
		}
		info := lookup.info(result.Code)
		explained[result.Account] = true
		if !info.Pending {
			failures = append(failures, newItemError(result, info))
		}
	}
	for _, account := range slices.Concat(listed...) {
		if !explained[account] {
			explained[account] = true
			failures = append(failures, newItemError(Result{Account: account}, CodeInfo{}))
		}
	}
	return failures
}

func newItemError(result Result, info CodeInfo) *ItemError {
	return &ItemError{
		Account: withoutSignatures(result.Account), Code: result.Code, Info: withoutSignatures(result.Info),
		Meaning: info.Meaning, Advice: info.Advice,
	}
}

// signatures are what no failure tells, unless a server repeats the request with its UserSig. The client, which knows that
// one, has no part in what its caller makes of a reply.
var signatures = regexp.MustCompile(`[\w%*+/=-]{64,}`)

func withoutSignatures(text string) string {
	if len(text) > longestInfo {
		text = strings.ToValidUTF8(text[:longestInfo], "")
	}
	return signatures.ReplaceAllString(text, "REDACTED")
}

// longestInfo is how much of an account of a failure is worth keeping, in bytes.
const longestInfo = 64 << 10

// printable quotes a UserID that would not stay in its line.
func printable(userID string) string {
	if strings.ContainsFunc(userID, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(userID)
	}
	return userID
}

// Pending returns the accounts, in the order of items, whose code is one that lookup knows as pending: the service
// took the request, and someone else has to decide. It returns nil if there is none.
func Pending[T Item](lookup LookupCode, items []T) []string {
	var accounts []string
	for _, item := range items {
		result := item.Result()
		if lookup.info(result.Code).Pending {
			accounts = append(accounts, result.Account)
		}
	}
	return accounts
}

// NewBatchError returns a [*BatchError] of a reply with these items and failures, and nil if there are no failures.
func NewBatchError[T Item](op string, items []T, failures []*ItemError) error {
	if len(failures) == 0 {
		return nil
	}
	named := map[string]bool{}
	for _, item := range items {
		named[item.Result().Account] = true
	}
	total := len(items)
	for _, failure := range failures {
		if !named[failure.Account] { // it is listed alone
			total++
		}
	}
	return &BatchError{Op: op, Total: total, Failures: failures}
}
