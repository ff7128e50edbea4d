package main

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
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
	address := strings.TrimSuffix(server.URL, "/") + operation.Path + "?" + unsignedQuery(credentials)
	for _, body := range bodies {
		if f.curl {
			err = printCurl(out, signedURL(address), body)
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

func unsignedQuery(credentials signer.Credentials) string {
	return fmt.Sprintf("sdkappid=%d&identifier=%s&contenttype=json",
		credentials.SDKAppID, url.QueryEscape(credentials.Identifier))
}

// signedURL returns the URL of a request for a shell. The UserSig comes from a variable, or else from timsns itself.
func signedURL(address string) string {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", "$", `\$`).Replace(escapeUnsafe(address))
	return fmt.Sprintf(`"%s&random=%d&usersig=${TIMSNS_USERSIG:-$(timsns usersig)}"`, quoted, rand.Uint32())
}

// printCurl prints a command for a shell, which also evaluates the URL.
func printCurl(out io.Writer, url string, body jsontext.Value) error {
	if err := body.Compact(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, `curl --silent --show-error --header 'Content-Type: application/json' \
  --data-binary %s \
  %s
`, quoteShell(string(escapeUnsafeJSON(body))), url)
	return err
}

// quoteShell quotes a text for a POSIX shell.
func quoteShell(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

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
