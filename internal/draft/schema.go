package draft

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// describe returns a description that a person has to write, and shows what the page says. What is assumed is part of
// it.
func (d *drafter) describe(v *value, what string, assumptions ...string) *yaml.Node {
	quote := ""
	if v.field != nil {
		quote = v.field.Description
	}
	d.point(v, "describe "+what, quote)
	todos := append([]string{"describe in your own words"}, assumptions...)
	return text("TODO: " + strings.Join(todos, ". TODO: ") + ".")
}

// object adds the schema of the object that a property has, unless the document has it, and returns its name.
func (d *drafter) object(v *value, property string) string {
	if union := d.document.union(v); union != "" && v.observed.sample != nil && !d.hasOwnObjects {
		v.isUnion = true
		d.point(v, property+" is assumed to be one of the objects of "+union, "")
		return union
	}
	if kind := kindOf(v); kind != nil {
		d.openf(v, "%s: if objects differ by %s, make a union of them: oneOf with a discriminator", property, kind.name)
	}
	schemas, points := len(d.schemas), len(d.points)
	at := d.reserve()
	o := d.objectSchema(v)
	if known := d.document.find(o.Node, property); known != "" {
		// What was added since then belongs to it, or it would refer to something else.
		d.schemas, d.points = d.schemas[:schemas], d.points[:points]
		if d.document.differs(known, o.Node) {
			v.notef("%s: it is assumed to be the object %s, which has other limits or defaults than the page", property, known)
		}
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
	for _, name := range append([]string{actionStatus, errorCode}, d.envelope.texts...) {
		taken[name] = v.isBody && v.isReceived
	}
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
		o.set("x-go-name", text(taken.take(name, "Field"+strconv.Itoa(order))))
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
