package page

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// reader fills a page from its blocks, one after the other.
type reader struct {
	page *Page
	name string

	section section
	level   int    // of the heading that begins the section
	mode    string // the heading below it, of a page that describes several ways to call the command
	label   string // of the next sample

	headings  strings.Builder
	begins    map[section]int    // the line of the heading of each section
	lines     map[namedField]int // of the rows of fields
	paths     []namedPath
	debugging []block
	overview  []string
	rate      []string
}

// namedPath is a place that names a path, besides the sample request URL.
type namedPath struct {
	path string
	line int
	what string
}

// namedField is a field of a request or a response.
type namedField struct {
	isResponse bool
	name       string
}

var (
	addressPattern = regexp.MustCompile(`https?://[^\s/]+/+(v\d+/\w+/\w+)`)
	pathPattern    = regexp.MustCompile(`\bv\d+/\w+/\w+`)
	errorWords     = regexp.MustCompile(`\b[A-Z][A-Za-z]*(?:Code|Info)\b`)
	numberPattern  = regexp.MustCompile(`document/product/(\d+/\d+)`)
	listMarker     = regexp.MustCompile(`^(?:[-*+•]|\d+[.)、])\s+`)
	fileNumber     = regexp.MustCompile(`(?:^|\D)(269|1047)[^\da-z]?(\d{4,6})(?:\D|$)`)
)

func (r *reader) reportf(line int, kind Kind, format string, arguments ...any) {
	d := Diagnostic{File: r.name, Line: line, Kind: kind, Message: fmt.Sprintf(format, arguments...)}
	r.page.Diagnostics = append(r.page.Diagnostics, d)
}

func (r *reader) blocks(text string) {
	s := &scanner{emit: r.block, report: r.reportf}
	s.scan(text)
}

func (r *reader) block(b block) {
	switch b.kind {
	case isHeading:
		r.heading(b)
	case isText:
		r.text(b)
	case isFence:
		r.fence(b)
	case isTable:
		r.table(b)
	}
}

// heading begins a section. A heading that is not known belongs to the section around it if its level is lower.
func (r *reader) heading(b block) {
	text, found := plain(b.text), sectionOf(b.text)
	isFirst := r.headings.Len() == 0
	r.headings.WriteString(text)
	r.label = ""
	if r.begins[found] == 0 {
		r.begins[found] = b.line
	}
	switch {
	case b.level == 1 && isFirst && found != overview:
		r.page.Title = text
	case r.isInside(b.level, found):
		r.mode = text
	case found == unknown:
		r.section, r.level, r.mode = unknown, b.level, text
	default:
		r.section, r.level = found, b.level
		if found.isPart() {
			r.mode = text
		} else if b.level <= lowestSection {
			r.mode = ""
		}
	}
}

// lowestSection is the lowest level of the headings that every page has. Those below it are about a mode, which the
// last unknown heading names.
const lowestSection = 3

// isInside reports whether a heading is about a part of the present section.
func (r *reader) isInside(level int, found section) bool {
	switch {
	case level == r.level && level > lowestSection && r.section.isSamples():
		return found == unknown
	case level <= r.level || r.section == unknown:
		return false
	}
	return found == unknown || found == r.section || r.section != call && (found == overview || found.isPart())
}

func (r *reader) text(b block) {
	text, links := readText(listMarker.ReplaceAllString(b.text, ""), b.line)
	if text == "" {
		return
	}
	switch r.section {
	case overview:
		r.overview = append(r.overview, text)
	case address, call:
		r.address(b)
	case rate:
		if r.rate == nil {
			r.page.RateLimitLine = b.line
		}
		r.rate = append(r.rate, text)
	case codes:
		r.page.BatchWording = append(r.page.BatchWording, errorWords.FindAllString(text, -1)...)
	case debugging:
		r.debugging = append(r.debugging, b)
	case references:
		r.page.References = append(r.page.References, links...)
	case webhooks:
		r.page.Webhooks = append(r.page.Webhooks, links...)
	default:
		if r.section.isSamples() {
			r.labelled(b.text)
		}
	}
}

// address reads the sample request URL, which is the first one of its section.
func (r *reader) address(b block) {
	found := addressPattern.FindStringSubmatch(b.text)
	switch {
	case found == nil:
	case r.page.Path == "":
		before, _, _ := strings.Cut(b.text, found[0])
		r.page.Path, r.page.PathLine = "/"+found[1], b.line+strings.Count(before, "\n")
		r.page.Service, r.page.Command = path.Base(path.Dir(found[1])), path.Base(found[1])
	default:
		r.paths = append(r.paths, namedPath{"/" + found[1], b.line, "another sample request URL"})
	}
}

func (r *reader) fence(b block) {
	isJSON := strings.ContainsAny(b.text, "{[")
	switch {
	case r.section == address || !isJSON && r.page.Path == "" && r.section != overview:
		r.address(b)
	case !isJSON:
	case r.section.isSamples():
		r.samples(b)
	case r.section != overview:
		r.reportf(b.line, KindSample, "a sample outside of the sections of samples is ignored")
	}
}

// table reads a table by its section and the number of its columns: their names differ from page to page.
func (r *reader) table(b block) {
	columns := len(b.rows[0].cells)
	switch {
	case r.section == codes:
		r.codes(b)
	case columns == 2 && r.section.isAddress(), r.section == query && !hasTypes(b):
		r.query(b)
	case columns > 2 && r.section.isFields(), r.section.isSamples() && hasTypes(b):
		r.fields(b)
	case r.section.isFields():
		r.reportf(b.line, KindLayout, "a table with %d columns among the fields is ignored", columns)
	}
}

// hasTypes reports whether the second column of a table has types.
func hasTypes(b block) bool {
	var field Field
	if len(b.rows) > 1 && len(b.rows[1].cells) > 2 {
		field.setType(plain(b.rows[1].cells[1]))
	}
	return field.Types != nil
}

// query reads the table of the URL's parts. The row of the path is often copied from another page.
func (r *reader) query(b block) {
	for _, row := range b.rows[1:] {
		name := plain(row.cells[0])
		if found := pathPattern.FindString(name); found != "" {
			r.paths = append(r.paths, namedPath{"/" + found, row.line, "the table of the URL"})
		} else if identifier.MatchString(name) && name != "https" && strings.Trim(name, "x") != "" {
			r.page.QueryFields = append(r.page.QueryFields, newField(name, row.line, strings.Join(row.cells[1:], "\n")))
		}
	}
}

// codes reads the table of error codes.
func (r *reader) codes(b block) {
	isKnown := map[int]bool{}
	for _, row := range b.rows[1:] {
		number, err := strconv.Atoi(plain(row.cells[0]))
		if err != nil {
			r.reportf(row.line, KindCode, "want an error code, got %q", clipped(plain(row.cells[0])))
			continue
		}
		if isKnown[number] {
			r.reportf(row.line, KindCode, "error code %d occurs twice", number)
		}
		isKnown[number] = true
		found := Code{Code: number, Text: plain(row.cells[1]), Line: row.line}
		if len(row.cells) > 2 {
			found.Advice = plain(row.cells[2])
		}
		r.page.Codes = append(r.page.Codes, found)
	}
}
