package main

import (
	"fmt"
	"io"

	"github.com/timsns/timsns/internal/console"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// targets returns what the console can call, and a function that stops the sandbox. The server of the settings is the
// first, then the other regions follow; the sandbox is the last, and the only one without credentials.
func (s *settings) targets(log io.Writer) ([]console.Target, func(), error) {
	targets, err := s.liveTargets(log)
	if err != nil {
		return nil, nil, err
	}
	server, err := sandbox.Listen(sandbox.WithDocument(s.service.Document))
	if err != nil {
		return nil, nil, err
	}
	target, err := newTarget(console.Sandbox, server.Endpoint, server.Credentials())
	return append(targets, target), func() { _ = server.Close() }, err
}

// liveTargets returns the targets that need credentials.
func (s *settings) liveTargets(log io.Writer) ([]console.Target, error) {
	if s.isSandbox() {
		return nil, nil
	}
	given, err := s.complete()
	if err != nil {
		return nil, err
	}
	if given == (settings{service: s.service}) {
		_, _ = fmt.Fprintln(log, "timsns: no credentials set: the page calls the embedded sandbox only")
		return nil, nil
	}
	chosen, credentials, err := given.resolve()
	if err != nil {
		return nil, err
	}
	servers := []rest.Server{chosen}
	for _, server := range s.service.Servers() {
		if server != chosen {
			servers = append(servers, server)
		}
	}
	targets := make([]console.Target, len(servers))
	for i, server := range servers {
		if targets[i], err = newTarget(server.Name, server, credentials); err != nil {
			return nil, err
		}
	}
	return targets, nil
}

// newTarget returns a target. One without a name has the name of its server.
func newTarget(name string, server rest.Server, credentials signer.Credentials) (console.Target, error) {
	sign, err := newSigner(credentials)
	if name == "" {
		name = server.URL
	}
	return console.Target{Name: name, Server: server, Signer: sign, Identifier: credentials.Identifier}, err
}
