package signer

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/timsns/timsns/internal/redaction"
)

// Format implements fmt.Formatter, so that no verb prints the credentials.
func (Credentials) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor another text format contains the credentials.
func (Credentials) MarshalText() ([]byte, error) { return []byte(redaction.Redacted), nil }

// LogValue implements slog.LogValuer, so that no log contains the credentials.
func (Credentials) LogValue() slog.Value { return slog.StringValue(redaction.Redacted) }

// Format implements fmt.Formatter, so that no verb prints the signer's credentials or UserSig.
func (*Signer) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor another text format contains the credentials.
func (*Signer) MarshalText() ([]byte, error) { return []byte(redaction.Redacted), nil }

// LogValue implements slog.LogValuer, so that no log contains the signer's credentials or UserSig.
func (*Signer) LogValue() slog.Value { return slog.StringValue(redaction.Redacted) }
