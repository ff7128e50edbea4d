package drift

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

// enum compares the values that the description of a property names. They are found by the wording: a description that
// names none says nothing.
func (w *walk) enum(p *page.Property, n *node) {
	for _, value := range p.Field.Values {
		if !w.allows(n, value.Text) {
			w.reportf(KindValue, lineOf(p), p.Path(), n.path, "the page names the value %s, which the document does not allow",
				value.Text).knows(n.edition())
		}
	}
	if len(p.Field.Values) == 0 {
		return
	}
	described := words(p.Field.Description)
	for _, value := range slices.Concat(n.enum(false), n.items().enum(false)) { // a page need not name all choices
		if text := fmt.Sprint(value); !slices.Contains(described, text) && !w.sampled()[text] {
			w.reportf(KindValue, lineOf(p), p.Path(), n.path, "the document has the value %s, which the page does not name", text).
				knows(n.edition())
		}
	}
}

// allows reports whether the document allows a value. Only numbers and what looks like the values of an enum count: any
// word may stand where pages explain values.
func (w *walk) allows(n *node, text string) bool {
	if elements := n.items(); elements.exists() {
		n = elements
	}
	absent, _ := n.extension("x-absent-values").([]any)
	if slices.Contains(absent, any(text)) {
		return true
	}
	var values []any
	number, err := strconv.ParseFloat(text, 64)
	for _, name := range n.types() {
		switch {
		case name == "string" && slices.ContainsFunc(n.enum(true), isLike(text)):
			values = append(values, text)
		case (name == "integer" || name == "number") && err == nil:
			values = append(values, number)
		}
	}
	return len(values) == 0 || slices.ContainsFunc(values, n.accepts)
}

// isLike returns a function that reports whether a value is spelled like the text: with underscores or without.
func isLike(text string) func(value any) bool {
	return func(value any) bool {
		other, _ := value.(string)
		return strings.Contains(text, "_") == strings.Contains(other, "_")
	}
}
