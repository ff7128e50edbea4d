package console

import (
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
)

// guard refuses requests that the page did not make. Any page that the user visits can send requests to this machine,
// and any program on this machine can, too.
type guard struct {
	port, token, code string

	isStarted atomic.Bool // whether the code was used
}

// minToken is how many characters a token has at least: 128 bits in base64.
const minToken = 22

func newGuard(options Options) (*guard, error) {
	_, port, err := net.SplitHostPort(options.Address)
	if err != nil {
		return nil, fmt.Errorf("Address: want a host and a port, got %q", options.Address) //nolint:staticcheck // the field's name
	}
	for name, secret := range map[string]string{"Token": options.Token, "StartCode": options.StartCode} {
		if len(secret) < minToken {
			return nil, fmt.Errorf("%s: want at least %d characters, got %d", name, minToken, len(secret))
		}
	}
	return &guard{port: port, token: options.Token, code: options.StartCode}, nil
}

// headers are those of every response. The policy allows no script and no style within a page, so text from a server
// that became markup by mistake would still do nothing. The images are those in the stylesheet of Swagger UI.
var headers = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	"X-Frame-Options":              "DENY",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer", // the URL of the page contains the token
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Cache-Control":                "no-store",
}

// protect returns a handler that refuses requests, or passes them on.
func (g *guard) protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		if status, reason := g.refusal(r); status != 0 {
			http.Error(w, reason, status)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refusal returns the HTTP status and the reason for a refusal, or 0. The name of the host is checked since a page of
// another host can make its name an alias of this machine (DNS rebinding).
func (g *guard) refusal(r *http.Request) (int, string) {
	site, origins := r.Header.Get("Sec-Fetch-Site"), r.Header.Values("Origin")
	switch {
	case !g.isOwnHost(r.Host):
		return http.StatusMisdirectedRequest, "Host: want the address that timsns console printed"
	case site == "cross-site" || site == "same-site":
		return http.StatusForbidden, "Sec-Fetch-Site: the request is of another site"
	case len(origins) > 1 || len(origins) == 1 && origins[0] != "http://"+r.Host:
		return http.StatusForbidden, "Origin: the request is of another origin"
	case r.URL.Path == startPath && equal(r.URL.Query().Get("code"), g.code) && g.isStarted.CompareAndSwap(false, true):
		return 0, ""
	case !equal(tokenOf(r), g.token):
		return http.StatusForbidden, "token: open the address that timsns console printed"
	}
	return 0, ""
}

// startPath is where the code leads to the page, once.
const startPath = "/start"

func (g *guard) start(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/?token="+g.token, http.StatusSeeOther)
}

// equal compares secrets, in a time that says nothing of them.
func equal(given, want string) bool {
	return subtle.ConstantTimeCompare([]byte(given), []byte(want)) == 1
}

func (g *guard) isOwnHost(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil { // a browser leaves out port 80
		name, port = host, "80"
	}
	return port == g.port && (name == "127.0.0.1" || name == "localhost" || name == "::1")
}

// tokenOf returns the token of a request: that in its header, or else the one in its URL.
func tokenOf(r *http.Request) string {
	if token, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); isBearer {
		return token
	}
	return r.URL.Query().Get("token")
}
