package signer

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"regexp"
	"strings"
	"sync"
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

// shortestPart is how many characters of a UserSig in a row are taken for a part of it. A text may have been cut
// within one, and its first half already holds the HMAC.
const shortestPart = 16

// redactor returns a func that replaces the UserSig of a query, and all parts of it, as it is and escaped. What it
// looks for is made when it is first needed, which hardly ever is.
func redactor(query string) func(text string) string {
	parts := sync.OnceValue(func() map[string]bool { return partsOf(query) })
	return func(text string) string {
		if len(text) < shortestPart {
			return text
		}
		return redactParts(text, parts())
	}
}

// bodyRedactor returns a func that replaces the UserSig of a query, and all parts of it, in a body that holds its
// beginning. Every reply passes it, so that it looks for nothing else.
func bodyRedactor(query string, redact func(string) string) func(body []byte) []byte {
	values, _ := url.ParseQuery(query) // of our own making
	userSig := values.Get("usersig")
	beginning := []byte(userSig[:min(shortestPart, len(userSig))])
	return func(body []byte) []byte {
		if len(beginning) < shortestPart || !bytes.Contains(body, beginning) {
			return body
		}
		return []byte(redact(string(body)))
	}
}

var escapes = regexp.MustCompile("%[0-9A-F]{2}")

// partsOf returns all that is shortestPart long of a query's UserSig and of what makes it secret, in each way to write it.
func partsOf(query string) map[string]bool {
	values, _ := url.ParseQuery(query) // of our own making
	userSig := values.Get("usersig")
	standard := strings.NewReplacer("*", "+", "-", "/", "_", "=").Replace(userSig)
	parts := map[string]bool{}
	for _, secret := range []string{userSig, standard, hmacOf(standard)} {
		escaped := url.QueryEscape(secret)
		for _, form := range []string{secret, escaped, escapes.ReplaceAllStringFunc(escaped, strings.ToLower)} {
			for i := 0; i+shortestPart <= len(form); i++ {
				parts[form[i:i+shortestPart]] = true
			}
		}
	}
	return parts
}

// hmacOf returns what a UserSig, in standard base64, holds as TLS.sig: all else in it is known to whoever may print it.
func hmacOf(standard string) string {
	packed := base64.NewDecoder(base64.StdEncoding, strings.NewReader(standard))
	unpacked, err := zlib.NewReader(packed)
	if err != nil {
		return ""
	}
	var content struct {
		Sig string `json:"TLS.sig"`
	}
	_ = json.NewDecoder(unpacked).Decode(&content) // without one there is nothing to hide
	return content.Sig
}

// redactParts replaces each run of parts that overlap.
func redactParts(text string, parts map[string]bool) string {
	var clean strings.Builder
	done := 0
	for i := 0; i+shortestPart <= len(text); i++ {
		if !parts[text[i:i+shortestPart]] {
			continue
		}
		clean.WriteString(text[done:i] + redacted)
		for i+shortestPart < len(text) && parts[text[i+1:i+1+shortestPart]] {
			i++
		}
		done = i + shortestPart
		i = done - 1
	}
	clean.WriteString(text[done:])
	return clean.String()
}
