package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// examine runs doctor with a sandbox's credentials, and returns the exit status and what it printed.
func examine(t *testing.T, credentials signer.Credentials, arguments ...string) (int, string) {
	t.Helper()
	t.Setenv("TIMSNS_SDKAPPID", "1400000000")
	t.Setenv("TIMSNS_IDENTIFIER", credentials.Identifier)
	t.Setenv("TIMSNS_SECRET_KEY", credentials.SecretKey)
	var out strings.Builder
	status := runContext(t.Context(), append([]string{"doctor"}, arguments...), streams{out: &out, err: t.Output()})
	assert.NotContains(t, out.String(), credentials.SecretKey)
	return status, out.String()
}

func TestDoctor_comparesClocks(t *testing.T) {
	service := sandbox.Start(t)
	for name, test := range map[string]struct {
		wrong  time.Duration // the server's clock
		status int
		want   string
	}{
		"equal clocks":            {0, exitSuccess, "ok    clock        it agrees with the server's"},
		"a server a little ahead": {5 * time.Minute, exitSuccess, `warn  clock        it is (5m0s|4m\d+s) behind the server's: set it`},
		"a server far behind":     {-30 * time.Hour, exitFailure, `fail  clock        it is 30h0m\d+s ahead of the server's: set it`},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Date", time.Now().Add(test.wrong).UTC().Format(http.TimeFormat))
				service.ServeHTTP(w, r)
			}))
			defer server.Close()
			service.AddAccounts("administrator")
			status, printed := examine(t, service.Credentials(), "--server", server.URL)
			assert.Equal(t, test.status, status, printed)
			assert.Regexp(t, test.want, printed)
			assert.Contains(t, printed, "ok    call         black_list_check succeeds")
		})
	}
}

func TestDoctor_findsTheRegion(t *testing.T) {
	service := sandbox.Start(t)
	wrong := sandbox.Start(t, sandbox.WithCredentials(signer.Credentials{
		SDKAppID: 1500000000, Identifier: "administrator", SecretKey: "key",
	}))
	// Each region has no host, but for two of them.
	document := regexp.MustCompile(`https://(adminapi|console)[a-z.-]+\b`).ReplaceAllStringFunc(string(timsns.Document),
		func(host string) string {
			switch host {
			case "https://adminapisgp.im.qcloud.com":
				return service.Endpoint.URL
			case "https://adminapiger.im.qcloud.com":
				return wrong.Endpoint.URL
			}
			return "http://127.0.0.1:1"
		})
	file := filepath.Join(t.TempDir(), "openapi.yaml")
	require.NoError(t, os.WriteFile(file, []byte(document), 0o600))

	status, printed := examine(t, service.Credentials(), "--document", file, "--server", "Frankfurt")
	assert.Equal(t, exitFailure, status)
	assert.Contains(t, printed, "ok    host         "+wrong.Endpoint.URL+" answers")
	assert.Contains(t, printed, "warn  standby      http://127.0.0.1:1: dial tcp")
	assert.Contains(t, printed, "fail  call         black_list_check returns code 70020: the sdkappid was not found")
	assert.Contains(t, printed, "fail  region       the app belongs to Singapore: set --server or TIMSNS_SERVER to Singapore")

	status, printed = examine(t, service.Credentials(), "--document", file, "--server", "frankfurt", "--sdkappid", "7")
	assert.Equal(t, exitFailure, status)
	assert.Contains(t, printed, "fail  region       no other region says that it knows app 7: check the SDKAppID")
}

func TestDoctor_checksTheFormOfTheKey(t *testing.T) {
	_, printed := examine(t, signer.Credentials{Identifier: "administrator", SecretKey: strings.Repeat("0a", 32)})
	assert.Contains(t, printed, "ok    secret key   it has the form of the vendor's keys")
}
