package draft

import (
	"regexp"
	"slices"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

var (
	// word matches a value that a program reads, as opposed to a sample text in a description.
	word = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)
	// compound matches such a value that is certainly none of English, such as Need_Friend_Type_Yes.
	compound = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+$`)
	number   = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,8})$`)
)

// enum returns the name of the schema of the values that a description names, or "" if it names none or too few. Others
// are allowed, too, if they are plain words, such as roles, and in responses.
func (d *drafter) enum(v *value) string {
	values := make([]string, len(v.choices))
	for i, choice := range v.choices {
		values[i] = choice.Text
	}
	if !areChoices(v.kind(), values) {
		return ""
	}
	isOpen := v.kind() == page.String && (v.isReceived || !all(values, compound))
	for _, sampled := range v.observed.texts {
		if !isOpen && !slices.Contains(values, sampled) || isOpen && sampled == "" {
			v.notef("%s: it may be an enum; the page names %s, and a sample has another value", v.name, strings.Join(values, ", "))
			return ""
		}
	}
	v.isEnum = true
	return d.newEnum(v, values, isOpen)
}

// areChoices reports whether values that a description names can be an enum of the type. A single one rarely is all
// that there is.
func areChoices(kind page.Type, values []string) bool {
	isSeveral := len(values) > 1
	switch kind {
	case page.String:
		return all(values, word) && (isSeveral || len(values) == 1 && all(values, compound))
	case page.Integer:
		return all(values, number) && isSeveral
	default:
		return false
	}
}

func all(values []string, pattern *regexp.Regexp) bool {
	return !slices.ContainsFunc(values, func(value string) bool { return !pattern.MatchString(value) })
}

func (d *drafter) newEnum(v *value, values []string, isOpen bool) string {
	prefix, keyword := "", "enum"
	o, enum := newObject(), texts(values...)
	o.set("type", text(string(v.kind())))
	switch {
	case v.kind() == page.Integer:
		o.set("format", text("int64"))
		for _, element := range enum.Content {
			element.Tag = integerTag
		}
	case isOpen:
		o.set("minLength", integer(1))
		keyword = "x-known-values"
	}
	if v.kind() == page.String {
		prefix = commonPrefix(values)
	}
	points := len(d.points)
	o.set("description", d.describe(v, "the values of "+v.name, "list all values that there are"))
	o.set(keyword, enum)
	if known := d.document.find(o.Node, v.name); known != "" {
		d.points = d.points[:points]
		return known
	}
	name := d.taken.take(goName(prefix), d.id+goName(v.name))
	var variables, meanings []string
	for i, value := range values {
		variable := name + goName(strings.Replace(strings.TrimPrefix(value, prefix), "-", "Minus", 1))
		variables = append(variables, d.taken.take(variable))
		meanings = append(meanings, "TODO: describe in your own words.")
		d.point(v, "describe the value "+value+" of "+v.name, v.choices[i].Meaning)
	}
	o.set("x-enum-varnames", texts(variables...))
	o.set("x-enum-descriptions", texts(meanings...))
	d.add(name, o)
	return name
}

// commonPrefix returns the words that values begin with, such as Add_Type_, or "".
func commonPrefix(values []string) string {
	prefix := values[0]
	if len(values) == 1 {
		return prefix[:strings.LastIndex(prefix, "_")+1]
	}
	for _, value := range values[1:] {
		for !strings.HasPrefix(value, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix[:strings.LastIndex(prefix, "_")+1]
}
