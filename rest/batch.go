package rest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/timsns/timsns/internal/printable"
)

// ItemError reports why a batch failed for one account although the call succeeded. [errors.Is] matches it with its
// Code.
type ItemError struct {
	Account string // the UserID
	Code    Code   // the service's code, 0 if it gave none
	Meaning string // what the vendor documents about the code, empty if nothing
	Advice  string // what to do about the code, empty if unknown
	Info    string // the service's explanation, for developers

	// NoResult reports whether the response neither has a result for the account nor lists it as failed. Whether the
	// service acted on the account is unknown.
	NoResult bool
}

// Error returns the account, the code, its meaning and the service's explanation.
func (e *ItemError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: ", quoteUnsafe(e.Account))
	switch {
	case e.NoResult:
		text.WriteString("the response has no result for the account")
	case e.Code == 0:
		text.WriteString("listed as failed, without a code")
	default:
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

// Unwrap returns the code, or nil if there is none.
func (e *ItemError) Unwrap() error {
	if e.Code == 0 {
		return nil
	}
	return e.Code
}

// quoteUnsafe returns userID, quoted if it has characters that could garble a line of text.
func quoteUnsafe(userID string) string {
	if printable.IsSafe(userID) {
		return userID
	}
	return strconv.Quote(userID)
}

// BatchError is the error of a batch that failed for at least one account, for callers who want all or nothing. It
// matches, with [errors.Is], the code of each failure.
type BatchError struct {
	Op       string       // the operation's ID
	Total    int          // the number of accounts that have a result or a failure
	Failures []*ItemError // the failures, in the order of the response
}

// Error returns the number of failures and the text of each.
func (e *BatchError) Error() string {
	texts := make([]string, len(e.Failures))
	for i, failure := range e.Failures {
		texts[i] = failure.Error()
	}
	return shorten(fmt.Sprintf("%s: %d of %d accounts failed: %s",
		e.Op, len(e.Failures), e.Total, strings.Join(texts, "; ")))
}

// Unwrap returns the failures.
func (e *BatchError) Unwrap() []error {
	failures := make([]error, len(e.Failures))
	for i, failure := range e.Failures {
		failures[i] = failure
	}
	return failures
}

// SplitError reports that a large batch, which takes several calls, ended early because one of them failed.
type SplitError struct {
	Op    string // the operation's ID
	Done  int    // how many elements of the request have been answered: the first ones
	Sent  int    // how many elements have been sent at most, including those of the call that failed
	Total int    // how many elements the request has

	// Err is the error of the call that failed. Whether the service acted on the elements from Done up to Sent depends
	// on it, as with any call. The service did not act on those from Sent on.
	Err error
}

// Error returns how many elements have been answered, and the error of the call that failed.
func (e *SplitError) Error() string {
	return fmt.Sprintf("%s: %d of %d items were answered before a call failed: %v", e.Op, e.Done, e.Total, e.Err)
}

// Unwrap returns the error of the call that failed.
func (e *SplitError) Unwrap() error {
	return e.Err
}
