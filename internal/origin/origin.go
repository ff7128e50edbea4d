// Package origin decides to which servers a signature may travel.
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

// Parse reads the base URL of a server: https, or http on this machine's loopback, and a host; no user
// information, query or fragment. Its errors repeat scheme and host at most: the rest of the URL may be secret.
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

// Trusted reports whether a signature may travel to u: over https, or over http within this machine.
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

// NewSet returns the origins of servers, which are base URLs. The error numbers the server that is wrong.
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

// Check returns an error if a signature may not travel to u. The error names scheme and host only, since a path or a
// query may be secret.
func (s Set) Check(u *url.URL) error {
	switch {
	case !Trusted(u):
		return fmt.Errorf("%s://%s: want https, or http on loopback", u.Scheme, u.Host)
	case !s[canonical(u)]:
		return fmt.Errorf("%s://%s: want one of the servers %s", u.Scheme, u.Host, strings.Join(slices.Sorted(maps.Keys(s)), ", "))
	}
	return nil
}

// canonical returns scheme, host and port of u, so that two URLs of one server compare equal.
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
