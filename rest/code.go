package rest

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Code is an error code of the service. Package gen has constants for the codes that the vendor documents; the service
// may return others. A Code is an error, so that [errors.Is] can match it:
//
//	errors.Is(err, gen.CodeAccountNotFound)
type Code int64

// Error returns the code as a text, such as "error code 30003".
func (c Code) Error() string {
	return fmt.Sprintf("error code %d", int64(c))
}

// UnmarshalJSONFrom reads a JSON integer. It rejects null, which would otherwise read as 0, the code of success.
func (c *Code) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	if kind := decoder.PeekKind(); kind != jsontext.KindNumber {
		if err := decoder.SkipValue(); err != nil {
			return err
		}
		return fmt.Errorf("want an integer, got %s", kindName(kind))
	}
	return json.UnmarshalDecode(decoder, (*int64)(c))
}

// UnmarshalJSON does the same for encoding/json.
func (c *Code) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, c)
}

// Retry says whether sending the same request again can help after an error. A call acts on it within the limits of its
// [RetryPolicy].
type Retry int

const (
	// RetryNever means that the same request fails again.
	RetryNever Retry = iota
	// RetryBackoff means that the same request may succeed a little later.
	RetryBackoff
	// RetryRenew means that the same request may succeed with a new UserSig.
	RetryRenew
	// RetryWait means that the same request may succeed after a minute, and not sooner.
	RetryWait
	// RetryThrottled means that the service refused the call for its rate and did not carry it out. The same request may
	// succeed a little later, for any operation.
	RetryThrottled
)

// CodeInfo is what the vendor documents about a code.
type CodeInfo struct {
	Meaning string // what happened, as a clause
	Advice  string // what to do about it, as a clause
	Retry   Retry  // whether sending the request again can help

	// Pending reports whether the code is not a failure: the service accepted the request, and another user has yet to
	// decide on it.
	Pending bool
}

// LookupCode returns information about a code and reports whether the code is documented. A nil LookupCode documents
// no code.
type LookupCode func(Code) (CodeInfo, bool)
