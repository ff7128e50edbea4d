// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package outcomes

import "github.com/timsns/timsns/rest"

// ErrorCode is the number of an error, or 0 for success.
type ErrorCode = rest.Code

// The codes that the vendor documents.
const (
	// CodeInvalidParameter means that a parameter is wrong.
	CodeInvalidParameter ErrorCode = 40001
	// CodeInvalidAccount means that an account is wrong.
	CodeInvalidAccount ErrorCode = 40002
)

// LookupCode returns what the vendor documents about a code, and reports whether the code is documented.
func LookupCode(code ErrorCode) (rest.CodeInfo, bool) {
	info, ok := catalogue[code]
	return info, ok
}

var catalogue = map[ErrorCode]rest.CodeInfo{
	CodeInvalidParameter: {
		Meaning: "a parameter is wrong",
		Advice:  "read ErrorInfo",
		Retry:   rest.RetryNever,
	},
	CodeInvalidAccount: {
		Meaning: "an account is wrong",
		Advice:  "check the account",
		Retry:   rest.RetryBackoff,
	},
}
