package signer

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Credentials identify the app and its administrator. They print as REDACTED, except in an unexported field of another
// struct, where package fmt cannot call their methods: do not keep them there.
type Credentials struct {
	// SDKAppID is the number of the app, above 0, as Tencent's console shows it.
	SDKAppID uint32

	// Identifier is the UserID of an app administrator, as set in the console: 1 to 32 printable ASCII characters.
	Identifier string

	// SecretKey is the app's secret key, as the console shows it. Whoever has it can act for every user of the app.
	SecretKey string
}

// longestIdentifier is the limit of a UserID in bytes.
const longestIdentifier = 32

// check returns an error for each invalid field. No error contains the key.
func (c Credentials) check() error {
	var problems []error
	if c.SDKAppID == 0 {
		problems = append(problems, errors.New("signer: Credentials.SDKAppID: want the number of the app, got 0"))
	}
	if problem := identifierProblem(c.Identifier); problem != "" {
		problems = append(problems, fmt.Errorf(
			"signer: Credentials.Identifier: want the UserID of an app administrator, got %s", problem))
	}
	if problem := secretKeyProblem(c.SecretKey); problem != "" {
		problems = append(problems, fmt.Errorf(
			"signer: Credentials.SecretKey: want the app's secret key, got %s", problem))
	}
	return errors.Join(problems...)
}

// identifierProblem is strict about characters, since the signed text has a line for each value: a line break in a
// value would forge the next one.
func identifierProblem(identifier string) string {
	unprintable := func(r rune) bool { return r < ' ' || r > '~' }
	switch {
	case identifier == "":
		return "an empty string"
	case len(identifier) > longestIdentifier:
		return fmt.Sprintf("%d bytes, which is more than %d", len(identifier), longestIdentifier)
	case strings.ContainsFunc(identifier, unprintable):
		return fmt.Sprintf("%q, which has characters other than printable ASCII", identifier)
	case strings.TrimSpace(identifier) != identifier:
		return fmt.Sprintf("%q, which starts or ends with a blank", identifier)
	case isQuoted(identifier):
		return fmt.Sprintf("%q, which is in quotes", identifier)
	}
	return ""
}

func secretKeyProblem(secretKey string) string {
	blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	switch {
	case secretKey == "":
		return "an empty string"
	case strings.ContainsFunc(secretKey, blank):
		return "one with white space, such as the line break at the end of a file"
	case isQuoted(secretKey):
		return "one in quotes"
	}
	return ""
}

// isQuoted reports whether text is in quotes, which docker's --env-file does not remove.
func isQuoted(text string) bool {
	return len(text) > 1 && text[0] == text[len(text)-1] && (text[0] == '"' || text[0] == '\'')
}
