package draft

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/page"
)

// describe returns a description that a person has to write, and shows what the page says. What is assumed is part of it.
func (d *drafter) describe(v *value, what string, assumptions ...string) *yaml.Node {
	quote := ""
	if v.field != nil {
		quote = v.field.Description
	}
	d.point(v, "describe "+what, quote)
	description := "TODO: describe in your own words."
	for _, assumption := range assumptions {
		description += " TODO: " + assumption + "."
	}
	return text(description)
}

// object adds the schema of the object that a property has, unless the document has it, and returns its name.
func (d *drafter) object(v *value, property string) string {
	schemas, points := len(d.schemas), len(d.points)
	at := d.reserve()
	o := d.objectSchema(v)
	if known := d.document.find(o.Node, property); known != "" {
		// What was added since then belongs to it, or it would refer to something else.
		d.schemas, d.points = d.schemas[:schemas], d.points[:points]
		return known
	}
	d.schemas[at] = schema{d.taken.take(d.id + goName(property)), o}
	return d.schemas[at].name
}

// schema is a schema to add.
type schema struct {
	name   string
	schema object
}

func (d *drafter) add(name string, o object) { d.schemas = append(d.schemas, schema{name, o}) }

// reserve keeps a place for a schema, so that it stands before those that it refers to.
func (d *drafter) reserve() int {
	d.schemas = append(d.schemas, schema{})
	return len(d.schemas) - 1
}

func (d *drafter) objectSchema(v *value) object {
	o := newObject()
	o.set("type", text("object"))
	o.set("description", d.describe(v, "what the object "+v.name+" is"))
	properties, required := newObject(), []string(nil)
	taken := goNames{"Envelope": true, "Failures": true, "Err": true, "Pending": true}
	for i, member := range v.members {
		property := d.property(member, i+1, taken)
		properties.set(member.name, property, d.notes(member)...)
		if member.isRequired {
			required = append(required, member.name)
		}
	}
	if len(required) > 0 {
		o.set("required", texts(required...), d.onceShown(v)...)
	}
	if v.result != nil {
		o.set("x-result", v.result.Node)
	}
	if len(v.members) > 0 {
		o.set("properties", properties.Node)
	}
	return o
}

// onceShown returns a comment if a single sample shows what an object of a response has.
func (d *drafter) onceShown(v *value) []string {
	if !v.isReceived || v.observed.objects != 1 {
		return nil
	}
	const note = "only one sample shows the object; which properties are always there?"
	d.point(v, note, "")
	return []string{note}
}

// notes returns what is open about a value, and reports it.
func (d *drafter) notes(v *value) []string {
	for _, note := range v.notes {
		d.points = append(d.points, Point{v.file, v.line, oneLine(note), ""})
	}
	return v.notes
}

func (d *drafter) property(v *value, order int, taken goNames) *yaml.Node {
	o := newObject()
	o.set("x-order", integer(order))
	if name := goName(v.name); !isExported(name) || taken[name] {
		o.set("x-go-name", text(taken.take(name, "Field"+fmt.Sprint(order))))
		v.notef("%s: choose a name in Go", v.name)
	} else {
		taken[name] = true
	}
	position := len(o.Content) // the description stands before what it describes
	assumptions := d.keywords(o, v)
	o.Content = slices.Insert(o.Content, position, text("description"), d.describe(v, v.name, assumptions...))
	return o.Node
}

var (
	account = regexp.MustCompile(`(?i)(^|_)accounts?$|^(user|group)_?id$`)
	user    = regexp.MustCompile(`(?i)(^|_)accounts?$|^user_?ids?$|(?-i:[a-z]Accounts$)`)
	counter = regexp.MustCompile(`(?i)(sequence|seq|number|num|count|index|time|timestamp|offset|limit|size|total)$`)
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
	switch kind := element.kind(); {
	case kind == page.Object:
		items = object{reference(d.object(element, v.name))}
	case kind == page.Array:
		assumptions = d.arrayKeywords(items, element)
	case kind == "":
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

// scalarKeywords sets type and limits. Accounts have 1 to 32 bytes, as everywhere in the service; and what counts is not
// negative.
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
	_, minLength := member(o.Node, "minLength")
	_, minimum := member(o.Node, "minimum")
	isPositive := minimum != nil && minimum.Value != "0" && minimum.Value[0] != '-'
	isEnum := slices.Contains(names(o.Node), "allOf")
	hasZero := !isEnum || kind == page.Integer && slices.ContainsFunc(v.choices, func(c page.Value) bool { return c.Text == "0" })
	switch {
	case v.isRequired || !hasZero || minLength != nil || isPositive:
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
