package sandbox

import (
	"net/http"
	"net/url"
)

// WithCORS lets pages of this machine call the sandbox from a browser: those whose origin is http or https on
// localhost, 127.0.0.1 or [::1], with any port. Pages of other origins cannot read its responses.
func WithCORS() Option {
	return func(s *Sandbox) { s.cors = true }
}

// allowPage lets a page of this machine read the response. It reports whether the request is the browser's question
// whether the page may make a request, which is then answered.
func (s *Sandbox) allowPage(w http.ResponseWriter, r *http.Request) (isAnswered bool) {
	if !s.cors {
		return false
	}
	header, origin := w.Header(), r.Header.Get("Origin")
	header.Add("Vary", "Origin")
	if !isLocalPage(origin) {
		return false
	}
	header.Set("Access-Control-Allow-Origin", origin)
	if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
		return false
	}
	header.Set("Access-Control-Allow-Methods", http.MethodPost)
	header.Set("Access-Control-Allow-Headers", "Content-Type")
	w.WriteHeader(http.StatusNoContent)
	return true
}

func isLocalPage(origin string) bool {
	page, err := url.Parse(origin)
	if err != nil || page.Scheme != "http" && page.Scheme != "https" || origin != page.Scheme+"://"+page.Host {
		return false
	}
	host := page.Hostname()
	return host == "localhost" || host == "127.0.0.1" || host == "::1"
}
