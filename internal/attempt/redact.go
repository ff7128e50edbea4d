package attempt

import (
	"errors"
	"fmt"
)

// longestText is how much of a text is worth searching, in bytes. A reply can put megabytes into one.
const longestText = 64 << 10

// RedactText cuts what is too long to be read, and redacts the rest.
func RedactText(text string, redact func(string) string) string {
	return redact(text[:min(len(text), longestText)])
}

// RedactError returns err, or in its place an error of the same meaning if it holds a secret, however deep, or too much
// text to be searched. What it wraps is then out of reach, except for errors.Is.
func RedactError(err error, redact func(string) string) error {
	if err == nil || redact == nil {
		return err
	}
	text := err.Error()
	if len(text) <= longestText && !holdsSecret(err, redact) {
		return err
	}
	return &redactedError{text: RedactText(text, redact), is: func(target error) bool { return errors.Is(err, target) }}
}

// Recover is deferred, and turns a panic that tells a secret into an error. The runtime prints a panic that is passed on
// as it was, so that nothing less keeps the secret out of what a crash prints.
func Recover(redact func(string) string, err *error) {
	reason := recover()
	switch {
	case reason == nil:
	case redact != nil && HoldsSecret(reason, redact):
		*err = fmt.Errorf("the transport panicked: %s", RedactText(fmt.Sprint(reason), redact))
	default:
		panic(reason)
	}
}

// HoldsSecret tells whether a value prints a secret, whichever way it is printed.
func HoldsSecret(value any, redact func(string) string) bool {
	text := fmt.Sprintf("%v\n%+v\n%#v", value, value, value)
	return redact(text) != text
}

// holdsSecret looks through all that err wraps: an error may hide from its text what it hands out.
func holdsSecret(err error, redact func(string) string) bool {
	if HoldsSecret(err, redact) {
		return true
	}
	switch wrapper := err.(type) { //nolint:errorlint // each level is looked at
	case interface{ Unwrap() error }:
		inner := wrapper.Unwrap()
		return inner != nil && holdsSecret(inner, redact)
	case interface{ Unwrap() []error }:
		for _, inner := range wrapper.Unwrap() {
			if inner != nil && holdsSecret(inner, redact) {
				return true
			}
		}
	}
	return false
}

// redactedError keeps the original in a func, which package fmt prints as an address.
type redactedError struct {
	text string
	is   func(target error) bool
}

func (e *redactedError) Error() string { return e.text }

func (e *redactedError) Is(target error) bool { return e.is(target) }
