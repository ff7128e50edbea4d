package page

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/timsns/timsns/api"
)

// MaxSize is the largest page that [Read] accepts, in bytes.
const MaxSize = 2 << 20

// Page is what a page says about a command.
type Page struct {
	File string

	// Path is that of the sample request URL, such as /v4/sns/group_get. Other places that name the path are often
	// wrong, and then lead to a diagnostic.
	Path             string
	PathLine         int
	Service, Command string

	Title    string // the heading of the first level; most pages have none
	Document string // the vendor's number of the page, such as 1047/40123, if the page or the file's name shows it
	Language string // en, ja, ko, ru or zh

	Overview string  // the text about what the command is for
	Limits   []Limit // what Overview says about limits

	RateLimit     int    // the calls per second, or 0 if the page does not say
	RateLimitText string // what the page says about the rate
	RateLimitLine int    // of that text, or of the heading above it; 1 without both

	QueryFields       []Field // of the URL: name and description only
	Request, Response []Field // the rows of the tables, which are flat; see [Page.Schema]

	RequestSamples, ResponseSamples []Sample

	Codes []Code

	// BatchWording lists the response fields that the sentence about error codes names. It names the fields of an item
	// where the command returns results for each account, but the sentence is copied from page to page.
	BatchWording []string

	Webhooks, References []Link

	Diagnostics []Diagnostic // in the order of the page
}

// Link is a link of the page.
type Link struct {
	Text, URL string
	Line      int
}

// Code is a row of the table of error codes.
type Code struct {
	Code   int
	Text   string // what it means
	Advice string // how to handle it, on pages that have a column for that
	Line   int
}

// Fields returns the rows of a table.
func (p *Page) Fields(direction api.Direction) []Field {
	if direction == api.Requests {
		return p.Request
	}
	return p.Response
}

// Samples returns the samples of requests or responses.
func (p *Page) Samples(direction api.Direction) []Sample {
	if direction == api.Requests {
		return p.RequestSamples
	}
	return p.ResponseSamples
}

// Read reads a page. Name is its file's name, for diagnostics. The error, which names file and line, says that the text
// is not the page of a command: it is too large, or it has no sample request URL. Anything else that is wrong with the
// page is a diagnostic.
func Read(name string, text []byte) (*Page, error) {
	if len(text) > MaxSize {
		return nil, fmt.Errorf("%s:1: want a page of at most %d bytes, got %d", name, MaxSize, len(text))
	}
	r := &reader{page: &Page{File: name}, name: name, begins: map[section]int{}, lines: map[namedField]int{}}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	valid := strings.ToValidUTF8(string(text), "\uFFFD")
	if len(valid) != len(text) || valid != string(text) {
		r.reportf(1, KindLayout, "the page is not valid UTF-8")
	}
	valid = strings.Map(withoutControl, valid)
	r.blocks(valid)
	r.document(valid)
	if r.page.Path == "" {
		return nil, fmt.Errorf("%s:%d: want a sample request URL with a path such as /v4/sns/group_get", name, max(r.begins[address], 1))
	}
	r.finish()
	return r.page, nil
}

// withoutControl maps control characters other than tabs and line breaks to spaces. YAML does not allow them.
func withoutControl(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
		return ' '
	}
	return r
}
