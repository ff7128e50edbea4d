package sandbox

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"time"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/signer"
)

// Sandbox is an in-memory IM service with one app and one administrator. It is an http.Handler, safe for use by
// many goroutines.
type Sandbox struct {
	document    *api.Document
	credentials signer.Credentials
	state       *state
	quota       *callQuota // nil if there is none
}

// Option changes a default of [New].
type Option func(*Sandbox)

// WithCredentials sets the app, its administrator and its secret key. Without it they are made up, the key at
// random.
func WithCredentials(credentials signer.Credentials) Option {
	return func(s *Sandbox) { s.credentials = credentials }
}

// New returns a sandbox with sample data. The error says that the document this module was built with is faulty.
func New(options ...Option) (*Sandbox, error) {
	document, err := api.Load()
	if err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	sandbox := &Sandbox{
		document: document,
		state:    newState(),
		quota:    newQuota(),
		credentials: signer.Credentials{
			SDKAppID: 1400000000, Identifier: "administrator", SecretKey: rand.Text(),
		},
	}
	for _, option := range options {
		option(sandbox)
	}
	sandbox.state.command(sandbox.state.addSamples)
	return sandbox, nil
}

// Credentials returns the credentials of the app's administrator.
func (s *Sandbox) Credentials() signer.Credentials {
	return s.credentials
}

// Calls returns how many calls of a command, such as group_get, were carried out, whatever came of them. Calls that
// were refused before, for their signature, quota or form, do not count.
func (s *Sandbox) Calls(command string) int {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	return s.state.calls[command]
}

// ServeHTTP answers one request.
func (s *Sandbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	reply, err := s.answer(r, time.Now())
	if err != nil {
		writeFailure(w, err)
		return
	}
	write(w, reply)
}

func (s *Sandbox) count(operation *api.Operation) {
	s.state.mutex.Lock()
	defer s.state.mutex.Unlock()
	s.state.calls[operation.Command]++
}

// answer checks the request from the outside in, as a service must: what it is, who sent it, what it says.
func (s *Sandbox) answer(r *http.Request, now time.Time) ([]byte, error) {
	operation, err := s.route(r)
	if err != nil {
		return nil, err
	}
	query := r.URL.Query()
	if err := s.checkQuery(query); err != nil {
		return nil, err
	}
	if err := s.checkSignature(query, now); err != nil {
		return nil, err
	}
	if err := s.quota.check(operation, now); err != nil {
		return nil, err
	}
	body, err := readBody(r, operation)
	if err != nil {
		return nil, err
	}
	s.count(operation)
	return s.execute(operation, body)
}
