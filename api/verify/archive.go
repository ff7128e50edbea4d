package verify

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
)

func (f *file) archive() {
	log, err := readArchive(f.Content)
	if _, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		wrong := jsontree.NewSyntaxError(f.Content, err)
		f.emit(f.unreadable(wrong.Offset, api.Violation{Reason: wrong.Reason}))
		return
	}
	if err != nil || log.Entries.ranges == nil || log.isRepeated() {
		reason := "want an HTTP Archive: an object with log.entries" + decodingReason(err, "")
		if err == nil && log.isRepeated() {
			reason += ", each of them once"
		}
		f.emit(f.unreadable(0, api.Violation{Reason: reason}))
		return
	}
	for i, entry := range log.Entries.ranges {
		if !f.emit(f.entry(entry, i)) {
			return
		}
	}
}

// entry validates an entry of the service and skips those of others.
func (f *file) entry(at rawEntry, index int) []Result {
	text := f.Content[at.start:at.end]
	var entry harEntry
	err := jsonv2.Unmarshal(text, &entry) // strictly: a body with replaced characters is not what was recorded
	if address := addressOf(&entry, text, err); address != "" && !serves(f.document, address) {
		return nil
	}
	if err != nil {
		pointer := jsontext.Pointer(fmt.Sprintf("/log/entries/%d", index))
		reason := "want an entry of an HTTP Archive" + decodingReason(err, pointer)
		return f.unreadable(at.start, api.Violation{Reason: reason})
	}
	if len(text) > MaxMessage {
		return f.unreadable(at.start, api.Violation{Reason: reasonTooLong})
	}
	if entry.Request.Method == http.MethodOptions {
		return nil
	}
	exchange := entry.exchange()
	exchange.Unsigned = f.Unsigned
	results := traffic.Validate(f.document, exchange)
	bodies := map[api.Direction]body{}
	for _, result := range results {
		bodies[result.Direction] = body{offset: at.start + entry.offset(result.Direction, text)}
	}
	return f.located(results, bodies)
}

// addressOf returns the URL of an entry, even if err says that another part of it has the wrong type.
func addressOf(entry *harEntry, text []byte, err error) string {
	if err == nil {
		return entry.Request.URL
	}
	var target struct {
		Request struct {
			URL string `json:"url"`
		} `json:"request"`
	}
	if jsonv2.Unmarshal(text, &target, jsontree.Lenient) != nil {
		return ""
	}
	return target.Request.URL
}

// serves reports whether the path of a URL contains the folder of one of the document's paths, such as /v4/sns/.
func serves(document *api.Document, address string) bool {
	location, _, _ := strings.Cut(address, "?") // for a URL that is not valid, which is a violation
	if parsed, err := url.Parse(address); err == nil {
		location = parsed.EscapedPath()
	}
	return slices.ContainsFunc(document.Operations(), func(o *api.Operation) bool {
		return strings.Contains(location, path.Dir(o.Path)+"/")
	})
}
