package redaction_test

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/redaction"
)

const userSig = "eAEArwBQ-3siV*xU*abc*def*ghi*jkl*mno*pqr*stu"

func TestText(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"the whole UserSig":           {"<" + userSig + ">", "<REDACTED>"},
		"escaped":                     {"<" + url.QueryEscape(userSig) + ">", "<REDACTED>"},
		"escaped in lower case":       {"<" + strings.ReplaceAll(userSig, "*", "%2a") + ">", "<REDACTED>"},
		"cut off at its end":          {"<" + userSig[:20] + ">", "<REDACTED>"},
		"cut off within an escape":    {"<" + strings.ReplaceAll(userSig[:18], "*", "%2A") + "%2", "<REDACTED%2"},
		"at the end of the text":      {"usersig=" + userSig, "usersig=REDACTED"},
		"twice":                       {userSig + userSig, "REDACTEDREDACTED"},
		"after its own first letters": {userSig[:8] + userSig, userSig[:8] + "REDACTED"},
		"the start of all UserSigs":   {"<" + userSig[:15] + ">", "<" + userSig[:15] + ">"},
		"another text":                {"an error", "an error"},
		"no text":                     {"", ""},
		"its first letters alone":     {userSig[:10], userSig[:10]},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, redaction.Text(test.text, userSig)) })
	}
	assert.Equal(t, "text", redaction.Text("text", ""), "without a UserSig")
}

func TestBody_returnsTheSameBytesIfThereIsNothingToReplace(t *testing.T) {
	body := []byte(`{"ErrorCode":0}`)
	assert.Same(t, &body[0], &redaction.Body(body, userSig)[0])
}

type hiding struct{ error }

func (hiding) Error() string   { return "something went wrong" }
func (h hiding) Unwrap() error { return h.error }

func TestError(t *testing.T) {
	secret := fmt.Errorf("malformed response %q: %w", userSig, io.ErrUnexpectedEOF)
	for name, err := range map[string]error{
		"in its text":               secret,
		"in an error that it wraps": hiding{secret},
		"in one of several":         fmt.Errorf("%w and %w", io.EOF, secret),
	} {
		t.Run(name, func(t *testing.T) {
			redacted := redaction.Error(err, userSig)
			assert.NotContains(t, fmt.Sprintf("%v %+v %#v", redacted, redacted, redacted), userSig)
			assert.ErrorIs(t, redacted, io.ErrUnexpectedEOF)
			assert.NoError(t, errors.Unwrap(redacted), "no error with the secret can be unwrapped")
		})
	}
	assert.Equal(t, io.EOF, redaction.Error(io.EOF, userSig), "an error without a secret is returned unchanged")
	assert.NoError(t, redaction.Error(nil, userSig))
}

func TestURL(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a query":                      {"https://h/p?usersig=SIG&random=1", "https://h/p?usersig=REDACTED&random=1"},
		"no question mark":             {"/v4/sns/group_get&usersig=SIG", "/v4/sns/group_get&usersig=REDACTED"},
		"an escaped question mark":     {"group_get%3Fusersig=SIG", "group_get%3Fusersig=REDACTED"},
		"a part of the path":           {"/group_get/usersig=SIG", "/group_get/usersig=REDACTED"},
		"an invalid escape":            {"?usersig=SIG%zz", "?usersig=REDACTED"},
		"a semicolon before":           {"?a=1;usersig=SIG;b=2", "?a=1;usersig=REDACTED;b=2"},
		"another case":                 {"?UserSig=SIG", "?UserSig=REDACTED"},
		"a fragment":                   {"/p#usersig=SIG", "/p#usersig=REDACTED"},
		"an escaped equals sign":       {"?usersig%3dSIG", "?usersig%3dREDACTED"},
		"an equals sign escaped twice": {"?usersig%253DSIG", "?usersig%253DREDACTED"},
		"two of them":                  {"?usersig=SIG&usersig=SIG", "?usersig=REDACTED&usersig=REDACTED"},
		"white space behind":           {"usersig=SIG behind", "usersig=REDACTED behind"},
		"no parameter":                 {"?identifier=usersig", "?identifier=usersig"},
		"an empty value":               {"?usersig=&random=1", "?usersig=&random=1"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, redaction.URL(test.text)) })
	}
}

func TestUserSig(t *testing.T) {
	for name, address := range map[string]string{
		"a query":                          "https://h/v4/sns/group_get?sdkappid=1&usersig=" + userSig + "&random=1",
		"escaped":                          "?usersig=" + url.QueryEscape(userSig),
		"an ampersand for a question mark": "https://h/v4/sns/group_get&sdkappid=1&usersig=" + userSig,
		"an invalid escape before":         "a=%zz&usersig=" + userSig,
		"another case":                     "UserSig=" + userSig,
		"an escaped equals sign":           "usersig%3d" + userSig,
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, userSig, redaction.UserSig(address)) })
	}
	assert.Empty(t, redaction.UserSig("?random=1"))
}

// FuzzURL checks that a UserSig is found in any text around it.
func FuzzURL(f *testing.F) {
	for _, seed := range []string{"https://h/v4/sns/group_get?", "group_get%3F", "/v4/sns/group_get&", "?a=%zz;", "#", "\xff", "usersig="} {
		f.Add(seed, "&random=1")
		f.Add(seed, "%zz")
	}
	const secret = "<secret>"
	f.Fuzz(func(t *testing.T, before, behind string) {
		if strings.Contains(before+behind, secret) {
			return
		}
		clean := redaction.URL(before + "usersig=" + secret + behind)
		assert.NotContains(t, clean, secret)
		assert.Equal(t, clean, redaction.URL(clean), "once is enough")
	})
}

// FuzzBody checks that all of the UserSig is removed, and that all other text is kept.
func FuzzBody(f *testing.F) {
	f.Add("before ", " behind", 44)
	f.Add(userSig[:9], "", 16)
	f.Fuzz(func(t *testing.T, before, behind string, length int) {
		if length < 16 || length > len(userSig) {
			return
		}
		clean := redaction.Text(before+userSig[:length]+behind, userSig)
		assert.NotContains(t, clean, userSig[:16])
		assert.Contains(t, clean, redaction.Redacted)
	})
}
