package main

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/snippet"
	"github.com/timsns/timsns/rest"
)

// printRequests prints the requests that a call would send, for --dry-run, or the commands of curl that send them, for
// --curl. It needs no secret key.
func (f *callFlags) printRequests(out io.Writer, operation *api.Operation, bodies []jsontext.Value) error {
	if f.settings.isSandbox() {
		return usagef("%s: want no --sandbox, which has another address for each call",
			map[bool]string{true: "--curl", false: "--dry-run"}[f.curl])
	}
	given, err := f.settings.complete()
	if err != nil {
		return err
	}
	given.secretKey = "none" // nothing is signed
	server, credentials, err := given.resolve()
	if err != nil {
		return err
	}
	query := unsignedQuery(credentials.SDKAppID, credentials.Identifier)
	address := strings.TrimSuffix(server.URL, "/") + operation.Path + "?" + query
	for _, body := range bodies {
		if f.curl {
			err = printCurl(out, operation, body, snippet.CurlOptions{
				Server: server.URL, Query: query, Flags: f.settings.appFlags(),
			})
		} else {
			_, err = fmt.Fprintf(out, "POST %s\nContent-Type: application/json\n\n", escapeUnsafe(address))
			err = cmp.Or(err, printJSON(out, body))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func printCurl(out io.Writer, operation *api.Operation, body jsontext.Value, options snippet.CurlOptions) error {
	command, err := snippet.Curl(operation, body, options)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, command)
	return err
}

func unsignedQuery(sdkAppID uint32, identifier string) string {
	return fmt.Sprintf("sdkappid=%d&identifier=%s&contenttype=json", sdkAppID, url.QueryEscape(identifier))
}

// callOptions returns the options for --retries, --timing and --verbose.
func (f *callFlags) callOptions(log io.Writer) ([]rest.Option, error) {
	var options []rest.Option
	switch {
	case f.timeout < 0:
		return nil, usagef("--timeout: want a duration above 0, got %v", f.timeout)
	case f.retries < 0:
		return nil, usagef("--retries: want 0 or more, got %d", f.retries)
	case f.retries != defaultRetries:
		options = append(options, rest.WithRetryPolicy(rest.RetryPolicy{MaxAttempts: f.retries + 1}))
	}
	if f.verbose {
		handler := slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})
		options = append(options, rest.WithLogger(slog.New(handler)))
	}
	if f.timing {
		options = append(options, rest.WithObserver(timing(log)))
	}
	return options, nil
}

// defaultRetries is how often the client repeats a call by default.
const defaultRetries = 3
