package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var perSecond = regexp.MustCompile(`(?i)(\d[\d,]*)\s*(?:calls?|times?|requests?|queries|messages?|次|回|раз\S*|вызов\S*|запрос\S*|件|qps)?\s*(?:per|a|/|each|every|в|за)\s*(?:1\s*|one\s*)?(?:seconds?|secs?|s|秒|секунд\S*)(?:[^a-zA-Zа-я]|$)|` +
	`(?:每秒|1秒(?:あたり|間に)|毎秒)\S{0,6}?\s*(\d[\d,]*)|(\d[\d,]*)\s*qps`)

// document finds the vendor's number of the page: in the file's name, in the text before the first section, or in a
// link to the page itself.
func (r *reader) document(text string) {
	before, _, _ := strings.Cut(text, "\n## ")
	if found := fileNumber.FindStringSubmatch(r.name); found != nil {
		r.page.Document = found[1] + "/" + found[2]
	} else if found := numberPattern.FindStringSubmatch(before); found != nil && len(before) < 1000 {
		r.page.Document = found[1]
	}
	for _, link := range r.page.References {
		isOwn := r.page.Path != "" && strings.HasSuffix(r.page.Path, "/"+link.Text[strings.LastIndex(link.Text, "/")+1:])
		if found := numberPattern.FindStringSubmatch(link.URL); isOwn && found != nil && r.page.Document == "" {
			r.page.Document = found[1]
		}
	}
}

// finish reads what needs the whole page.
func (r *reader) finish() {
	p := r.page
	p.Language = languageOf(r.headings.String())
	p.Overview = strings.Join(r.overview, "\n")
	if len(p.Overview) <= maxCell {
		p.Limits = limitsIn(p.Overview)
	}
	p.BatchWording = unique(p.BatchWording)
	readProse(p.Request)
	readProse(p.Response)
	r.checkPaths()
	r.rateLimit()
	r.checkParts()
	r.checkWording()
	sortDiagnostics(p.Diagnostics)
}

// checkPaths reports the places that name another path than the sample request URL.
func (r *reader) checkPaths() {
	for _, b := range r.debugging {
		for _, found := range unique(pathPattern.FindAllString(b.text, -1)) {
			r.paths = append(r.paths, namedPath{"/" + found, b.line, "the link to the debugging tool"})
		}
	}
	for _, named := range r.paths {
		if named.path != r.page.Path {
			r.reportf(named.line, KindPath, "%s names %s, not %s", named.what, named.path, r.page.Path)
		}
	}
}

func (r *reader) rateLimit() {
	p := r.page
	p.RateLimitText = strings.Join(r.rate, "\n")
	p.RateLimitLine = max(p.RateLimitLine, r.begins[rate], 1)
	found := perSecond.FindStringSubmatch(p.RateLimitText)
	if found == nil {
		r.reportf(p.RateLimitLine, KindRate, "want the calls per second, got %q", clipped(p.RateLimitText))
		return
	}
	digits := strings.ReplaceAll(strings.Join(found[1:], ""), ",", "")
	p.RateLimit, _ = strconv.Atoi(digits)
}

// checkParts reports the parts that every page should have.
func (r *reader) checkParts() {
	p := r.page
	parts := []struct {
		isMissing bool
		what      string
	}{
		{len(p.RequestSamples) == 0, "a sample request"},
		{len(p.Request) == 0, "a table of request fields"},
		{len(p.ResponseSamples) == 0, "a sample response"},
		{len(p.Response) == 0, "a table of response fields"},
		{len(p.Codes) == 0, "a table of error codes"},
		{len(p.QueryFields) > 0 && !slices.ContainsFunc(p.QueryFields, func(f Field) bool { return f.Name == "contenttype" }), "contenttype among the parameters of the URL"},
	}
	for _, part := range parts {
		if part.isMissing {
			r.reportf(1, KindLayout, "want %s", part.what)
		}
	}
}

// checkWording reports the fields that the sentence about error codes names although the response has none of the name.
func (r *reader) checkWording() {
	for _, name := range r.page.BatchWording {
		isField := func(f Field) bool { return f.Name == name || strings.HasSuffix(f.Name, "."+name) }
		if !slices.ContainsFunc(r.page.Response, isField) {
			r.reportf(r.begins[codes], KindLayout, "the text about error codes names %s, which is no field", clipped(name))
		}
	}
}
