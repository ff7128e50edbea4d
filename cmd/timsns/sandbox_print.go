package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// outputShell is a value of --output: variables that a POSIX shell can read.
const outputShell = "sh"

// queryLifetime is longer than any test runs.
const queryLifetime = 365 * 24 * time.Hour

// variable is an environment variable with which a client calls the sandbox.
type variable struct{ name, value string }

// environmentPrinter returns a function that prints how to call a sandbox.
func environmentPrinter(output string) (func(context.Context, io.Writer, *sandbox.Server) error, error) {
	write := printShell
	switch output {
	case outputShell:
	case outputJSON:
		write = printVariables
	default:
		return nil, usagef("--output: want sh or json, got %q", output)
	}
	return func(ctx context.Context, out io.Writer, server *sandbox.Server) error {
		variables, err := environmentOf(ctx, server)
		if err != nil {
			return err
		}
		return write(out, variables)
	}, nil
}

func environmentOf(ctx context.Context, server *sandbox.Server) ([]variable, error) {
	credentials := server.Credentials()
	sign, err := signer.New(credentials, signer.WithLifetime(queryLifetime))
	if err != nil {
		return nil, err
	}
	signature, err := sign.Sign(ctx)
	if err != nil {
		return nil, err
	}
	return []variable{
		{"TIMSNS_SERVER", server.Endpoint.URL},
		{"TIMSNS_SDKAPPID", strconv.FormatUint(uint64(credentials.SDKAppID), 10)},
		{"TIMSNS_IDENTIFIER", credentials.Identifier},
		{secretKeyVariable, credentials.SecretKey},
		{"TIMSNS_QUERY", fmt.Sprintf("%s&random=%d", signature.Query, signature.Random)},
	}, nil
}

// printShell needs no escapes, since no value has a quote.
func printShell(out io.Writer, variables []variable) error {
	var text strings.Builder
	for _, variable := range variables {
		fmt.Fprintf(&text, "export %s='%s'\n", variable.name, variable.value)
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// printVariables prints one line, so that a program can read it while the sandbox runs.
func printVariables(out io.Writer, variables []variable) error {
	members := map[string]string{}
	for _, variable := range variables {
		members[variable.name] = variable.value
	}
	text, err := json.Marshal(members, json.Deterministic(true), jsontext.EscapeForHTML(false))
	if err != nil {
		return err
	}
	_, err = out.Write(append(text, '\n'))
	return err
}
