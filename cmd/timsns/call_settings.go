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
	secretKey  string
	profile    string
	sandbox    bool
}

// sandboxVariable has the same effect as --sandbox.
const sandboxVariable = "TIMSNS_SANDBOX"

// The variables for the secret key, and for a file that has it, as containers get it.
const (
	secretKeyVariable     = "TIMSNS_SECRET_KEY"      //nolint:gosec // the name of the variable, not its value
	secretKeyFileVariable = "TIMSNS_SECRET_KEY_FILE" //nolint:gosec // as above
)

func (s *settings) register(command *cobra.Command) {
	s.registerApp(command)
	s.registerServer(command)
	command.PersistentFlags().BoolVar(&s.sandbox, "sandbox", false, "call the embedded sandbox, whatever credentials are set (TIMSNS_SANDBOX=1)")
}

func (s *settings) registerServer(command *cobra.Command) {
	command.PersistentFlags().StringVar(
		&s.server, "server", "", "the app's region, or a URL (TIMSNS_SERVER); regions: "+s.service.regions())
	completeWith(command, "server", strings.Split(s.service.regions(), ", "))
}

// registerApp registers the flags for the app and its administrator.
func (s *settings) registerApp(command *cobra.Command) {
	set := command.PersistentFlags()
	set.StringVar(&s.sdkAppID, "sdkappid", "", "the app's SDKAppID (TIMSNS_SDKAPPID)")
	set.StringVar(&s.identifier, "identifier", "", "the UserID of an app administrator (TIMSNS_IDENTIFIER)")
}

// appFlags returns the flags for the app and its administrator that were given, for another command line.
func (s *settings) appFlags() (flags []string) {
	for _, flag := range [][2]string{{"--profile", s.profile}, {"--sdkappid", s.sdkAppID}, {"--identifier", s.identifier}} {
		if flag[1] != "" {
			flags = append(flags, flag[:]...)
		}
	}
	return flags
}

// complete returns the settings, with environment variables for those that no flag has set, and the values of a profile
// for the rest.
func (s *settings) complete() (settings, error) {
	filled := *s
	for setting, variable := range map[*string]string{
		&filled.sdkAppID:   "TIMSNS_SDKAPPID",
		&filled.identifier: "TIMSNS_IDENTIFIER",
		&filled.server:     "TIMSNS_SERVER",
		&filled.secretKey:  secretKeyVariable,
		&filled.profile:    profileVariable,
	} {
		if *setting == "" {
			*setting = os.Getenv(variable)
		}
	}
	if file := os.Getenv(secretKeyFileVariable); filled.secretKey == "" && file != "" {
		text, err := readPrivate(file)
		if err != nil {
			return filled, usagef("%s: %w", secretKeyFileVariable, err)
		}
		filled.secretKey = trimLineBreak(text)
	}
	return filled, filled.addProfile()
}

// isSandbox reports whether the embedded sandbox is to be called.
func (s *settings) isSandbox() bool {
	isSet, _ := strconv.ParseBool(os.Getenv(sandboxVariable)) // any other text selects no sandbox
	return s.sandbox || isSet
}

// connect returns a client for an operation, and a function that releases its resources.
func (s *settings) connect(
	operation *api.Operation, log io.Writer, options []rest.Option,
) (*rest.Client, func(), error) {
	if s.isSandbox() {
		_, _ = fmt.Fprintf(log, "timsns: calling %s\n", s.service.sandboxName(operation))
		return s.service.connectSandbox(options)
	}
	given, err := s.complete()
	switch {
	case err != nil:
		return nil, nil, err
	case given != (settings{service: s.service}):
	case !operation.Idempotent: // a script whose secrets are missing must not succeed
		_, _, err := given.resolve()
		return nil, nil, usagef(
			"%s changes data, so it needs credentials, or --sandbox to try it: %w", operation.Command, err)
	default:
		_, _ = fmt.Fprintf(log, "timsns: no credentials set: calling %s\n", s.service.sandboxName(operation))
		return s.service.connectSandbox(options)
	}
	server, credentials, err := given.resolve()
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
	sign, err := newSigner(credentials)
	if err != nil {
		return nil, err
	}
	client, err := rest.NewClient(server, sign, s.LookupCode, options...)
	if err != nil {
		return nil, usagef("--server: %w", err)
	}
	return client, nil
}

// newSigner returns a usage error that names each invalid setting.
func newSigner(credentials signer.Credentials, options ...signer.Option) (*signer.Signer, error) {
	sign, err := signer.New(credentials, options...)
	if err != nil {
		return nil, usagef("%s", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	return sign, nil
}

// resolve returns the server and the credentials, or an error that names all missing settings.
func (s *settings) resolve() (rest.Server, signer.Credentials, error) {
	if err := s.want(&s.sdkAppID, &s.identifier, &s.server, &s.secretKey); err != nil {
		return rest.Server{}, signer.Credentials{}, err
	}
	credentials, err := s.credentials()
	if err != nil {
		return rest.Server{}, signer.Credentials{}, err
	}
	server, err := s.service.findServer(s.server)
	return server, credentials, err
}

// want returns an error that names which of the settings are not set.
func (s *settings) want(settings ...*string) error {
	names := map[*string]string{
		&s.sdkAppID:   "--sdkappid or TIMSNS_SDKAPPID",
		&s.identifier: "--identifier or TIMSNS_IDENTIFIER",
		&s.server:     "--server or TIMSNS_SERVER",
		&s.secretKey:  secretKeyVariable + " or " + secretKeyFileVariable,
	}
	var missing []string
	for _, setting := range settings {
		if *setting == "" {
			missing = append(missing, names[setting])
		}
	}
	if missing != nil {
		return usagef("incomplete credentials: want also %s", strings.Join(missing, ", "))
	}
	return nil
}

func (s *settings) credentials() (signer.Credentials, error) {
	sdkAppID, err := strconv.ParseUint(s.sdkAppID, 10, 32)
	if err != nil {
		return signer.Credentials{}, usagef(
			"--sdkappid or TIMSNS_SDKAPPID: want a number from 1 to 4294967295, got %q", s.sdkAppID)
	}
	return signer.Credentials{SDKAppID: uint32(sdkAppID), Identifier: s.identifier, SecretKey: s.secretKey}, nil
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
