// Package console serves a web page that calls the service: Swagger UI with the operations of a document, and a panel
// for requests and responses. The server signs the requests, so the browser never has a signature.
package console

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// Options configure a console.
type Options struct {
	Document *api.Document
	Text     []byte   // of the document, in YAML or JSON
	Targets  []Target // what can be called; the page begins with the first
	Address  string   // the host and the port that the console listens on
	Token    string   // what every request needs

	// StartCode leads to the page once, at /start?code=StartCode. Other users of the machine can see it, since it is in
	// the command line of the browser.
	StartCode string

	// Snippets renders calls for the clipboard.
	Snippets SnippetsFunc

	// AllowWrites allows commands that change data.
	AllowWrites bool
}

// Target is a server that the console can call.
type Target struct {
	Name       string // of the region, the URL of another server, or [Sandbox]
	Server     rest.Server
	Signer     rest.Signer
	Identifier string // the UserID of the administrator that the signer signs for
}

// Sandbox is the name of the target that holds no data of value.
const Sandbox = "sandbox"

// The limits of a call: for the response, though the service itself gives up after 3 seconds, and with the wait for the
// quota.
const (
	responseTimeout = 30 * time.Second
	callTimeout     = 40 * time.Second
)

// console is an http.Handler.
type console struct {
	Options

	clients map[string]*rest.Client // by the name of the target
	guard   *guard
	page    page
	openAPI []byte
}

// New returns the handler of a console. The error names the target or the part of the document that is invalid.
func New(options Options) (http.Handler, error) {
	switch {
	case len(options.Targets) == 0:
		return nil, errors.New("console: Targets: want at least one")
	case options.Snippets == nil:
		return nil, errors.New("console: Snippets: want a function, got nil")
	}
	guard, err := newGuard(options)
	if err != nil {
		return nil, fmt.Errorf("console: %w", err)
	}
	c := &console{Options: options, clients: map[string]*rest.Client{}, guard: guard}
	for _, target := range options.Targets {
		c.clients[target.Name], err = rest.NewClient(target.Server, target.Signer, options.Document.LookupCode,
			rest.WithMiddleware(record), rest.WithoutRetry(), rest.WithAttemptTimeout(responseTimeout))
		if err != nil {
			return nil, fmt.Errorf("console: target %s: %w", target.Name, err)
		}
	}
	if c.openAPI, err = openAPI(options.Text); err != nil {
		return nil, fmt.Errorf("console: document: %w", err)
	}
	if c.page, err = newPage(options); err != nil {
		return nil, fmt.Errorf("console: page: %w", err)
	}
	return guard.protect(c.routes()), nil
}

func (c *console) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+startPath, c.guard.start)
	mux.HandleFunc("GET /{$}", c.page.serveIndex)
	mux.HandleFunc("GET /assets/{name}", serveAsset)
	mux.HandleFunc("GET /openapi.yaml", c.serveDocument)
	mux.HandleFunc("POST /snippets", c.serveSnippets)
	mux.HandleFunc("POST /", c.serveCall)
	return mux
}

// target returns the target that a request names.
func (c *console) target(name string) (Target, bool) {
	for _, target := range c.Targets {
		if target.Name == name {
			return target, true
		}
	}
	return Target{}, false
}
