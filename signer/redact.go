package signer

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/timsns/timsns/internal/redaction"
)

// Format implements fmt.Formatter, so that no verb prints the credentials.
func (Credentials) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor any other format holds the credentials.
func (Credentials) MarshalText() ([]byte, error) { return []byte(redaction.Redacted), nil }

// LogValue implements slog.LogValuer, so that no log holds the credentials.
func (Credentials) LogValue() slog.Value { return slog.StringValue(redaction.Redacted) }

// Format implements fmt.Formatter, so that no verb prints what the signer holds.
func (*Signer) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, redaction.Redacted) }

// MarshalText implements encoding.TextMarshaler, so that neither JSON nor any other format holds what the signer does.
func (*Signer) MarshalText() ([]byte, error) { return []byte(redaction.Redacted), nil }

// LogValue implements slog.LogValuer, so that no log holds what the signer does.
func (*Signer) LogValue() slog.Value { return slog.StringValue(redaction.Redacted) }
