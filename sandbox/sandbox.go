package sandbox

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/signer"
)

// Sandbox is an in-memory IM service with one app and one administrator. It is an http.Handler and safe for concurrent
// use.
type Sandbox struct {
	document    *api.Document
	credentials signer.Credentials
	state       *state
	quota       *callQuota // nil if disabled
	cors        bool       // whether pages of this machine may call it
	keepsState  bool       // whether it executes operations, rather than answer from fixtures
	faults      *faultInjector
	address     string // where Listen listens
}

// Option changes a default of [New].
type Option func(*Sandbox)

// WithCredentials sets the app, its administrator and its secret key. By default, they are app 1400000000,
// "administrator" and a random key.
func WithCredentials(credentials signer.Credentials) Option {
	return func(s *Sandbox) { s.credentials = credentials }
}

// WithDocument makes the sandbox the service that a document describes. It answers every operation from the document's
// fixtures: a request that equals one gets the response of the same name, and any other request a success, for the
// accounts that a batch names. A page that no fixture has is empty, and the last one.
func WithDocument(document *api.Document) Option {
	return func(s *Sandbox) { s.document = document }
}

// New returns a sandbox with sample data. It returns an error if an option is invalid.
func New(options ...Option) (*Sandbox, error) {
	embedded, err := api.Load()
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	sandbox := &Sandbox{
		document: embedded,
		state:    newState(),
		quota:    newQuota(),
		faults:   &faultInjector{},
		address:  "127.0.0.1:0",
		credentials: signer.Credentials{
			SDKAppID: 1400000000, Identifier: "administrator", SecretKey: rand.Text(),
		},
	}
	for _, option := range options {
		option(sandbox)
	}
	if sandbox.document == nil {
		return nil, errors.New("sandbox: WithDocument: want a document, got nil")
	}
	if err := sandbox.faults.check(); err != nil {
		return nil, err
	}
	// The embedded document is parsed when its schemas are needed first. A call that waits for this is late, and so are
	// those behind it, which then exceed the quota together.
	_ = sandbox.document.Parameters()
	sandbox.keepsState = sandbox.document == embedded
	sandbox.state.update(sandbox.state.addSamples)
	return sandbox, nil
}

// Credentials returns the credentials of the app's administrator.
func (s *Sandbox) Credentials() signer.Credentials {
	return s.credentials
}

// Calls returns the number of executed calls of a command, such as group_get, including those that failed. Calls that
// were rejected for their signature, rate or format are not counted.
func (s *Sandbox) Calls(command string) int {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	return s.state.calls[command]
}

// ServeHTTP implements [http.Handler].
func (s *Sandbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.allowPage(w, r) {
		return
	}
	operation, err := s.route(r)
	var response []byte
	if err == nil {
		response, err = s.respond(r, operation, time.Now())
	}
	if err != nil {
		response = failureOf(operation, err)
	}
	s.faults.delay(r.Context())
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(response) //nolint:gosec // JSON, and labelled as such. A client that has gone needs no response
}

func (s *Sandbox) count(operation *api.Operation) {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	s.state.calls[operation.Command]++
}

// respond checks a request in the order in which a service has to: caller, quota, content.
func (s *Sandbox) respond(r *http.Request, operation *api.Operation, now time.Time) ([]byte, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, newError(gen.CodeMalformedURL, "the query of the URL could not be parsed")
	}
	if err := s.validateQuery(query); err != nil {
		return nil, err
	}
	if err := s.verifySignature(query, now); err != nil {
		return nil, err
	}
	if err := s.quota.take(operation, now); err != nil {
		return nil, err
	}
	body, err := readBody(r, operation)
	if err != nil {
		return nil, err
	}
	s.count(operation)
	if err := s.faults.refuse(operation); err != nil {
		return nil, err
	}
	if behaviour, ok := behaviours[operation.ID]; ok && s.keepsState {
		return behaviour(s.state, body)
	}
	return s.respondFromFixtures(operation, body)
}
