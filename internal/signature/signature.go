// Package signature has the signature of one attempt, which package signer makes and package rest sends, so that
// neither imports the other.
package signature

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/timsns/timsns/internal/redaction"
)

// Signature is what signs one request. It prints as REDACTED, except in an unexported field of another struct, where
// package fmt cannot call its method: do not keep it there.
type Signature struct {
	// Query is the query parameters sdkappid, identifier, usersig and contenttype, without that of Random.
	Query string

	// Random is the value of the query parameter random, which the vendor's support asks for.
	Random uint32

	// UserSig is the value of the query parameter usersig, before escaping. It is redacted wherever a response or an
	// error repeats it.
	UserSig string

	// Discard makes the next signature use another UserSig, unless a newer one is in use already. It may be nil.
	Discard func()
}

// Format implements fmt.Formatter, so that no verb prints the UserSig.
func (Signature) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// AddTo returns a copy of the request with the query parameters of the signature. The error names a parameter that the
// request has already.
func (s Signature) AddTo(request *http.Request) (*http.Request, error) {
	query, err := s.queryFor(request.URL)
	if err != nil {
		return nil, err
	}
	signed, address := *request, *request.URL
	address.RawQuery = query
	signed.URL = &address
	return &signed, nil
}

func (s Signature) queryFor(address *url.URL) (string, error) {
	query := s.Query + "&random=" + strconv.FormatUint(uint64(s.Random), 10)
	if address.RawQuery == "" {
		return query, nil
	}
	for name := range address.Query() {
		if slices.Contains(parameters, name) {
			return "", fmt.Errorf("the request has the query parameter %s already: it was not sent", name)
		}
	}
	return address.RawQuery + "&" + query, nil
}

// parameters are the names of the query parameters that a signature adds.
var parameters = []string{"sdkappid", "identifier", "usersig", "contenttype", "random"}

type key struct{}

// NewContext returns a context with the signature for the requests that are made with it.
func NewContext(ctx context.Context, signature *Signature) context.Context {
	return context.WithValue(ctx, key{}, signature)
}

// FromContext returns the signature of a context, or nil if it has none.
func FromContext(ctx context.Context) *Signature {
	signature, _ := ctx.Value(key{}).(*Signature)
	return signature
}
