// Package origin decides to which servers a signature may travel.
package origin

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// Parse reads the base URL of a server: https, or http on this machine's loopback, and a host; no user
// information, query or fragment. Its errors say what was expected and never repeat the URL, which may hold a secret.
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
	return u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname())
}

// Of names scheme, host and port of u, so that two URLs of one server compare equal.
func Of(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return u.Scheme + "://" + net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}
