package origin_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/origin"
)

func TestParse(t *testing.T) {
	tests := map[string]struct{ base, want string }{
		"a region":                {"https://adminapisgp.im.qcloud.com", ""},
		"with port and path":      {"https://example.com:8443/im", ""},
		"loopback by address":     {"http://127.0.0.1:8080", ""},
		"loopback by another":     {"http://127.1.2.3", ""},
		"loopback of IPv6":        {"http://[::1]:8080", ""},
		"loopback by name":        {"http://LOCALHOST:8080", ""},
		"nothing":                 {"", "without scheme or host"},
		"no scheme":               {"adminapisgp.im.qcloud.com", "without scheme or host"},
		"no host":                 {"https://:443", "without scheme or host"},
		"not a URL":               {"https://a b/secret", "cannot be parsed"},
		"http to the world":       {"http://example.com", "want https, or http on loopback, got http://example.com"},
		"a name like loopback":    {"http://127.0.0.1.example.com", "want https"},
		"an address of a network": {"http://192.168.0.1", "want https"},
		"another scheme":          {"ftp://localhost", "want https"},
		"a password":              {"https://user:secret@example.com", "user information"},
		"a query":                 {"https://example.com?usersig=secret", "query"},
		"an empty query":          {"https://example.com?", "query"},
		"a fragment":              {"https://example.com#secret", "fragment"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := origin.Parse(test.base)
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.want)
			assert.NotContains(t, err.Error(), "secret")
		})
	}
}

func TestSet_Check(t *testing.T) {
	set, err := origin.NewSet("https://Example.com/im", "http://localhost", "http://[::1]:8080")
	require.NoError(t, err)
	for address, want := range map[string]string{
		"https://example.com/a?b#c":    "",
		"https://EXAMPLE.com:443":      "",
		"http://LOCALHOST:80":          "",
		"http://[::1]:8080":            "",
		"https://example.com:444":      "want one of the servers http://[::1]:8080, http://localhost:80, https://example.com:443",
		"http://example.com/?secret=1": "http://example.com: want https, or http on loopback",
		"http://127.0.0.1":             "want one of the servers",
	} {
		u, err := url.Parse(address)
		require.NoError(t, err)
		if want == "" {
			require.NoError(t, set.Check(u), address)
			continue
		}
		require.ErrorContains(t, set.Check(u), want, address)
		assert.NotContains(t, set.Check(u).Error(), "secret")
	}
}

func TestNewSet_refusesOtherServers(t *testing.T) {
	_, err := origin.NewSet()
	require.ErrorContains(t, err, "want the servers to sign for, got none")
	_, err = origin.NewSet("https://localhost", "http://example.com")
	assert.ErrorContains(t, err, "server 2: want https, or http on loopback")
}
