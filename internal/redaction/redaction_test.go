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
