package main

import (
	"path/filepath"
	"regexp"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/console"
	"github.com/timsns/timsns/internal/snippet"
)

// snippets returns a call of the console in forms that work outside it.
func (s *settings) snippets(operation *api.Operation, target console.Target, request jsontext.Value) (console.Snippets, error) {
	curl, err := snippet.Curl(operation, request, s.curlOptions(target))
	if err != nil {
		return console.Snippets{}, err
	}
	command, err := snippet.Command(operation, request, s.commandOptions(target))
	if err != nil {
		return console.Snippets{}, err
	}
	code, err := snippet.Go(s.service.Document, operation, request, snippet.GoOptions{Package: s.service.packageName()})
	if err != nil {
		code = "// " + escapeUnsafe(err.Error()) + "\n" // a person reads it where the code was to be
	}
	return console.Snippets{Go: code, Command: command, Curl: curl}, nil
}

// curlOptions returns the address of a target. That of the console's own sandbox ends with it, so the shell's variables
// stand in its place.
func (s *settings) curlOptions(target console.Target) snippet.CurlOptions {
	if target.Name == console.Sandbox {
		return snippet.CurlOptions{}
	}
	return snippet.CurlOptions{
		Server: target.Server.URL, Query: unsignedQuery(target.Signer.SDKAppID(), target.Identifier), Flags: s.appFlags(),
	}
}

// commandOptions repeats the flags that the console was started with, except the server.
func (s *settings) commandOptions(target console.Target) (options snippet.CommandOptions) {
	if !s.service.isEmbedded {
		options.Flags = append(options.Flags, "--document", s.service.file)
	}
	if target.Name == console.Sandbox {
		options.Flags = append(options.Flags, "--sandbox")
		return options
	}
	options.Flags = append(append(options.Flags, s.appFlags()...), "--server", target.Name)
	return options
}

var packagePattern = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// packageName returns the name of the package that the document is emitted as: that of its folder, or gen.
func (s *service) packageName() string {
	path, err := filepath.Abs(s.file)
	name := filepath.Base(filepath.Dir(path))
	if s.isEmbedded || err != nil || !packagePattern.MatchString(name) {
		return "gen"
	}
	return name
}
