package api

import (
	"regexp"
	"slices"
	"strings"
)

// style is how a description begins, so that it reads well on a page and, after a name, in a Go comment.
type style struct {
	start *regexp.Regexp
	want  string
}

var (
	ofAction = style{regexp.MustCompile(`^[A-Z][a-z]*s `), `a sentence that begins with a verb, such as "Pulls the friends of a user."`}
	ofThing  = style{
		regexp.MustCompile(`^(A|An|The|[A-Z][a-z]*s) `),
		`a sentence that begins with an article or a verb, such as "The UserID of the friend."`,
	}
	ofText = style{regexp.MustCompile(`^[A-Z]`), "a sentence that begins with a capital letter"}

	// pluralNoun matches the beginning of a sentence whose subject looks like a verb, such as "Friends are".
	pluralNoun = regexp.MustCompile(`^[A-Z][a-z]*s (are|is|of|to) `)
	heading    = regexp.MustCompile(`^[A-Z][^\n]*[^.\n]$`)
)

// People who do not write Go read the document too, in pages that show line breaks.
var (
	goTerm     = regexp.MustCompile(`\bnil\b|\berrors\.[A-Z]\w*|\b(rest|gen)\.[A-Z]\w*|\*\[?[a-z]+\.\w*|\[[a-z]+\.\w*`)
	vagueTerm  = regexp.MustCompile(`(?i)\b(tells?|told|as a rule|our reading|repl(y|ies)|left (empty|nil))\b`)
	singleLine = regexp.MustCompile(`[^\n]\n[^\n]`)
)

func checkDescriptions(s *source) {
	names := s.constants()
	s.checkSentences(s.root.get("info", "description"), ofText, names)
	for _, tag := range s.root.get("tags").items() {
		s.checkSentences(tag.get("description"), ofText, names)
	}
	for _, scheme := range s.root.get("components", "securitySchemes").members() {
		s.checkSentences(scheme.get("description"), ofText, names)
	}
	for _, operation := range s.operations() {
		s.checkSentences(operation.get("description"), ofAction, names)
		s.checkHeadings(operation)
	}
	for _, schema := range s.schemas() {
		s.checkSentences(schema.get("description"), ofThing, names)
		for _, property := range schema.get("properties").members() {
			s.checkSentences(property.get("description"), ofThing, names)
		}
		for _, meaning := range schema.get("x-enum-descriptions").items() {
			s.checkSentences(meaning, ofAction, names)
		}
	}
}

// checkSentences checks a description, which must not mention the names of constants in Go.
func (s *source) checkSentences(description node, style style, names []string) {
	text := strings.TrimSpace(description.text())
	switch {
	case text == "" || isTodo(description):
		return
	case !style.start.MatchString(text) || style.start != ofText.start && pluralNoun.MatchString(text):
		s.reportf(description, "want %s", style.want)
	case !strings.HasSuffix(text, "."):
		s.reportf(description, "want a full stop at the end")
	case singleLine.MatchString(text):
		s.reportf(description, "a line break within a paragraph; want >-, and two empty lines between paragraphs")
	}
	if term := goTerm.FindString(text); term != "" {
		s.reportf(description, "%q is a term of Go; want it in x-go-doc", term)
	}
	if term := vagueTerm.FindString(text); term != "" {
		s.reportf(description, "%q; want plainer words, and \"Our interpretation: …\" for what no page says", term)
	}
	isSeparator := func(r rune) bool { return strings.ContainsRune(" \n.,;:()`", r) }
	for _, word := range strings.FieldsFunc(text, isSeparator) {
		if slices.Contains(names, word) {
			s.reportf(description, "%s is a name in Go; want the value, or x-go-doc", word)
		}
	}
}

// checkHeadings checks the texts that pages show as headings or in lists to choose from.
func (s *source) checkHeadings(operation node) {
	request, response := contents(operation)
	s.checkHeading(operation.get("summary"))
	s.checkHeading(operation.get("externalDocs", "description"))
	s.checkHeading(operation.get("responses", "200", "description"))
	for _, content := range []node{request, response} {
		for _, example := range content.get("examples").members() {
			s.checkHeading(example.get("summary"))
		}
	}
}

func (s *source) checkHeading(text node) {
	if text.text() != "" && !isTodo(text) && !heading.MatchString(text.text()) {
		s.reportf(text, "want a heading: one line with a capital letter and without a full stop")
	}
}

// constants returns the Go names of values and error codes.
func (s *source) constants() []string {
	var names []string
	for _, schema := range s.schemas() {
		names = append(names, schema.get("x-enum-varnames").texts()...)
		for _, code := range schema.get("x-catalogue").items() {
			names = append(names, code.get("name").text())
		}
	}
	return names
}
