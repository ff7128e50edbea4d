// Package redaction replaces a UserSig in texts. Whoever sees signed requests uses it.
package redaction

import (
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"sync"
)

// Redacted is what stands wherever a secret would be printed.
const Redacted = "REDACTED"

// ShortestPart is how many characters of a UserSig in a row are taken for a part of it. A text may have been cut
// within one, and its first half already holds the HMAC.
const ShortestPart = 16

// OfQuery returns a func that replaces the UserSigs of a query or URL, and all parts of them, as they are and escaped. They
// are found as [Scrub] finds them, even in what is no valid URL. What it looks for is made when it is first needed, which
// hardly ever is.
func OfQuery(query string) func(text string) string {
	parts := sync.OnceValue(func() map[string]bool { return partsOf(query) })
	return func(text string) string {
		if len(text) < ShortestPart || len(parts()) == 0 {
			return text
		}
		return redactParts(text, parts())
	}
}

// partsOf returns all that is ShortestPart long of a query's UserSigs and of what makes them secret, in each way to write it.
func partsOf(query string) map[string]bool {
	parts := map[string]bool{}
	for _, found := range assignment.FindAllStringSubmatch(query, -1) {
		userSig := unescape(found[2])
		standard := strings.NewReplacer("*", "+", "-", "/", "_", "=").Replace(userSig)
		for _, secret := range []string{found[2], userSig, standard, hmacOf(standard)} {
			addParts(parts, secret)
		}
	}
	return parts
}

var escapes = regexp.MustCompile("%[0-9A-Fa-f]{2}")

func addParts(parts map[string]bool, secret string) {
	escaped := url.QueryEscape(secret)
	for _, form := range []string{secret, escaped, escapes.ReplaceAllStringFunc(escaped, strings.ToLower)} {
		for i := 0; i+ShortestPart <= len(form); i++ {
			parts[form[i:i+ShortestPart]] = true
		}
	}
}

// hmacOf returns what a UserSig, in standard base64, holds as TLS.sig: all else in it is known to whoever may print it.
func hmacOf(standard string) string {
	packed := base64.NewDecoder(base64.StdEncoding, strings.NewReader(standard))
	unpacked, err := zlib.NewReader(packed)
	if err != nil {
		return ""
	}
	var content struct {
		Sig string `json:"TLS.sig"`
	}
	_ = json.NewDecoder(unpacked).Decode(&content) // without one there is nothing to hide
	return content.Sig
}

// redactParts replaces each run of parts that overlap.
func redactParts(text string, parts map[string]bool) string {
	var clean strings.Builder
	done := 0
	for i := 0; i+ShortestPart <= len(text); i++ {
		if !parts[text[i:i+ShortestPart]] {
			continue
		}
		clean.WriteString(text[done:i] + Redacted)
		for i+ShortestPart < len(text) && parts[text[i+1:i+1+ShortestPart]] {
			i++
		}
		done = i + ShortestPart
		i = done - 1
	}
	clean.WriteString(text[done:])
	return clean.String()
}
