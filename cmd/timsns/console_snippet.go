package main

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/console"
)

// snippets returns a call of the console in forms that work outside it.
func (s *settings) snippets(operation *api.Operation, target console.Target, request jsontext.Value) (console.Snippets, error) {
	var curl strings.Builder
	if err := printCurl(&curl, snippetURL(operation, target), request); err != nil {
		return console.Snippets{}, err
	}
	return console.Snippets{
		Go: goSnippet(operation, request), Command: s.commandSnippet(operation, target, request), Curl: curl.String(),
	}, nil
}

// snippetURL returns the URL for a shell. That of the console's own sandbox ends with it, so variables of another
// sandbox stand in its place.
func snippetURL(operation *api.Operation, target console.Target) string {
	if target.Name == console.Sandbox {
		return `"$TIMSNS_SERVER` + operation.Path + `?$TIMSNS_QUERY"`
	}
	return signedURL(fmt.Sprintf("%s%s?sdkappid=%d&identifier=%s&contenttype=json", strings.TrimSuffix(target.Server.URL, "/"),
		operation.Path, target.Signer.SDKAppID(), url.QueryEscape(target.Identifier)))
}

// commandSnippet repeats the flags that the console was started with, except the server.
func (s *settings) commandSnippet(operation *api.Operation, target console.Target, request jsontext.Value) string {
	var flags strings.Builder
	add := func(flag, value string) {
		if value != "" {
			flags.WriteString(" --" + flag + " " + quoteShell(value))
		}
	}
	if target.Name == console.Sandbox {
		flags.WriteString(" --sandbox")
	} else {
		add("profile", s.profile)
		add("sdkappid", s.sdkAppID)
		add("identifier", s.identifier)
		add("server", target.Name)
	}
	return fmt.Sprintf("timsns call%s%s %s --data %s\n",
		s.service.flag(), flags.String(), operation.Command, quoteShell(string(escapeUnsafeJSON(request))))
}

// goSnippet returns a fragment of a function that has a client and a ctx and returns an error.
func goSnippet(operation *api.Operation, request jsontext.Value) string {
	literal := "`" + string(request) + "`"
	if !strconv.CanBackquote(string(request)) {
		literal = strconv.Quote(string(request))
	}
	return fmt.Sprintf(`var request gen.%[1]sRequest
if err := json.Unmarshal([]byte(%[2]s), &request); err != nil {
	return err
}
response, err := client.%[1]s(ctx, request)
`, operation.ID, literal)
}
