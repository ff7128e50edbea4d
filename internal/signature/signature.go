// Package signature has the type of the signature that package signer makes and package rest sends, so that neither
// imports the other.
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

// Signature is the signature of one request. It prints as REDACTED, except in an unexported field of another struct,
// where package fmt cannot call its method: do not keep it there.
type Signature struct {
	// Query holds the query parameters sdkappid, identifier, usersig and contenttype, encoded. It lacks random.
	Query string

	// Random is the value of the query parameter random, which the vendor's support asks for.
	Random uint32

	// UserSig is the value of the query parameter usersig, before escaping. Responses and errors that repeat it are
	// redacted.
	UserSig string

	// Discard makes the next signature use a new UserSig, unless a newer one is already in use. It may be nil.
	Discard func()
}

// Format implements fmt.Formatter, so that no verb prints the UserSig.
func (Signature) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// AddTo returns a copy of the request with the query parameters of the signature. The error names a parameter that the
// request already has.
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

// parameters holds the names of the query parameters that a signature adds.
var parameters = []string{"sdkappid", "identifier", "usersig", "contenttype", "random"}

type key struct{}

// NewContext returns a context that carries the signature for requests with that context.
func NewContext(ctx context.Context, signature *Signature) context.Context {
	return context.WithValue(ctx, key{}, signature)
}

// FromContext returns the signature that the context carries, or nil.
func FromContext(ctx context.Context) *Signature {
	signature, _ := ctx.Value(key{}).(*Signature)
	return signature
}
