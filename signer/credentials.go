package signer

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Credentials say in whose name requests are made. They print as REDACTED, except inside an unexported field of
// another struct, where package fmt asks no type for its text: do not keep them there.
type Credentials struct {
	// SDKAppID is the number of the app, above 0, as the vendor's console shows it.
	SDKAppID uint32

	// Identifier is the UserID of an app administrator, as set in the console: 1 to 32 printable ASCII characters.
	Identifier string

	// SecretKey is the app's secret key, as the console shows it. Whoever has it can act for every user of the app.
	SecretKey string
}

// longestIdentifier is the limit of a UserID in bytes.
const longestIdentifier = 32

// check returns all that is wrong with the credentials, without the value of the key.
func (c Credentials) check() error {
	var faults []error
	if c.SDKAppID == 0 {
		faults = append(faults, errors.New("signer: Credentials.SDKAppID: want the number of the app, got 0"))
	}
	if fault := identifierFault(c.Identifier); fault != "" {
		faults = append(faults, fmt.Errorf("signer: Credentials.Identifier: want the UserID of an app administrator, got %s", fault))
	}
	if fault := secretKeyFault(c.SecretKey); fault != "" {
		faults = append(faults, fmt.Errorf("signer: Credentials.SecretKey: want the app's secret key, got %s", fault))
	}
	return errors.Join(faults...)
}

// identifierFault is strict about characters because the signed text has a line for each value: a line break in one
// would forge the next.
func identifierFault(identifier string) string {
	unprintable := func(r rune) bool { return r < ' ' || r > '~' }
	switch {
	case identifier == "":
		return "an empty string"
	case len(identifier) > longestIdentifier:
		return fmt.Sprintf("%d bytes, which is more than %d", len(identifier), longestIdentifier)
	case strings.ContainsFunc(identifier, unprintable):
		return fmt.Sprintf("%q, in which not all is printable ASCII", identifier)
	case strings.TrimSpace(identifier) != identifier:
		return fmt.Sprintf("%q, which starts or ends with a blank", identifier)
	}
	return ""
}

func secretKeyFault(secretKey string) string {
	blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	switch {
	case secretKey == "":
		return "an empty string"
	case strings.ContainsFunc(secretKey, blank):
		return "white space in it, such as the line break at the end of a file"
	}
	return ""
}
