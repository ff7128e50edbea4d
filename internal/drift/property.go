package drift

import (
	"slices"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

// types compares the types of a value, and reports whether they agree or nothing is known about them.
func (w *walk) types(p *page.Property, n *node) bool {
	documented, named := n.types(), typeNames(p)
	agree := hasTypes(documented, named)
	if p.Field != nil { // samples need not show all types
		agree = agree && hasTypes(named, documented)
	}
	if agree || len(documented) == 0 || len(named) == 0 {
		return true
	}
	w.reportf(KindType, lineOf(p), p.Path(), n.path, "the page has %s, the document %s", withArticle(named),
		withArticle(documented)).knows(n.edition())
	return false
}

func typeNames(p *page.Property) []string {
	names := make([]string, len(p.Types))
	for i, t := range p.Types {
		names[i] = string(t)
	}
	return names
}

// hasTypes reports whether all wanted types are there. Pages also call integers numbers.
func hasTypes(types, wanted []string) bool {
	isNumber := func(name string) bool { return name == "integer" || name == "number" }
	isThere := func(name string) bool {
		return slices.Contains(types, name) || isNumber(name) && slices.ContainsFunc(types, isNumber)
	}
	return !slices.ContainsFunc(wanted, func(name string) bool { return !isThere(name) })
}

// withArticle returns types for a sentence, such as "an integer or a string".
func withArticle(types []string) string {
	words := make([]string, len(types))
	for i, t := range types {
		article := "a "
		if strings.ContainsAny(t[:1], "aio") {
			article = "an "
		}
		words[i] = article + t
	}
	return strings.Join(words, " or ")
}

// required compares whether the table requires a property. Tables of responses do not say it.
func (w *walk) required(p *page.Property, object *node) {
	property := object.property(p.Name)
	if p.Field == nil || p.IsShared || property.extension("x-optional-since") != nil {
		return
	}
	edition := property.edition()
	switch some, all := object.requires(p.Name); {
	case p.Field.Required == page.RequiredYes && !some:
		w.reportf(KindRequired, lineOf(p), p.Path(), property.path, "the page requires it, the document does not").knows(edition)
	case (p.Field.Required == page.RequiredNo || p.Field.Required == page.RequiredConditional) && all:
		w.reportf(KindRequired, lineOf(p), p.Path(), property.path, "the document requires it, the page does not").knows(edition)
	}
}
