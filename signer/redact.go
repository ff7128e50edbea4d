package signer

import (
	"fmt"
	"io"
	"log/slog"
)

// redacted is what stands wherever credentials would be printed.
const redacted = "REDACTED"

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
