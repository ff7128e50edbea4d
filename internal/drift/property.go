package drift

import (
	"slices"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

// types compares the types of a value. Pages say Number for integers, too.
func (w *walk) types(p *page.Property, n *node) {
	documented := n.types()
	if len(p.Types) == 0 || len(documented) == 0 {
		return
	}
	isNumber := func(name string) bool { return name == "integer" || name == "number" }
	var unknown, missing []string
	for _, t := range p.Types {
		isKnown := slices.Contains(documented, string(t)) || isNumber(string(t)) && slices.ContainsFunc(documented, isNumber)
		if !isKnown {
			unknown = append(unknown, string(t))
		}
	}
	for _, name := range documented {
		isNamed := slices.Contains(p.Types, page.Type(name)) || isNumber(name) &&
			slices.ContainsFunc(p.Types, func(t page.Type) bool { return isNumber(string(t)) })
		if !isNamed && p.Field != nil { // samples need not show all types
			missing = append(missing, name)
		}
	}
	if unknown != nil || missing != nil {
		w.report(KindType, lineOf(p), p.Path(), n.path, "the page has %s, the document %s",
			withArticle(p.Types), withArticle(documented)).knows(n.edition())
	}
}

// withArticle returns types for a sentence, such as "an integer or a string".
func withArticle[T ~string](types []T) string {
	words := make([]string, len(types))
	for i, t := range types {
		article := "a "
		if strings.ContainsAny(string(t[:1]), "aio") {
			article = "an "
		}
		words[i] = article + string(t)
	}
	return strings.Join(words, " or ")
}

// required compares whether the table requires a property. Tables of responses do not say it.
func (w *walk) required(p *page.Property, object *node) {
	property := object.property(p.Name)
	if p.Field == nil || p.IsShared || property.extension("x-optional-since") != nil {
		return
	}
	switch requires := object.requires(p.Name); {
	case p.Field.Required == page.RequiredYes && !requires:
		w.report(KindRequired, lineOf(p), p.Path(), property.path, "the page requires it, the document does not").
			knows(property.edition())
	case (p.Field.Required == page.RequiredNo || p.Field.Required == page.RequiredConditional) && requires:
		w.report(KindRequired, lineOf(p), p.Path(), property.path, "the document requires it, the page does not").
			knows(property.edition())
	}
}
