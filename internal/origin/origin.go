// Package origin decides which servers may receive a signature.
package origin

import (
	"errors"
	"fmt"
	"maps"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Parse parses the base URL of a server: https, or http on loopback, with a host and without user information, query
// or fragment. Its errors say what was expected. They repeat at most the scheme and the host, since the rest of the URL
// may contain a secret.
func Parse(base string) (*url.URL, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, errors.New("want a URL such as https://adminapisgp.im.qcloud.com, got one that cannot be parsed")
	}
	switch {
	case u.Host == "" || u.Hostname() == "":
		return nil, errors.New("want a URL such as https://adminapisgp.im.qcloud.com, got one without scheme or host")
	case u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, errors.New("want a URL of scheme, host and path only, got one with user information, query or fragment")
	case !Trusted(u):
		return nil, fmt.Errorf("want https, or http on loopback, got %s://%s", u.Scheme, u.Host)
	}
	return u, nil
}

// Trusted reports whether a signature may be sent to u: over https, or over http on loopback.
func Trusted(u *url.URL) bool {
	return u.Scheme == "https" || u.Scheme == "http" && isLoopback(u.Hostname())
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}

// Set holds the origins of servers: scheme, host and port.
type Set map[string]bool

// NewSet returns the origins of servers, which are base URLs. The error gives the number of the invalid server.
func NewSet(servers ...string) (Set, error) {
	if len(servers) == 0 {
		return nil, errors.New("want the servers to sign for, got none")
	}
	set := Set{}
	for i, server := range servers {
		base, err := Parse(server)
		if err != nil {
			return nil, fmt.Errorf("server %d: %w", i+1, err)
		}
		set[canonical(base)] = true
	}
	return set, nil
}

// Check returns an error if a signature may not be sent to u. The error repeats only the scheme and the host, since the
// path or the query may contain a secret.
func (s Set) Check(u *url.URL) error {
	switch {
	case !Trusted(u):
		return fmt.Errorf("%s://%s: want https, or http on loopback", u.Scheme, u.Host)
	case !s[canonical(u)]:
		servers := strings.Join(slices.Sorted(maps.Keys(s)), ", ")
		return fmt.Errorf("%s://%s: want one of the servers %s", u.Scheme, u.Host, servers)
	}
	return nil
}

// canonical returns the scheme, host and port of u in one form, so that two URLs of one server compare equal.
func canonical(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = "443"
		if u.Scheme == "http" {
			port = "80"
		}
	}
	return u.Scheme + "://" + net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}
