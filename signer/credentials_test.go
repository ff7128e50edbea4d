package signer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/signer"
)

// key is a made-up key in the vendor's form: 64 hexadecimal digits.
const key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

var credentials = signer.Credentials{SDKAppID: 1400000000, Identifier: "administrator", SecretKey: key}

func TestNew_namesTheWrongField(t *testing.T) {
	tests := map[string]struct {
		change func(*signer.Credentials)
		want   string
	}{
		"no app":                       {func(c *signer.Credentials) { c.SDKAppID = 0 }, "Credentials.SDKAppID: want the number of the app"},
		"no identifier":                {func(c *signer.Credentials) { c.Identifier = "" }, "Credentials.Identifier: want the UserID of an app administrator, got an empty string"},
		"an identifier of 33 bytes":    {func(c *signer.Credentials) { c.Identifier = strings.Repeat("a", 33) }, "33 bytes, which is more than 32"},
		"an identifier of two lines":   {func(c *signer.Credentials) { c.Identifier = "a\nTLS.sdkappid:1" }, "characters other than printable ASCII"},
		"an identifier beyond ASCII":   {func(c *signer.Credentials) { c.Identifier = "管理员" }, "characters other than printable ASCII"},
		"an identifier with a blank":   {func(c *signer.Credentials) { c.Identifier = "administrator " }, "starts or ends with a blank"},
		"no key":                       {func(c *signer.Credentials) { c.SecretKey = "" }, "Credentials.SecretKey: want the app's secret key, got an empty string"},
		"a key with a file's line end": {func(c *signer.Credentials) { c.SecretKey += "\n" }, "such as the line break at the end of a file"},
		"an identifier in quotes":      {func(c *signer.Credentials) { c.Identifier = `"administrator"` }, "which is in quotes"},
		"a key in quotes":              {func(c *signer.Credentials) { c.SecretKey = "'" + key + "'" }, "got one in quotes"},
		"a key with a blank":           {func(c *signer.Credentials) { c.SecretKey = "a b" }, "one with white space"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			faulty := credentials
			test.change(&faulty)
			_, err := signer.New(faulty)
			require.ErrorContains(t, err, test.want)
			assert.NotContains(t, err.Error(), key)
		})
	}
}

func TestNew_namesAllWrongFields(t *testing.T) {
	_, err := signer.New(signer.Credentials{})
	for _, field := range []string{"SDKAppID", "Identifier", "SecretKey"} {
		assert.ErrorContains(t, err, "Credentials."+field)
	}
}

func TestNew_acceptsTheLongestAndShortest(t *testing.T) {
	for _, identifier := range []string{"a", strings.Repeat("a", 32), "a b", "~!@#$%^&*()_+"} {
		_, err := signer.New(signer.Credentials{SDKAppID: 1, Identifier: identifier, SecretKey: "k"})
		assert.NoError(t, err, identifier)
	}
}
