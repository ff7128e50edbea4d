package draft

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/page"
)

// keywords sets what the schema of a value says about its type, and returns what is assumed.
func (d *drafter) keywords(o object, v *value) (assumptions []string) {
	switch kind := v.kind(); {
	case v.isCode:
		o.set("allOf", list(reference("ErrorCode")))
	case kind == page.Object:
		o.set("allOf", list(reference(d.object(v, v.name))))
	case kind == page.Array:
		return d.arrayKeywords(o, v)
	case kind == "":
		o.set("allOf", list(reference(d.anyValue(v))))
	default:
		if name := d.enum(v); name != "" {
			o.set("allOf", list(reference(name)))
		} else {
			assumptions = d.scalarKeywords(o, v, kind)
		}
		d.optional(o, v, kind)
	}
	return assumptions
}

func (d *drafter) arrayKeywords(o object, v *value) (assumptions []string) {
	o.set("type", text("array"))
	if v.limits.maxItems != nil {
		o.set("maxItems", integer(*v.limits.maxItems))
	}
	element := v.element
	if element == nil {
		element = &value{types: []page.Type{page.String}}
		v.notef("%s: the elements are assumed to be strings", v.name)
	}
	element.name, element.file, element.line, element.field = v.name, v.file, v.line, v.field
	element.isRequired, element.choices = true, v.choices
	items := newObject()
	switch kind := element.kind(); kind {
	case page.Object:
		items = object{reference(d.object(element, v.name))}
	case page.Array:
		assumptions = d.arrayKeywords(items, element)
	case "":
		items = object{reference(d.anyValue(element))}
	default:
		if name := d.enum(element); name != "" {
			items = object{reference(name)}
		} else {
			assumptions = d.scalarKeywords(items, element, kind)
		}
	}
	v.notes = append(v.notes, element.notes...)
	if shared := d.document.anchored(items.Node, ""); shared != nil {
		o.set("items", shared)
	} else {
		o.set("items", items.Node)
	}
	return assumptions
}

// scalarKeywords sets type and limits. Accounts have 1 to 32 bytes, as everywhere in the service; and what counts is
// not negative.
func (d *drafter) scalarKeywords(o object, v *value, kind page.Type) (assumptions []string) {
	o.set("type", text(string(kind)))
	isUser := user.MatchString(v.name) && v.observed.longest <= maxAccount
	switch {
	case kind == page.Integer:
		return integerKeywords(o, v)
	case kind == page.String && isUser && v.limits.maxLength == nil:
		o.set("minLength", integer(1))
		o.set("maxLength", integer(maxAccount))
		return []string{fmt.Sprintf("minLength 1 and maxLength %d are assumed from the name", maxAccount)}
	case kind == page.String && v.limits.maxLength != nil:
		if isUser {
			o.set("minLength", integer(1))
		}
		o.set("maxLength", integer(*v.limits.maxLength))
	}
	return nil
}

// maxAccount is the length of a UserID in bytes.
const maxAccount = 32

func integerKeywords(o object, v *value) (assumptions []string) {
	if v.isUnsigned {
		o.set("format", text("uint64"))
		return nil
	}
	o.set("format", text("int64"))
	isPositive := v.observed.numbers == 0 || v.observed.least >= 0
	switch {
	case v.limits.minimum != nil:
		o.set("minimum", integer(*v.limits.minimum))
	case counter.MatchString(v.name) && isPositive:
		o.set("minimum", integer(0))
		assumptions = []string{"minimum 0 is assumed from the name"}
	}
	if v.limits.maximum != nil && *v.limits.maximum < math.MaxInt64 {
		o.set("maximum", integer(*v.limits.maximum))
	}
	return assumptions
}

// optional decides what the zero value of an optional property means in Go.
func (d *drafter) optional(o object, v *value, kind page.Type) {
	switch {
	case v.isRequired || !v.allowsZero(o, kind):
	case kind == page.String:
		o.set("default", text(""))
		v.notef("%s: an empty string is assumed to mean the same as none", v.name)
	case v.isPlain || v.isReceived:
		o.set("default", scalar(kind, "0"))
		v.notef("%s: %s is assumed to mean the same as none", v.name, zero(kind))
	default:
		o.set("x-go-type-skip-optional-pointer", boolean(false))
		v.notef("%s: if %s means the same as none, replace the pointer by a default", v.name, zero(kind))
	}
}

// allowsZero reports whether the zero value in Go satisfies the schema of a value.
func (v *value) allowsZero(o object, kind page.Type) bool {
	if isEnum := slices.Contains(names(o.Node), "allOf"); isEnum {
		isZero := func(choice page.Value) bool { return choice.Text == "0" }
		return kind == page.Integer && slices.ContainsFunc(v.choices, isZero)
	}
	_, minLength := member(o.Node, "minLength")
	_, minimum := member(o.Node, "minimum")
	isPositive := minimum != nil && minimum.Value != "0" && minimum.Value[0] != '-'
	return minLength == nil && !isPositive
}

func zero(kind page.Type) string {
	if kind == page.Boolean {
		return "false"
	}
	return "0"
}

// anyValue adds the schema of a value that may be a string, an integer or an array of strings, as far as its types say.
func (d *drafter) anyValue(v *value) string {
	v.isAny = true
	o := newObject()
	o.set("description", d.describe(v, "the value of "+v.name))
	o.set("x-go-type", text("rest.Value"))
	path := newObject()
	path.set("path", text("github.com/timsns/timsns/rest"))
	path.Style = flow
	o.set("x-go-type-import", path.Node)
	var choices []*yaml.Node
	for _, kind := range []page.Type{page.String, page.Integer, page.Array} {
		if !slices.Contains(v.types, kind) {
			continue
		}
		choice := newObject()
		choice.set("type", text(string(kind)))
		if kind == page.Array {
			element := newObject()
			element.set("type", text("string"))
			choice.set("items", element.Node)
		}
		choices = append(choices, choice.Node)
	}
	o.set("oneOf", list(choices...))
	name := d.taken.take(d.id + strings.TrimSuffix(goName(v.name), "Value") + "Value")
	d.add(name, o)
	return name
}

// isOther reports whether a type is none of those that a rest.Value has.
func isOther(t page.Type) bool { return t != page.String && t != page.Integer && t != page.Array }
