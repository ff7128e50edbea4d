package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// settings select the service and the caller. The secret key has no flag, since other users of the machine can see
// command lines.
type settings struct {
	service    *service
	sdkAppID   string
	identifier string
	server     string
	sandbox    bool
}

// sandboxVariable has the same effect as --sandbox.
const sandboxVariable = "TIMSNS_SANDBOX"

const secretKeyVariable = "TIMSNS_SECRET_KEY" //nolint:gosec // the name of the variable, not its value

func (s *settings) register(command *cobra.Command) {
	set := command.PersistentFlags()
	set.StringVar(&s.sdkAppID, "sdkappid", "", "the app's SDKAppID (TIMSNS_SDKAPPID)")
	set.StringVar(&s.identifier, "identifier", "", "the UserID of an app administrator (TIMSNS_IDENTIFIER)")
	set.StringVar(&s.server, "server", "", "the app's region, or a URL (TIMSNS_SERVER); regions: "+s.service.regions())
	set.BoolVar(&s.sandbox, "sandbox", false, "call the embedded sandbox, whatever credentials are set (TIMSNS_SANDBOX=1)")
	completeWith(command, "server", strings.Split(s.service.regions(), ", "))
}

// withEnvironment returns the settings, with environment variables for those that no flag has set.
func (s *settings) withEnvironment() settings {
	filled := *s
	fill := func(value *string, variable string) {
		if *value == "" {
			*value = os.Getenv(variable)
		}
	}
	fill(&filled.sdkAppID, "TIMSNS_SDKAPPID")
	fill(&filled.identifier, "TIMSNS_IDENTIFIER")
	fill(&filled.server, "TIMSNS_SERVER")
	isSet, _ := strconv.ParseBool(os.Getenv(sandboxVariable)) // any other text selects no sandbox
	filled.sandbox = filled.sandbox || isSet
	return filled
}

// connect returns a client for an operation, and a function that releases its resources.
func (s *settings) connect(
	operation *api.Operation, log io.Writer, options []rest.Option,
) (*rest.Client, func(), error) {
	given := s.withEnvironment()
	secretKey := os.Getenv(secretKeyVariable)
	switch {
	case given.sandbox:
		_, _ = fmt.Fprintf(log, "timsns: calling %s\n", s.service.sandboxName(operation))
		return s.service.connectSandbox(options)
	case given != (settings{service: s.service}), secretKey != "":
	case !operation.Idempotent: // a script whose secrets are missing must not succeed
		_, _, err := given.resolve(secretKey)
		return nil, nil, usagef(
			"%s changes data, so it needs credentials, or --sandbox to try it: %w", operation.Command, err)
	default:
		_, _ = fmt.Fprintf(log, "timsns: no credentials set: calling %s\n", s.service.sandboxName(operation))
		return s.service.connectSandbox(options)
	}
	server, credentials, err := given.resolve(secretKey)
	if err != nil {
		return nil, nil, err
	}
	client, err := s.service.newClient(server, credentials, options)
	return client, func() {}, err
}

// sandboxName names the sandbox that answers an operation in a note to the user.
func (s *service) sandboxName(operation *api.Operation) string {
	switch {
	case s.isEmbedded && sandbox.KeepsState(operation.ID):
		return "the embedded sandbox, which has sample data"
	case s.isEmbedded:
		return "the embedded sandbox, which answers from fixtures"
	}
	return "the embedded sandbox, which answers from the fixtures of " + s.file
}

func (s *service) connectSandbox(options []rest.Option) (*rest.Client, func(), error) {
	server, err := sandbox.Listen(sandbox.WithDocument(s.Document))
	if err != nil {
		return nil, nil, err
	}
	client, err := s.newClient(server.Endpoint, server.Credentials(), options)
	return client, func() { _ = server.Close() }, err
}

func (s *service) newClient(
	server rest.Server, credentials signer.Credentials, options []rest.Option,
) (*rest.Client, error) {
	sign, err := signer.New(credentials)
	if err != nil {
		return nil, usagef("%s", strings.ReplaceAll(err.Error(), "\n", "; ")) // one for each setting
	}
	client, err := rest.NewClient(server, sign, s.LookupCode, options...)
	if err != nil {
		return nil, usagef("--server: %w", err)
	}
	return client, nil
}

// resolve returns the server and the credentials, or an error that names all missing settings.
func (s *settings) resolve(secretKey string) (rest.Server, signer.Credentials, error) {
	var missing []string
	for _, setting := range []struct{ value, name string }{
		{s.sdkAppID, "--sdkappid or TIMSNS_SDKAPPID"},
		{s.identifier, "--identifier or TIMSNS_IDENTIFIER"},
		{s.server, "--server or TIMSNS_SERVER"},
		{secretKey, secretKeyVariable},
	} {
		if setting.value == "" {
			missing = append(missing, setting.name)
		}
	}
	if missing != nil {
		return rest.Server{}, signer.Credentials{}, usagef(
			"incomplete credentials: want also %s", strings.Join(missing, ", "))
	}
	sdkAppID, err := strconv.ParseUint(s.sdkAppID, 10, 32)
	if err != nil {
		return rest.Server{}, signer.Credentials{}, usagef(
			"--sdkappid or TIMSNS_SDKAPPID: want a number from 1 to 4294967295, got %q", s.sdkAppID)
	}
	server, err := s.service.findServer(s.server)
	return server, signer.Credentials{SDKAppID: uint32(sdkAppID), Identifier: s.identifier, SecretKey: secretKey}, err
}

func (s *service) findServer(name string) (rest.Server, error) {
	if strings.Contains(name, "://") {
		return rest.Server{URL: name}, nil
	}
	for _, server := range s.Servers() {
		if strings.EqualFold(server.Name, name) {
			return server, nil
		}
	}
	return rest.Server{}, usagef("--server or TIMSNS_SERVER: want a URL or one of %s, got %q", s.regions(), name)
}

func (s *service) regions() string {
	servers := s.Servers()
	names := make([]string, 0, len(servers))
	for _, server := range servers {
		names = append(names, server.Name)
	}
	return strings.Join(names, ", ")
}
