package main

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/signer"
)

// encode returns content in the form of a UserSig.
func encode(t *testing.T, content string) string {
	t.Helper()
	var compressed bytes.Buffer
	writer := zlib.NewWriter(&compressed)
	_, err := writer.Write([]byte(content))
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	text := base64.StdEncoding.EncodeToString(compressed.Bytes())
	return strings.NewReplacer("+", "*", "/", "-", "=", "_").Replace(text)
}

func TestCheckUserSig_saysWhatIsWrong(t *testing.T) {
	synctest.Test(t, testCheckUserSig) // so that all of it happens in one second
}

func testCheckUserSig(t *testing.T) {
	credentials := signer.Credentials{SDKAppID: 1400000000, Identifier: "alice", SecretKey: "key"}
	sign := func(app int, key, userID string) string {
		userSig, err := tencentyun.GenUserSig(app, key, userID, 3600)
		require.NoError(t, err)
		return userSig
	}
	valid := sign(1400000000, "key", "alice")
	buffered, err := tencentyun.GenUserSigWithBuf(1400000000, "key", "alice", 3600, []byte{1})
	require.NoError(t, err)
	now := time.Now()
	const otherKey = "the secret key did not sign it"
	const malformed = "it is malformed: its beginning or end is missing"
	for name, test := range map[string]struct {
		userSig string
		now     time.Time
		want    []string
	}{
		"a valid one":              {valid, now, nil},
		"an expired one":           {valid, now.Add(3 * time.Hour), []string{"it expired 2h0m0s ago"}},
		"one of the future":        {valid, now.Add(-time.Hour), []string{"it was issued 1h0m0s from now: a clock is wrong"}},
		"one of another app":       {sign(7, "key", "alice"), now, []string{"it is of app 7, not of 1400000000"}},
		"one of another user":      {sign(1400000000, "key", "bob"), now, []string{`it is of user "bob", not of "alice"`}},
		"one of another key":       {sign(1400000000, "other", "alice"), now, []string{otherKey}},
		"one with several defects": {sign(7, "other", "bob"), now, []string{"it is of app 7", `it is of user "bob"`, otherKey}},
		"one of another product":   {buffered, now, []string{"it has a userbuf"}},
		"an empty one":             {"", now, []string{"it is empty"}},
		"an escaped one":           {"eJy%2A", now, []string{"it is escaped for a URL (%): decode it first"}},
		"one without its end":      {valid[:len(valid)-1], now, []string{"it is malformed: a character is missing"}},
		"one without its half":     {valid[:len(valid)/8*4], now, []string{malformed}},
		"something else":           {encode(t, "text"), now, []string{malformed}},
		"an old version":           {encode(t, `{"TLS.ver":"1.0"}`), now, []string{malformed}},
	} {
		_, problems := checkUserSig(test.userSig, credentials, test.now)
		require.Len(t, problems, len(test.want), name)
		for i, want := range test.want {
			assert.Contains(t, problems[i], want, name)
		}
	}
}
