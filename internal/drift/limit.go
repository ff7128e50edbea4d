package drift

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

// limits compares the limits that the description of a property states. They are found by the wording, so it is enough
// if the document has one of those with the same unit.
func (w *walk) limits(p *page.Property, n *node) {
	isKnown := map[page.Unit]bool{} // or reported
	for _, limit := range p.Field.Limits {
		isKnown[limit.Unit] = isKnown[limit.Unit] || w.hasLimit(n, limit)
	}
	for _, limit := range p.Field.Limits {
		if isKnown[limit.Unit] {
			continue
		}
		isKnown[limit.Unit] = true
		documented := "none"
		if bounds := w.bounds(n, limit.Unit); len(bounds) > 0 {
			documented = strings.Join(bounds, " and ")
		}
		w.reportf(KindLimit, lineOf(p), p.Path(), n.path, "the page has the limit %s, the document %s",
			limitText(limit), documented).knows(n.edition())
	}
}

// hasLimit reports whether keywords state the limit or, where none does, a description.
func (w *walk) hasLimit(n *node, limit page.Limit) bool {
	number := strconv.FormatInt(limit.Maximum, 10)
	bounds := w.bounds(n, limit.Unit)
	if len(bounds) == 0 {
		return !takesLimit(n, limit.Unit) || slices.Contains(words(w.operation.Description), number) ||
			slices.Contains(words(n.heads[0].Description), number)
	}
	isMinimum := func(bound string) bool { return strings.HasPrefix(bound, "minimum") }
	hasMinimum := limit.Minimum == 0 || !slices.ContainsFunc(bounds, isMinimum) ||
		slices.Contains(bounds, fmt.Sprintf("minimum %d", limit.Minimum))
	isMaximum := func(bound string) bool { return !isMinimum(bound) && strings.HasSuffix(bound, " "+number) }
	return hasMinimum && slices.ContainsFunc(bounds, isMaximum)
}

// bounds returns the keywords for limits with a unit, with their values. They are empty if none states a maximum.
func (w *walk) bounds(n *node, unit page.Unit) []string {
	var minima, maxima []string
	add := func(bounds *[]string, keyword string, value float64, units ...page.Unit) {
		bound := keyword + " " + strconv.FormatFloat(value, 'f', -1, 64)
		if slices.Contains(units, unit) && !slices.Contains(*bounds, bound) {
			*bounds = append(*bounds, bound)
		}
	}
	for _, p := range slices.Concat(n.parts, n.items().parts) {
		if p.schema.Min != nil {
			add(&minima, "minimum", *p.schema.Min, page.Plain)
		}
		if p.schema.Max != nil {
			add(&maxima, "maximum", *p.schema.Max, page.Plain, page.Seconds)
		}
		if p.schema.MaxItems != nil {
			add(&maxima, "maxItems", float64(*p.schema.MaxItems), page.Items, page.Plain)
		}
		if p.schema.MaxLength != nil {
			add(&maxima, "maxLength", float64(*p.schema.MaxLength), page.Bytes, page.Characters, page.Plain)
		}
	}
	if size := w.batchSize(n); size > 0 {
		add(&maxima, "size", size, page.Items, page.Plain)
	}
	if maxima == nil {
		return nil
	}
	return slices.Concat(minima, maxima)
}

// batchSize returns the size that x-batch states for an array of the request, or 0.
func (w *walk) batchSize(n *node) float64 {
	batch, _ := w.spec.Extensions["x-batch"].(map[string]any)
	size, _ := batch["size"].(float64)
	name, _ := batch["request"].(string)
	if n.path != w.root.property(name).path {
		return 0
	}
	return size
}

// takesLimit reports whether a value has something that the unit counts.
func takesLimit(n *node, unit page.Unit) bool {
	types := slices.Concat(n.types(), n.items().types())
	switch unit {
	case page.Items:
		return slices.Contains(types, "array")
	case page.Bytes, page.Characters:
		return slices.Contains(types, "string")
	default:
		return !slices.Contains(types, "object")
	}
}

func limitText(limit page.Limit) string {
	text := strconv.FormatInt(limit.Maximum, 10)
	if limit.Minimum > 0 {
		text = fmt.Sprintf("%d to %s", limit.Minimum, text)
	}
	return strings.TrimSpace(text + " " + string(limit.Unit))
}

// words returns the words and numbers of a text.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
}
