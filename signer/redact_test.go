package signer_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/signer"
)

var verbs = []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%10v", "%-40s"}

func TestCredentialsAndSigner_printAsRedacted(t *testing.T) {
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	for name, value := range map[string]any{"credentials": credentials, "pointer to credentials": &credentials, "signer": sign} {
		t.Run(name, func(t *testing.T) {
			for _, verb := range verbs {
				assert.Equal(t, "REDACTED", fmt.Sprintf(verb, value), verb)
			}
			text, err := json.Marshal(value)
			require.NoError(t, err)
			assert.Equal(t, `"REDACTED"`, string(text))
			for _, log := range logs(value) {
				assert.Contains(t, log, "REDACTED")
				assert.NotContains(t, log, key)
			}
		})
	}
}

func logs(value any) []string {
	var text, lines bytes.Buffer
	slog.New(slog.NewTextHandler(&text, nil)).Info("m", "value", value)
	slog.New(slog.NewJSONHandler(&lines, nil)).Info("m", "value", value)
	return []string{text.String(), lines.String()}
}

// nested has unexported fields, on which package fmt cannot call methods.
type nested struct {
	sign      *signer.Signer
	transport http.RoundTripper
	Inner     *nested
}

func TestSigner_isRedactedInsideOtherValues(t *testing.T) {
	sign, err := signer.New(credentials)
	require.NoError(t, err)
	var sent *http.Request
	transport, err := sign.Transport(recorder(&sent), "https://127.0.0.1")
	require.NoError(t, err)
	_, err = transport.RoundTrip(newRequest(t, "https://127.0.0.1/")) // so that a UserSig is in memory
	require.NoError(t, err)
	userSig := sent.URL.Query().Get("usersig")
	require.NotEmpty(t, userSig)
	holder := nested{sign, transport, &nested{sign: sign, transport: transport}}
	for _, value := range []any{transport, holder, &holder, []any{holder}, map[string]any{"a": transport}} {
		for _, verb := range verbs {
			text := fmt.Sprintf(verb, value)
			assert.NotContains(t, text, key, verb)
			assert.NotContains(t, text, userSig, verb)
		}
	}
}
