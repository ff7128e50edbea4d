package api

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/timsns/timsns/rest"
)

// samples is the extension x-sandbox: what tests and the sandbox need to know about the service.
type samples struct {
	Account        string `json:"account"`
	InvalidRequest int    `json:"invalid-request"`
}

// readService reads what describes the service as a whole.
func (d *Document) readService() error {
	if _, hasSamples := d.spec.Extensions["x-sandbox"]; hasSamples {
		if err := extension(d.spec.Extensions, "x-sandbox", &d.samples); err != nil {
			return fmt.Errorf("api: %w", err)
		}
	}
	d.title, d.version = d.spec.Info.Title, d.spec.Info.Version
	for _, tag := range d.spec.Tags {
		d.tags = append(d.tags, Tag{tag.Name, strings.TrimSpace(tag.Description)})
	}
	d.shareInvalidRequest()
	return errors.Join(d.readServers(), d.readCodes())
}

// shareInvalidRequest gives the code of the document to the operations without one of their own.
func (d *Document) shareInvalidRequest() {
	for _, operation := range d.operations {
		if operation.invalidRequest == 0 {
			operation.invalidRequest = d.samples.InvalidRequest
		}
	}
}

func (d *Document) readServers() error {
	for _, spec := range d.spec.Servers {
		server := rest.Server{URL: spec.URL}
		for name, value := range map[string]*string{"x-go-name": &server.Name, "x-standby": &server.Standby} {
			if _, isPresent := spec.Extensions[name]; !isPresent {
				continue
			}
			if err := extension(spec.Extensions, name, value); err != nil {
				return fmt.Errorf("api: server %s: %w", spec.URL, err)
			}
		}
		d.servers = append(d.servers, server)
	}
	slices.SortFunc(d.servers, func(a, b rest.Server) int { return strings.Compare(a.Name, b.Name) })
	return nil
}

// retries are the values of retry in the catalogue.
var retries = map[string]rest.Retry{
	"never": rest.RetryNever, "backoff": rest.RetryBackoff, "renew": rest.RetryRenew, "wait": rest.RetryWait,
	"throttled": rest.RetryThrottled,
}

// readCodes reads the catalogue of error codes. A document without the schema ErrorCode has none.
func (d *Document) readCodes() error {
	component := d.spec.Components.Schemas["ErrorCode"]
	if component == nil {
		return nil
	}
	var entries []struct {
		Code                   rest.Code
		Meaning, Advice, Retry string
		Pending                bool
	}
	if err := extension(component.Value.Extensions, "x-catalogue", &entries); err != nil {
		return fmt.Errorf("api: schema ErrorCode: %w", err)
	}
	d.codes = map[rest.Code]rest.CodeInfo{}
	for _, entry := range entries {
		d.codes[entry.Code] = rest.CodeInfo{
			Meaning: entry.Meaning, Advice: entry.Advice, Retry: retries[entry.Retry], Pending: entry.Pending,
		}
	}
	return nil
}

// Title returns the title of the document.
func (d *Document) Title() string {
	return d.title
}

// Version returns the version of the document.
func (d *Document) Version() string {
	return d.version
}

// LookupCode returns what the document says about an error code, and reports whether it has the code.
func (d *Document) LookupCode(code rest.Code) (rest.CodeInfo, bool) {
	info, isKnown := d.codes[code]
	return info, isKnown
}

// Codes returns the error codes of the document, sorted.
func (d *Document) Codes() []rest.Code {
	return slices.Sorted(maps.Keys(d.codes))
}

// Servers returns the servers of all regions, sorted by name.
func (d *Document) Servers() []rest.Server {
	return slices.Clone(d.servers)
}

// SampleAccount returns the account that the examples of the document use, such as alice. It is empty if the document
// does not name one.
func (d *Document) SampleAccount() string {
	return d.samples.Account
}

// InvalidRequest returns the error code with which the service refuses a body that breaks the schema of the request. It
// is 0 if the document does not say.
func (o *Operation) InvalidRequest() int {
	return o.invalidRequest
}

// Tag is a group of operations.
type Tag struct {
	Name        string
	Description string // in sentences; empty if the document has none
}

// Tags returns the tags of the operations, in the order of the document.
func (d *Document) Tags() []Tag {
	tags := slices.Clone(d.tags)
	for _, operation := range d.operations {
		isTag := func(tag Tag) bool { return tag.Name == operation.Tag }
		if !slices.ContainsFunc(tags, isTag) {
			tags = append(tags, Tag{Name: operation.Tag})
		}
	}
	return tags
}
