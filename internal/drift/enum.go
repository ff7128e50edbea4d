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
			w.reportf(KindValue, lineOf(p), p.Path(), n.path, "the page names the value %s, which the document does not have",
				value.Text).knows(n.edition())
		}
	}
	if len(p.Field.Values) == 0 {
		return
	}
	described := words(p.Field.Description)
	for _, value := range slices.Concat(n.enum(), n.items().enum()) {
		if text := fmt.Sprint(value); !slices.Contains(described, text) && !w.sampled()[text] {
			w.reportf(KindValue, lineOf(p), p.Path(), n.path, "the document has the value %s, which the page does not name", text).
				knows(n.edition())
		}
	}
}

// allows reports whether the document has a value. Only numbers and what looks like the values that the document lists
// count: any word may stand where pages explain values.
func (w *walk) allows(n *node, text string) bool {
	if elements := n.items(); elements.exists() {
		n = elements
	}
	absent, _ := n.extension("x-absent-values").([]any)
	isAllowed, isValue := slices.Contains(absent, any(text)), false
	listed := n.listed()
	number, err := strconv.ParseFloat(text, 64)
	for _, name := range n.types() {
		switch {
		case name == "string" && slices.ContainsFunc(listed, isLike(text)):
			isAllowed, isValue = isAllowed || slices.Contains(listed, text) || n.hasPrefix(text), true
		case (name == "integer" || name == "number") && err == nil:
			isAllowed, isValue = isAllowed || n.accepts(number), true
		}
	}
	return isAllowed || !isValue
}

// isLike returns a function that reports whether a value is spelled like the text: with underscores or without.
func isLike(text string) func(value string) bool {
	return func(value string) bool { return strings.Contains(text, "_") == strings.Contains(value, "_") }
}

// listed returns the values that the document lists, also where it allows others.
func (n *node) listed() []string {
	var values []string
	for _, p := range n.parts {
		known, _ := p.schema.Extensions["x-known-values"].([]any)
		for _, value := range slices.Concat(p.schema.Enum, known) {
			values = append(values, fmt.Sprint(value))
		}
	}
	return values
}

// hasPrefix reports whether a value begins with a word of the description that ends with an underscore. Such a word,
// as Tag_SNS_Custom_, stands for all values that begin with it.
func (n *node) hasPrefix(value string) bool {
	isPrefix := func(word string) bool { return strings.HasSuffix(word, "_") && strings.HasPrefix(value, word) }
	return slices.ContainsFunc(n.parts, func(p part) bool { return slices.ContainsFunc(words(p.schema.Description), isPrefix) })
}
