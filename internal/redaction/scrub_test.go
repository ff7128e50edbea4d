package redaction_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/redaction"
)

func TestScrub(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a query":                      {"https://h/p?usersig=SIG&random=1", "https://h/p?usersig=REDACTED&random=1"},
		"no question mark":             {"/v4/sns/group_get&usersig=SIG", "/v4/sns/group_get&usersig=REDACTED"},
		"an escaped question mark":     {"group_get%3Fusersig=SIG", "group_get%3Fusersig=REDACTED"},
		"a part of the path":           {"/group_get/usersig=SIG", "/group_get/usersig=REDACTED"},
		"an escape that is none":       {"?usersig=SIG%zz", "?usersig=REDACTED"},
		"a semicolon before":           {"?a=1;usersig=SIG;b=2", "?a=1;usersig=REDACTED;b=2"},
		"another case":                 {"?UserSig=SIG", "?UserSig=REDACTED"},
		"a fragment":                   {"/p#usersig=SIG", "/p#usersig=REDACTED"},
		"an escaped equals sign":       {"?usersig%3dSIG", "?usersig%3dREDACTED"},
		"an equals sign escaped twice": {"?usersig%253DSIG", "?usersig%253DREDACTED"},
		"an escaped letter":            {"?%55ser%73ig=SIG", "?%55ser%73ig=REDACTED"},
		"two of them":                  {"?usersig=SIG&usersig=SIG", "?usersig=REDACTED&usersig=REDACTED"},
		"white space behind":           {"usersig=SIG behind", "usersig=REDACTED behind"},
		"none":                         {"?identifier=usersig", "?identifier=usersig"},
		"an empty one":                 {"?usersig=&random=1", "?usersig=&random=1"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, redaction.Scrub(test.text)) })
	}
}

// FuzzScrub holds that no text around a UserSig keeps it from being found.
func FuzzScrub(f *testing.F) {
	for _, seed := range []string{"https://h/v4/sns/group_get?", "group_get%3F", "/v4/sns/group_get&", "?a=%zz;", "#", "\xff", "usersig="} {
		f.Add(seed, "&random=1")
		f.Add(seed, "%zz")
	}
	const secret = "<secret>"
	f.Fuzz(func(t *testing.T, before, behind string) {
		if strings.Contains(before+behind, secret) {
			return
		}
		scrubbed := redaction.Scrub(before + "usersig=" + secret + behind)
		assert.NotContains(t, scrubbed, secret)
		assert.Equal(t, scrubbed, redaction.Scrub(scrubbed), "once is enough")
	})
}
