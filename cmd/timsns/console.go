package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/internal/console"
)

const consoleHelp = `Serve a page with all commands to a browser on this machine, until Ctrl-C or SIGTERM. It
fills in the examples of the document, sends what you edit, and shows the request, the
response, and what an error code means. It copies a call as Go, as timsns call or as curl,
and saves it for timsns verify.

The page can call the app's region, the other regions and an embedded sandbox. Credentials
are those of timsns call; without them, it calls only the sandbox. The browser gets neither
the secret key nor a UserSig: timsns signs the requests.

Standard output has the address of the page. It contains a token, which all requests need.
Whoever has the address can call the service through the console while it runs.

`

var consoleStatuses = []exitStatus{
	{exitSuccess, "the console ended by Ctrl-C or SIGTERM"},
	{exitUsage, "the command line or the settings are invalid, or the address is not free"},
	{exitOutput, "the address cannot be written to standard output"},
}

// consoleFlags are the flags of the command console.
type consoleFlags struct {
	settings    *settings
	address     string
	noBrowser   bool
	allowWrites bool
}

func newConsoleCommand(shared *settings, streams streams) *cobra.Command {
	flags := &consoleFlags{settings: shared}
	command := &cobra.Command{
		Use:   "console",
		Short: "Serve a page that calls the service",
		Long:  consoleHelp + statusHelp(consoleStatuses),
		Example: `  timsns console --sandbox
  timsns console --profile staging --allow-writes
  timsns console --document modules/profile/openapi.yaml`,
		Args: noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			return flags.serve(command.Context(), streams)
		},
	}
	flags.settings.register(command)
	set := command.Flags()
	set.StringVar(&flags.address, "addr", "127.0.0.1:0", "the `ADDRESS` to listen on, of this machine only; port 0 is a free one")
	set.BoolVar(&flags.noBrowser, "no-browser", false, "do not open the page in a browser")
	set.BoolVar(&flags.allowWrites, "allow-writes", false, "allow commands that change data")
	return command
}

// serve runs the console until the context or the process is asked to end.
func (f *consoleFlags) serve(ctx context.Context, streams streams) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	targets, closeSandbox, err := f.settings.targets(streams.err) //nolint:contextcheck // it is closed below
	if err != nil {
		return err
	}
	defer closeSandbox()
	listener, err := listenLocally(ctx, f.address)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	options := console.Options{
		Document: f.settings.service.Document, Text: f.settings.service.text, Targets: targets,
		Address: listener.Addr().String(), Token: newToken(), StartCode: newToken(),
		Snippets: f.settings.snippets, AllowWrites: f.allowWrites,
	}
	handler, err := console.New(options)
	if err != nil {
		return usageError{err}
	}
	if err := f.announce(options, streams); err != nil {
		return err
	}
	return serveUntil(ctx, listener, handler)
}

// announce prints the address of the page, and opens it in a browser.
func (f *consoleFlags) announce(options console.Options, streams streams) error {
	origin := "http://" + options.Address
	_, err := fmt.Fprintln(streams.out, origin+"/?token="+options.Token)
	if err == nil && !f.noBrowser {
		openBrowser(origin+"/start?code="+options.StartCode, streams.err)
	}
	return err
}

// serveUntil serves until the context ends. It then ends the calls that are under way.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10}
	defer context.AfterFunc(ctx, func() { _ = server.Close() })()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// listenLocally listens at an address that other machines cannot reach, and whose name the console accepts.
func listenLocally(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil || host != "127.0.0.1" && host != "localhost" && host != "::1" {
		return nil, usagef("--addr: want a loopback address such as 127.0.0.1:8080, got %q", address)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, usagef("--addr: %w", err)
	}
	return listener, nil
}

func newToken() string {
	token := make([]byte, 32)
	_, _ = rand.Read(token) // it never fails
	return base64.RawURLEncoding.EncodeToString(token)
}
