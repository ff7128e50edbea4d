package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/signer"
)

const userSigHelp = `Print a UserSig for a user of the app, by default for the administrator. It is alone on
standard output, for $(timsns usersig alice). Whoever has it can act for that user until it
expires.

With --verify, say instead what is wrong with a UserSig: whether it is malformed, has
expired, is of another app or user, or was signed with another key. Other users of the
machine can see command lines, so --verify - is safer.

The app and its key are those of timsns call: --sdkappid, TIMSNS_SDKAPPID and
TIMSNS_SECRET_KEY.

`

var userSigStatuses = []exitStatus{
	{exitSuccess, "the UserSig was printed, or the one of --verify is valid"},
	{exitFailure, "the UserSig of --verify is not valid"},
	{exitUsage, "the command line or the settings are invalid"},
	{exitOutput, "the result cannot be written to standard output"},
}

func newUserSigCommand(settings *settings, streams streams) *cobra.Command {
	expire, verify := 24*time.Hour, ""
	command := &cobra.Command{
		Use:   "usersig [USERID]",
		Short: "Make a UserSig, or say what is wrong with one",
		Long:  userSigHelp + statusHelp(userSigStatuses),
		Example: `  timsns usersig alice --expire 168h
  pbpaste | timsns usersig alice --verify -`,
		RunE: func(command *cobra.Command, arguments []string) error {
			given, err := settings.ofUser(arguments)
			if err != nil {
				return err
			}
			if command.Flags().Changed("verify") {
				return given.verifyUserSig(command.Context(), verify, streams)
			}
			return given.printUserSig(command.Context(), expire, streams.out)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	settings.registerApp(command)
	command.Flags().DurationVar(&expire, "expire", expire, "how long the UserSig is valid")
	command.Flags().StringVar(&verify, "verify", "", "the `USERSIG` to check, or - for standard input")
	return command
}

// ofUser returns the complete settings, with the user whom the arguments name in place of the administrator.
func (s *settings) ofUser(arguments []string) (settings, error) {
	if len(arguments) > 1 {
		return *s, usagef("want one USERID, got %d", len(arguments))
	}
	given, err := s.complete()
	if len(arguments) == 1 {
		given.identifier = arguments[0]
	}
	return given, err
}

func (s *settings) printUserSig(ctx context.Context, lifetime time.Duration, out io.Writer) error {
	if err := s.want(&s.sdkAppID, &s.identifier, &s.secretKey); err != nil {
		return err
	}
	credentials, err := s.credentials()
	if err != nil {
		return err
	}
	sign, err := newSigner(credentials, signer.WithLifetime(lifetime))
	if err != nil {
		return err
	}
	signature, err := sign.Sign(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, signature.UserSig)
	return err
}

// longestUserSig is far more than any UserSig has.
const longestUserSig = 64 << 10

func (s *settings) verifyUserSig(ctx context.Context, text string, streams streams) error {
	if err := s.want(&s.sdkAppID, &s.secretKey); err != nil {
		return err
	}
	credentials, err := s.credentials()
	if err != nil {
		return err
	}
	if text == "-" {
		if text, err = readUserSig(ctx, streams.in); err != nil {
			return err
		}
	}
	description, problems := checkUserSig(strings.TrimSpace(text), credentials, time.Now())
	var report strings.Builder
	report.WriteString(description)
	for _, problem := range problems {
		report.WriteString("invalid: " + escapeUnsafe(problem) + "\n")
	}
	if _, err := io.WriteString(streams.out, report.String()); err != nil {
		return err
	}
	if problems != nil {
		return errPrinted
	}
	return nil
}

func readUserSig(ctx context.Context, in io.Reader) (text string, err error) {
	err = untilInterrupt(ctx, func() error {
		read, err := io.ReadAll(io.LimitReader(in, longestUserSig))
		text = string(read)
		return err
	})
	if err != nil {
		return "", usagef("reading standard input: %w", err)
	}
	return text, nil
}
