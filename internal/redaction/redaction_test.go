package redaction_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/redaction"
)

func TestAUserSigIsRedactedHoweverItIsEscaped(t *testing.T) {
	const secret = "abc*def*ghi*jkl*mno*pqr*stu*vwx*yz"
	redact := redaction.OfQuery("usersig=" + url.QueryEscape(secret))
	for _, form := range []string{secret, url.QueryEscape(secret), strings.ReplaceAll(secret, "*", "%2a")} {
		assert.Equal(t, "<REDACTED>", redact("<"+form+">"), form)
	}
}

func TestAUserSigIsFoundInWhatIsNoQuery(t *testing.T) {
	const secret = "abc*def*ghi*jkl*mno*pqr*stu*vwx*yz"
	for name, address := range map[string]string{
		"an ampersand for a question mark": "https://h/v4/sns/group_get&sdkappid=1&usersig=" + secret,
		"an escape that is none behind":    "sdkappid=1&usersig=" + secret + "%zz",
		"an escape that is none before":    "a=%zz&usersig=" + secret,
		"a semicolon":                      "a=1;usersig=" + secret,
		"another case":                     "UserSig=" + secret,
		"a fragment":                       "https://h/v4/sns/group_get#usersig=" + secret,
		"an escaped equals sign":           "usersig%3d" + secret,
		"the second of two":                "usersig=x&usersig=" + secret,
		"a mixture of escapes":             "usersig=" + strings.ReplaceAll(url.QueryEscape(secret), "%2A", "%2a"),
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, "<REDACTED>", redaction.OfQuery(address)("<"+secret+">"))
		})
	}
}
