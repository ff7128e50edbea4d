package rest

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// What can be wrong with a reply. They are matched with errors.Is.
var (
	// ErrInvalidResponse says that the reply is no JSON object with a proper envelope: HTML, a truncated body,
	// two values, a missing ErrorCode, an ActionStatus that contradicts the ErrorCode.
	ErrInvalidResponse = errors.New("invalid response")

	// ErrResponseTooLarge says that the reply is larger than [WithResponseLimit] allows.
	ErrResponseTooLarge = errors.New("response too large")

	// ErrUnexpectedStatus says that the HTTP status is not 200. Redirects are among these: none is followed.
	ErrUnexpectedStatus = errors.New("unexpected HTTP status")
)

// Error is the error of every call that failed, and tells of its last attempt. It matches, with errors.Is, the
// service's Code and all errors that led to it, such as context.DeadlineExceeded.
type Error struct {
	Op         string // the operation's ID, such as GroupGet
	Code       Code   // the service's code, 0 if the service gave none
	Meaning    string // what the vendor's pages say about the code, empty if nothing
	Advice     string // what to do about the code, empty if unknown
	Info       string // the service's ErrorInfo, meant for developers, up to 64 KiB of it
	Display    string // the service's ErrorDisplay, meant for an end user's eyes, up to 64 KiB of it
	Host       string // the base URL of the host that the last attempt went to, empty if there was none
	HTTPStatus int    // the HTTP status, 0 if no reply came
	Random     uint32 // the random query parameter of the last attempt, which the vendor's support asks for
	Attempts   int    // how many times the request was sent or tried to be sent

	// RetryAfter is how long the service asks to wait before the next attempt, 0 if it does not.
	RetryAfter time.Duration

	// Err is what went wrong, never nil: the last attempt's error and, if that was not all, why none followed.
	Err error
}

// Error tells operation, code, meaning, the service's own words, what to do, and what support will ask for.
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

// longestText is how many bytes of an error are worth reading. A reply can put a megabyte into one.
const longestText = 2 << 10

func shorten(text string) string {
	if len(text) <= longestText {
		return text
	}
	return strings.ToValidUTF8(text[:longestText], "") + "… (shortened)"
}

func (e *Error) circumstances() string {
	status := "no reply"
	if e.HTTPStatus != 0 {
		status = fmt.Sprintf("HTTP %d", e.HTTPStatus)
	}
	if e.Random != 0 { // hardly ever the number itself: as a rule it stands for a request that was not signed
		status += fmt.Sprintf(", random %d", e.Random)
	}
	status += fmt.Sprintf(", attempts %d", e.Attempts)
	if e.RetryAfter != 0 {
		status += fmt.Sprintf(", to be tried again after %v", e.RetryAfter)
	}
	return status
}

// Unwrap returns the error that led to this one.
func (e *Error) Unwrap() error {
	return e.Err
}
