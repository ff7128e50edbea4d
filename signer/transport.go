package signer

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/timsns/timsns/internal/attempt"
	"github.com/timsns/timsns/internal/origin"
)

// Transport returns a transport that signs requests to servers, refuses all others, and sends what it signed through
// next, or through http.DefaultTransport if next is nil. A server is a base URL, of which scheme, host and port count;
// it must be https, or http on loopback. The error names the server that is not.
//
// next sees the signed URL; the caller does not: the response's Request is the caller's own, errors do not repeat the
// UserSig, and a Location is dropped.
func (s *Signer) Transport(next http.RoundTripper, servers ...string) (http.RoundTripper, error) {
	if s == nil || s.mint == nil {
		return nil, errors.New("signer: Transport: want a signer that New returned")
	}
	if len(servers) == 0 {
		return nil, errors.New("signer: Transport: want the servers to sign for, got none")
	}
	if next == nil {
		next = http.DefaultTransport
	}
	t := &transport{signer: s, next: next, origins: map[string]bool{}, hosts: map[host]bool{}}
	for i, server := range servers {
		base, err := origin.Parse(server)
		if err != nil {
			return nil, fmt.Errorf("signer: Transport: server %d: %w", i+1, err)
		}
		t.origins[origin.Of(base)] = true
		t.hosts[host{base.Scheme, base.Host}] = true
	}
	return t, nil
}

type transport struct {
	signer  *Signer
	next    http.RoundTripper
	origins map[string]bool
	hosts   map[host]bool // the same as they were written, which a request as a rule repeats
}

type host struct{ scheme, name string }

// RoundTrip signs a copy of the request and sends it.
func (t *transport) RoundTrip(request *http.Request) (*http.Response, error) {
	signed, signature, err := t.sign(request)
	if err != nil {
		if request.Body != nil {
			_ = request.Body.Close() // a RoundTripper closes it, on errors too
		}
		return nil, err
	}
	response, err := t.send(signed, signature.redact)
	if response != nil {
		response.Request = request
		response.Header.Del("Location") // no redirect is followed, and http.Client's errors repeat one that is malformed
	}
	return response, attempt.RedactError(err, signature.redact)
}

func (t *transport) send(signed *http.Request, redact func(string) string) (response *http.Response, err error) {
	defer attempt.Recover(redact, &err)
	return t.next.RoundTrip(signed)
}

// CloseIdleConnections closes the connections of the transport below.
func (t *transport) CloseIdleConnections() {
	if closer, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		closer.CloseIdleConnections()
	}
}

func (t *transport) sign(request *http.Request) (*http.Request, *signature, error) {
	record := attempt.FromContext(request.Context())
	if record == nil {
		record = new(attempt.Record)
	}
	record.Refused = true
	if err := t.check(request.URL); err != nil {
		return nil, nil, err
	}
	signature, err := t.signer.sign()
	if err != nil {
		return nil, nil, err
	}
	random := rand.Uint32()
	*record = attempt.Record{
		Random: random, Signed: true, Redact: signature.redact, RedactBody: signature.clean, Discard: signature.discard,
	}
	query := signature.query + strconv.FormatUint(uint64(random), 10)
	if request.URL.RawQuery != "" {
		query = request.URL.RawQuery + "&" + query
	}
	copied := struct {
		request http.Request
		url     url.URL
	}{*request, *request.URL} // one allocation for both
	copied.url.RawQuery = query
	copied.request.URL = &copied.url
	return &copied.request, signature, nil
}

// check refuses a request that must not be signed. The error names the server alone, since a query may be secret.
func (t *transport) check(u *url.URL) error {
	isServer := t.hosts[host{u.Scheme, u.Host}]
	switch {
	case !isServer && !origin.Trusted(u):
		return fmt.Errorf("signer: %s://%s: want https, or http on loopback: the request was not signed and not sent", u.Scheme, u.Host)
	case !isServer && !t.origins[origin.Of(u)]:
		return fmt.Errorf("signer: %s://%s: want one of the servers %s: the request was not signed and not sent",
			u.Scheme, u.Host, strings.Join(slices.Sorted(maps.Keys(t.origins)), ", "))
	case u.RawQuery == "":
		return nil
	}
	for name := range u.Query() {
		if slices.Contains(parameters, name) {
			return fmt.Errorf("signer: the request has the query parameter %s already: it was not sent", name)
		}
	}
	return nil
}

// parameters are the names of the query parameters that signing adds.
var parameters = []string{"sdkappid", "identifier", "usersig", "contenttype", "random"}

// queryPrefix escapes all that stays the same from request to request. The value of random follows it.
func queryPrefix(credentials Credentials, userSig string) string {
	return "sdkappid=" + strconv.FormatUint(uint64(credentials.SDKAppID), 10) +
		"&identifier=" + url.QueryEscape(credentials.Identifier) +
		"&usersig=" + url.QueryEscape(userSig) +
		"&contenttype=json&random="
}
