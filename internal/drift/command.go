package drift

import (
	"fmt"
	"slices"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/schemas"
)

// comparison compares one page with the operation of its command.
type comparison struct {
	page      *page.Page
	document  *api.Document
	operation *api.Operation
	strict    *api.Operation
	spec      *openapi3.Operation
	direction api.Direction
	sampled   func() map[string]bool // the words in all samples
	found     []Finding
}

// comparePage returns the differences in the order of the page.
func comparePage(document, strict *api.Document, p *page.Page) []Finding {
	c := &comparison{page: p, document: document}
	operation, isKnown := c.find()
	if !isKnown {
		return c.found
	}
	c.operation = operation
	c.strict, _ = strict.OperationAt(operation.Path)
	spec := schemas.Of(document).Spec
	c.sampled = sync.OnceValue(c.sampleWords)
	c.spec = spec.Paths.Value(operation.Path).Post
	c.unread(c.page.Diagnostics)
	c.rate()
	c.codes(spec)
	c.body(api.Requests, c.spec.RequestBody.Value.Content)
	c.body(api.Responses, c.spec.Responses.Value("200").Value.Content)
	sortFindings(c.found)
	return c.found
}

func (c *comparison) reportf(kind Kind, line int, path, document, format string, arguments ...any) *Finding {
	c.found = append(c.found, Finding{
		File: c.page.File, Line: max(line, 1), Command: c.page.Command, Direction: c.direction, Path: path,
		Document: document, Kind: kind, Reason: fmt.Sprintf(format, arguments...),
	})
	return &c.found[len(c.found)-1]
}

// find returns the operation of the page's command, if there is one, maybe at another path.
func (c *comparison) find() (operation *api.Operation, isKnown bool) {
	if operation, isKnown = c.document.OperationAt(c.page.Path); isKnown {
		return operation, true
	}
	if operation, isKnown = c.document.Operation(c.page.Command); isKnown {
		c.reportf(KindPath, c.page.PathLine, "", "paths."+operation.Path,
			"the page has the path %s, the document %s", c.page.Path, operation.Path)
		return operation, true
	}
	c.reportf(KindCommand, c.page.PathLine, "", "paths", "the document has no path %s", c.page.Path)
	return nil, false
}

func (c *comparison) sampleWords() map[string]bool {
	found := map[string]bool{}
	for _, sample := range slices.Concat(c.page.RequestSamples, c.page.ResponseSamples) {
		for _, word := range words(sample.Text) {
			found[word] = true
		}
	}
	return found
}

// place returns the path of a member of the operation in the document.
func (c *comparison) place(member string) string {
	return "paths." + c.operation.Path + ".post." + member
}

// unreadKinds are the diagnostics about what could not be read, or is not what it seems.
var unreadKinds = []page.Kind{
	page.KindSample, page.KindRate, page.KindType, page.KindName, page.KindCode, page.KindDisagree, page.KindSpelling,
}

// unread reports what could not be read. Without that, silence would look like agreement.
func (c *comparison) unread(diagnostics []page.Diagnostic) {
	for _, diagnostic := range diagnostics {
		if slices.Contains(unreadKinds, diagnostic.Kind) {
			c.skip(diagnostic.Line, "unclear: "+diagnostic.Message)
		}
	}
}

func (c *comparison) skip(line int, reason string) {
	c.reportf(KindUnread, line, "", "", "%s", reason).IsNote = true
}

func (c *comparison) rate() {
	if has := c.page.RateLimit; has != 0 && has != c.operation.RateLimit {
		c.reportf(KindRate, c.page.RateLimitLine, "", c.place("x-rate-limit"),
			"the page allows %d calls per second, the document %d", has, c.operation.RateLimit)
	}
}

// codes compares the codes that are specific to the operation. Those of the front ends belong to every operation, and a
// page need not list them.
func (c *comparison) codes(spec *openapi3.T) {
	if len(c.page.Codes) == 0 {
		c.skip(1, "not compared: the page has no error codes")
		return
	}
	catalogue := readCatalogue(spec)
	listed := map[int]bool{}
	for _, code := range c.page.Codes {
		_, isInCatalogue := catalogue[code.Code]
		switch isKnown := isFrontEnd(code.Code) && isInCatalogue || slices.Contains(c.operation.Codes, code.Code); {
		case listed[code.Code] || isKnown:
		case isFrontEnd(code.Code):
			c.reportf(KindCode, code.Line, "", "components.schemas.ErrorCode.x-catalogue",
				"the page lists %d, which the catalogue lacks", code.Code)
		default:
			c.reportf(KindCode, code.Line, "", c.place("x-error-codes"), "the page lists %d, the document does not", code.Code)
		}
		listed[code.Code] = true
	}
	for _, code := range c.operation.Codes {
		if !listed[code] && !isFrontEnd(code) {
			c.reportf(KindCode, c.page.Codes[0].Line, "", c.place("x-error-codes"),
				"the document lists %d, the page does not", code).knows(catalogue[code])
		}
	}
}

// knows makes the finding a note if the document says which editions of the pages differ.
func (f *Finding) knows(edition string) {
	if edition != "" {
		f.IsNote = true
		f.Reason += " (" + edition + ")"
	}
}

func isFrontEnd(code int) bool { return code >= 60_000 && code < 80_000 }

// readCatalogue returns what the document says about the editions of the pages that list a code, by code.
func readCatalogue(spec *openapi3.T) map[int]string {
	editions := map[int]string{}
	entries, _ := spec.Components.Schemas["ErrorCode"].Value.Extensions["x-catalogue"].([]any)
	for _, entry := range entries {
		members, _ := entry.(map[string]any)
		code, _ := members["code"].(float64)
		editions[int(code)] = ""
		if edition, ok := members["edition"].(string); ok {
			editions[int(code)] = "edition: " + edition
		}
	}
	return editions
}
