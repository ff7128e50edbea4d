package attempt

import "errors"

// RedactError returns err, or in its place an error of the same meaning if its text holds a secret. What it wraps
// is then out of reach, except for errors.Is.
func RedactError(err error, redact func(string) string) error {
	if err == nil || redact == nil {
		return err
	}
	text := err.Error()
	if clean := redact(text); clean != text {
		return &redactedError{text: clean, is: func(target error) bool { return errors.Is(err, target) }}
	}
	return err
}

// redactedError keeps the original in a func, which package fmt prints as an address.
type redactedError struct {
	text string
	is   func(target error) bool
}

func (e *redactedError) Error() string { return e.text }

func (e *redactedError) Is(target error) bool { return e.is(target) }
