package signer

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPartsOfAUserSigAreRedacted(t *testing.T) {
	signer, _ := newCounted(t)
	signature, err := signer.sign()
	require.NoError(t, err)
	secret := userSig(t, signer)
	escaped := url.QueryEscape(secret)
	middle := secret[20 : len(secret)-20]
	for text, want := range map[string]string{
		"":                                 "",
		"nothing to hide, however long it": "nothing to hide, however long it",
		secret:                             "REDACTED",
		"a " + secret + " b " + escaped:    "a REDACTED b REDACTED",
		secret + secret:                    "REDACTEDREDACTED",
		secret[:40] + "… cut":              "REDACTED… cut",
		"cut …" + secret[40:]:              "cut …REDACTED",
		"\"" + middle + "\"":               "\"REDACTED\"",
		strings.ToLower("%2A%2A%2A%2A"):    "%2a%2a%2a%2a",
		secret[:16]:                        "REDACTED",
		secret[:15]:                        secret[:15],
	} {
		assert.Equal(t, want, signature.redact(text), text)
	}
}

func TestABodyThatRepeatsAUserSigIsRedacted(t *testing.T) {
	signer, _ := newCounted(t)
	signature, err := signer.sign()
	require.NoError(t, err)
	secret := userSig(t, signer)
	for body, want := range map[string]string{
		"":                                 "",
		"nothing to hide, however long it": "nothing to hide, however long it",
		`{"Info":"` + secret + `"}`:        `{"Info":"REDACTED"}`,
		secret[:60] + "\n" + secret[60:]:   "REDACTED\nREDACTED",
		secret[:16]:                        "REDACTED",
		secret[20:]:                        secret[20:], // bodies are searched for the beginning alone
	} {
		assert.Equal(t, want, string(signature.clean([]byte(body))))
	}
}
