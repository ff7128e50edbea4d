package rest

import (
	"errors"
	"fmt"
	"strings"
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

// Error is the error of every call that failed. It matches, with errors.Is, the service's Code and all errors
// that led to it, such as context.DeadlineExceeded.
type Error struct {
	Op         string // the operation's ID, such as GroupGet
	Code       Code   // the service's code, 0 if the service gave none
	Meaning    string // what the vendor's pages say about the code, empty if nothing
	Advice     string // what to do about the code, empty if unknown
	Info       string // the service's ErrorInfo, meant for developers
	Display    string // the service's ErrorDisplay, meant for an end user's eyes
	HTTPStatus int    // the HTTP status, 0 if no reply came
	Random     uint32 // the random query parameter of the last attempt, which the vendor's support asks for
	Attempts   int    // how many times the request was sent or tried to be sent
	Err        error  // what went wrong, never nil
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
	if e.Random == 0 { // hardly ever the number itself, as a rule a request that was not signed
		return fmt.Sprintf("%s, attempts %d", status, e.Attempts)
	}
	return fmt.Sprintf("%s, random %d, attempts %d", status, e.Random, e.Attempts)
}

// Unwrap returns the error that led to this one.
func (e *Error) Unwrap() error {
	return e.Err
}
