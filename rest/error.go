package rest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/timsns/timsns/internal/printable"
)

// Errors of a response. Match them with errors.Is.
var (
	// ErrInvalidResponse means that the response is not a JSON object with a valid envelope: HTML, a truncated body,
	// two values, a missing ErrorCode, an ActionStatus that contradicts the ErrorCode.
	ErrInvalidResponse = errors.New("invalid response")

	// ErrResponseTooLarge means that the response is larger than [WithResponseLimit] allows, or its header larger than
	// 64 KiB.
	ErrResponseTooLarge = errors.New("response too large")

	// ErrUnexpectedStatus means that the HTTP status is not 200. Redirects are not followed.
	ErrUnexpectedStatus = errors.New("unexpected HTTP status")

	// ErrRepeatedPage means that the service returned a page that it had returned before, or too many pages in a row
	// without a new item. Reading further pages would never end.
	ErrRepeatedPage = errors.New("the service repeats a page")
)

// Error is the error of a call. It describes the last attempt. [errors.Is] matches it with the service's code and with
// every underlying error, such as context.DeadlineExceeded.
type Error struct {
	Op         string // the operation's ID, such as GroupGet
	Code       Code   // the service's code, 0 if it sent none
	Meaning    string // what the code means, empty for a code that the document does not list
	Advice     string // what to do about the code, empty if unknown
	Info       string // the service's ErrorInfo, for developers, up to 64 KiB of it
	Display    string // the service's ErrorDisplay, for end users, up to 64 KiB of it
	Host       string // the base URL of the last attempt's host, empty without an attempt
	HTTPStatus int    // the HTTP status, 0 without a response
	Random     uint32 // the last attempt's query parameter random, which Tencent's support asks for
	Attempts   int    // how many attempts were made

	// OutcomeUnknown reports whether the service may have carried out the call: it was sent, and no response says whether
	// it succeeded. Query the service before you repeat a write.
	OutcomeUnknown bool

	// RetryAfter is how long to wait before the next attempt, as the service asks or its code needs; 0 if neither does.
	RetryAfter time.Duration

	// Err is the cause, never nil: the error of the last attempt, and why no further one was made if that has another
	// cause.
	Err error
}

// Error returns the operation, the cause, the code's meaning, the service's ErrorInfo, the advice, and what Tencent's
// support asks for. It shortens texts of more than 2 KiB.
func (e *Error) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %v", e.Op, e.Err)
	if e.Meaning != "" {
		fmt.Fprintf(&text, ": %s", e.Meaning)
	}
	if e.Info != "" {
		fmt.Fprintf(&text, ": the service says %q", e.Info)
	}
	if e.Advice != "" {
		fmt.Fprintf(&text, "; %s", e.Advice)
	}
	if e.Attempts > 0 {
		fmt.Fprintf(&text, " (%s)", e.circumstances())
	}
	return shorten(text.String())
}

// maxErrorText is how many bytes of an error's text are printed. A response can cause a text of a megabyte.
const maxErrorText = 2 << 10

// shorten returns the beginning of text, with unsafe characters escaped.
func shorten(text string) string {
	text = printable.Text(text)
	if len(text) <= maxErrorText {
		return text
	}
	return strings.ToValidUTF8(text[:maxErrorText], "") + "… (shortened)"
}

func (e *Error) circumstances() string {
	status := "no response"
	if e.HTTPStatus != 0 {
		status = fmt.Sprintf("HTTP %d", e.HTTPStatus)
	}
	if e.Random != 0 { // a request that was not signed has none
		status += fmt.Sprintf(", random %d", e.Random)
	}
	status += fmt.Sprintf(", attempts %d", e.Attempts)
	if e.RetryAfter != 0 {
		status += fmt.Sprintf(", retry after %v", e.RetryAfter)
	}
	return status
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error {
	return e.Err
}
