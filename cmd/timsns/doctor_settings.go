package main

import (
	"net/http"
	"net/url"
	"regexp"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// vendorKey is the form of the keys that the vendor's console shows.
var vendorKey = regexp.MustCompile(`^[0-9a-f]{64}$`)

// checkCredentials reports whether a call can be signed.
func (d *doctor) checkCredentials() (credentials signer.Credentials, isComplete bool) {
	const check = "credentials"
	given := &d.settings
	if err := given.want(&given.sdkAppID, &given.identifier, &given.secretKey); err != nil {
		d.reportf(fail, check, "%v", err)
		return credentials, false
	}
	credentials, err := given.credentials()
	if err == nil {
		_, err = newSigner(credentials)
	}
	if err != nil {
		d.reportf(fail, check, "%v", err)
		return credentials, false
	}
	d.reportf(isOK, check, "app %d, administrator %s", credentials.SDKAppID, credentials.Identifier)
	if vendorKey.MatchString(credentials.SecretKey) {
		d.reportf(isOK, "secret key", "it has the form of the vendor's keys")
	} else {
		d.reportf(warn, "secret key",
			"want 64 hexadecimal digits, as the console shows them, got %d characters of another form: copy it again",
			len(credentials.SecretKey))
	}
	return credentials, true
}

func (d *doctor) checkServer() (server rest.Server, isKnown bool) {
	const check = "server"
	if err := d.settings.want(&d.settings.server); err != nil {
		d.reportf(fail, check, "want --server or TIMSNS_SERVER: a URL or one of %s", d.service.regions())
		return server, false
	}
	server, err := d.service.findServer(d.settings.server)
	if err == nil {
		_, err = origin.Parse(server.URL)
	}
	if err != nil {
		d.reportf(fail, check, "%v", err)
		return server, false
	}
	d.reportf(isOK, check, "%s", server.URL)
	return server, true
}

// checkProxy prints no more of a proxy than its host, since its URL may have a password.
func (d *doctor) checkProxy(server rest.Server) {
	const check = "proxy"
	address, _ := url.Parse(server.URL)                                // checkServer has parsed it
	proxy, _ := http.ProxyFromEnvironment(&http.Request{URL: address}) // it ignores an invalid URL
	if proxy == nil {
		d.reportf(isOK, check, "none: the environment names no proxy for %s", address.Hostname())
		return
	}
	d.reportf(isOK, check, "calls go through %s://%s; NO_PROXY=%s would avoid it",
		proxy.Scheme, proxy.Host, address.Hostname())
}
