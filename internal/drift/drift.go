// Package drift compares the vendor's pages with a document. Pages of different years and languages contradict each
// other, so a difference is drift only if the document does not say that it knows of it.
package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// Finding is a difference between a page and the document.
type Finding struct {
	File string // the page
	Line int

	Command   string
	Direction api.Direction // "" if it is about the operation
	Path      string        // of the value in the body, such as $.ResultItem[].GroupName, or ""

	Document string // where the document differs, such as components.schemas.GroupGetRequest.properties.GroupName
	Kind     Kind
	Reason   string // what the page says and what the document says

	// IsNote is true if the finding is no drift: the document knows of it, only some pages of the command have it, or it
	// is of KindUnread.
	IsNote bool
}

// Kind says what differs.
type Kind string

// The kinds of findings.
const (
	KindCommand  Kind = "command"  // the document lacks the command
	KindPath     Kind = "path"     // of the URL
	KindRate     Kind = "rate"     // the calls per second
	KindCode     Kind = "code"     // an error code
	KindAdded    Kind = "added"    // the document lacks a property
	KindDropped  Kind = "dropped"  // the page lacks a property
	KindMoved    Kind = "moved"    // a property is in another object
	KindType     Kind = "type"     // of a property or an element
	KindRequired Kind = "required" // whether a request must have a property
	KindLimit    Kind = "limit"    // the length or size of a value
	KindValue    Kind = "value"    // a value of an enum
	KindSample   Kind = "sample"   // a sample that the document does not allow
	KindUnread   Kind = "unread"   // a part of the page that could not be compared, or contradicts another
)

// Compare compares pages with the document. Several pages of one command, such as those in two languages, are read
// together: what only some of them say is a note.
func Compare(document *api.Document, pages []*page.Page) ([]Finding, error) {
	strict, err := document.Strict()
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, group := range byPath(pages) {
		pagesFindings := make([][]Finding, len(group))
		for i, p := range group {
			pagesFindings[i] = comparePage(document, strict, p)
		}
		found = append(found, merge(group, pagesFindings)...)
	}
	return found, nil
}

// byPath returns the pages of each command.
func byPath(pages []*page.Page) [][]*page.Page {
	var groups [][]*page.Page
	indexes := map[string]int{}
	for _, p := range pages {
		index, isKnown := indexes[p.Path]
		if !isKnown {
			index = len(groups)
			indexes[p.Path] = index
			groups = append(groups, nil)
		}
		groups[index] = append(groups[index], p)
	}
	return groups
}

// merge returns what all pages of a command say once, in the place of the first page, and what only some say as notes.
func merge(pages []*page.Page, pagesFindings [][]Finding) []Finding {
	having := map[Finding][]string{} // the files of the pages
	for _, findings := range pagesFindings {
		for _, finding := range findings {
			key := withoutPlace(finding)
			having[key] = append(having[key], finding.File)
		}
	}
	var merged []Finding
	for _, findings := range pagesFindings {
		for _, finding := range findings {
			files := having[withoutPlace(finding)]
			if finding.Kind != KindUnread && len(files) < len(pages) {
				finding.IsNote = true
				finding.Reason += "; other pages of the command do not: " + strings.Join(otherFiles(pages, files), ", ")
			}
			if isFirst := finding.File == files[0]; isFirst || finding.Kind == KindUnread {
				merged = append(merged, finding)
			}
		}
	}
	return merged
}

// otherFiles returns the files of the pages that are not among files.
func otherFiles(pages []*page.Page, files []string) []string {
	var others []string
	for _, p := range pages {
		if !slices.Contains(files, p.File) {
			others = append(others, p.File)
		}
	}
	return others
}

// withoutPlace returns a finding without what differs from page to page.
func withoutPlace(f Finding) Finding {
	f.File, f.Line = "", 0
	return f
}

func sortFindings(found []Finding) {
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(a.Line, b.Line) })
}
