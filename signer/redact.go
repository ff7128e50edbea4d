package signer

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net/url"

	"github.com/timsns/timsns/internal/redaction"
)

// redacted is what stands wherever credentials would be printed.
const redacted = redaction.Redacted

// Format implements fmt.Formatter, so that no verb prints the credentials.
func (Credentials) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor any other format holds the credentials.
func (Credentials) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue implements slog.LogValuer, so that no log holds the credentials.
func (Credentials) LogValue() slog.Value { return slog.StringValue(redacted) }

// Format implements fmt.Formatter, so that no verb prints what the signer holds.
func (*Signer) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor any other format holds what the signer does.
func (*Signer) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue implements slog.LogValuer, so that no log holds what the signer does.
func (*Signer) LogValue() slog.Value { return slog.StringValue(redacted) }

// bodyRedactor returns a func that replaces the UserSig of a query, and all parts of it, in a body that holds its
// beginning. Every reply passes it, so that it looks for nothing else.
func bodyRedactor(query string, redact func(string) string) func(body []byte) []byte {
	values, _ := url.ParseQuery(query) // of our own making
	userSig := values.Get("usersig")
	beginning := []byte(userSig[:min(redaction.ShortestPart, len(userSig))])
	return func(body []byte) []byte {
		if len(beginning) < redaction.ShortestPart || !bytes.Contains(body, beginning) {
			return body
		}
		return []byte(redact(string(body)))
	}
}
