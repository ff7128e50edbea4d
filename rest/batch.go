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
	Status  string // the service's word or number for the failure if it gives no codes, otherwise empty
	Meaning string // what the code means, empty for a code that the document does not list
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
	case e.Status != "":
		fmt.Fprintf(&text, "the service reports %q", e.Status)
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

// Unwrap returns the code, or nil if it is 0.
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

// BatchError is the error of a batch that failed for at least one account, for callers who want all or nothing.
// [errors.Is] matches it with the code of each failure.
type BatchError struct {
	Op       string       // the operation's ID
	Total    int          // how many accounts have a result or a failure, or were requested if successes have no result
	Failures []*ItemError // first those with a result, then the listed accounts, then those that the response omits
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
	Done  int    // how many elements of the request have a response: the first ones
	Sent  int    // how many elements have been sent, including those of the call that failed if it was sent
	Total int    // how many elements the request has

	// Err is the error of the call that failed. It determines, as for any call, whether the service may have acted on
	// the elements from Done up to Sent. The service did not act on those from Sent on.
	Err error
}

// Error returns how many elements have a response, and the error of the call that failed.
func (e *SplitError) Error() string {
	return fmt.Sprintf("%s: %d of %d items were answered before a call failed: %v", e.Op, e.Done, e.Total, e.Err)
}

// Unwrap returns the error of the call that failed.
func (e *SplitError) Unwrap() error {
	return e.Err
}
