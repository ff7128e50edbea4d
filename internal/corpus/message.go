package corpus

import (
	"fmt"
	"net/http"
	"path"
	"strings"

	"github.com/timsns/timsns/api"
)

// addMethods adds the basic request with other methods.
func (b *builder) addMethods() {
	const reason = "the document has no such method at this path"
	for _, method := range []string{
		http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodOptions, http.MethodTrace,
		"post", "LINK", "QUERY", // methods are case-sensitive (RFC 9110, section 9.1); Go does not name the others
	} {
		b.add(api.Requests, Method, method, reason, func(e *Exchange) { e.Request.Method = method })
	}
}

// addPaths adds the basic request with paths that are similar to the right one.
func (b *builder) addPaths() {
	right := b.request.Path
	folder, command := path.Split(right)
	parts := strings.SplitN(strings.TrimPrefix(folder, "/"), "/", 2) // the version, and what follows it
	const reason = "the document has no such path"
	for name, text := range map[string]string{
		"none":                  "/",
		"the folder alone":      folder,
		"another command":       folder + "undeclared",
		"a command with a tail": right + "_x",
		"a command cut off":     right[:len(right)-1],
		"a command in capitals": folder + strings.ToUpper(command),
		"a path in capitals":    strings.ToUpper(right),
		"a slash after":         right + "/",
		"two slashes before":    "/" + right,
		"two slashes within":    folder + "/" + command,
		"a segment more":        right + "/" + command,
		"a dot segment":         folder + "./" + command,
		"a file name extension": right + ".json",
		"no version":            "/" + parts[1] + command,
		"another version":       "/" + parts[0] + "0/" + parts[1] + command,
		"no service":            "/" + parts[0] + "/" + command,
		"a folder before":       "/x" + right,
		"an escaped slash":      strings.TrimSuffix(folder, "/") + "%2F" + command,
		"an escaped space":      right + "%20",
		"an escaped zero byte":  right + "%00",
		"a parameter in it":     right + ";v=1",
		"an underscore alone":   folder + "_",
	} {
		if _, exists := b.document.OperationAt(text); !exists {
			b.add(api.Requests, Path, name, reason, func(e *Exchange) { e.Request.Path = text })
		}
	}
}

// addStatuses adds valid responses with an HTTP status other than 200, the only one that the document describes.
func (b *builder) addStatuses() {
	for _, status := range []int{
		201, 202, 203, 204, 205, 206, 226, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 413, 415, 429,
		500, 501, 502, 503, 504, 599,
	} {
		reason := fmt.Sprintf("the document describes no response with the status %d", status)
		bodies := map[string][]byte{"a success": b.success.Body, "a failure": b.failure.Body, "nothing": {}}
		for outcome, body := range bodies {
			b.add(api.Responses, Status, fmt.Sprintf("%d with %s", status, outcome), reason, func(e *Exchange) {
				e.Response.Status, e.Response.Body = status, body
			})
		}
	}
}

// contentTypes are values of the header Content-Type. A media type and the names of its parameters are case-insensitive
// (RFC 9110, section 8.3.1). application/json has no charset parameter: if one is given, it has no effect (RFC 8259,
// section 11).
var contentTypes = []variant{
	{"in capitals", "", "Application/JSON"},
	{"a charset", "", "application/json; charset=utf-8"},
	{"a charset in capitals", "", "application/json;CHARSET=UTF-8"},
	{"a charset in quotes", "", `application/json; charset="utf-8"`},
	{"a charset without effect", "", "application/json; charset=iso-8859-1"},
	{"another parameter", "", "application/json; profile=x"},
	{"plain text", otherType, "text/plain"},
	{"plain text with a charset", otherType, "text/plain; charset=utf-8"},
	{"a form", otherType, "application/x-www-form-urlencoded"},
	{"a form in parts", otherType, "multipart/form-data; boundary=x"},
	{"XML", otherType, "application/xml"},
	{"HTML", otherType, "text/html; charset=utf-8"},
	{"JSON as text", otherType, "text/json"},
	{"JSON of another kind", otherType, "application/problem+json"},
	{"a longer type", otherType, "application/jsonp"},
	{"bytes", otherType, "application/octet-stream"},
	{"a range", "a range of media types is not a media type", "application/*"},
	{"no subtype", noType, "json"},
	{"a slash alone", noType, "/"},
	{"two in one line", noType, "application/json, text/plain"},
	{"a parameter without a value", noType, "application/json; charset"},
	{"empty", noType, ""},
}

const (
	otherType = "the document allows only application/json"
	noType    = "the header does not hold a media type"
)

// addContentTypes adds the basic exchange with another Content-Type, with two, and without one.
func (b *builder) addContentTypes() {
	for _, direction := range []api.Direction{api.Requests, api.Responses} {
		add := func(name, reason string, values ...string) {
			b.add(direction, ContentType, name, reason, func(e *Exchange) { e.header()["Content-Type"] = values })
		}
		for _, v := range contentTypes {
			add(v.name, v.reason, v.text)
		}
		add("two headers", "the header is given more than once", "application/json", "text/plain")
	}
	remove := func(e *Exchange) { e.header().Del("Content-Type") }
	// Without the header, a recipient may examine the body (RFC 9110, section 8.3). A query parameter states the
	// format of a request; nothing states that of a response.
	b.add(api.Requests, ContentType, "missing", "", remove)
	b.add(api.Responses, ContentType, "missing", "nothing states the format of the body", remove)
}

// header returns the header of the message under test.
func (e *Exchange) header() http.Header {
	if e.Tested == api.Requests {
		return e.Request.Header
	}
	return e.Response.Header
}
