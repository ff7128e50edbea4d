package page

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tailscale/hujson"

	"github.com/timsns/timsns/api"
)

// Schema is what table and samples say together about the bodies of requests or responses.
type Schema struct {
	Root        *Property
	Diagnostics []Diagnostic // what is open, in the order of the page
}

// Property is a value in the bodies: the body itself, a member of an object, or the elements of an array.
type Property struct {
	Name string // "" for the body and for elements; see [Property.Path]

	// Types are the likely types: those of the table, unless it and the samples disagree about whether the value is an
	// object or array. They are empty if neither says anything. SampleTypes are those of the values in the samples.
	Types, SampleTypes []Type

	Element    *Property   // of an array; nil if nothing shows what it contains
	Properties []*Property // of an object, in the order of the samples

	Field    *Field // the row of the table, or nil
	IsShared bool   // whether the same row describes other properties, too

	// SampleLine is the line of the first sample that has the property, or 0. Seen is the number of objects in samples
	// that have it, and Of the number that could have it.
	SampleLine, Seen, Of int

	Example string // the first value in the samples, as JSON, of a string, number or boolean
	Comment string // the first comment beside it in the samples

	parent  *Property
	objects int // the number of objects in samples
	members map[string]*Property
	lines   map[Type]int // of the first value of each type in the samples
}

// Path returns where the property is, such as $.ResultItem[].To_Account.
func (p *Property) Path() string {
	var parts []string
	for ; p.parent != nil; p = p.parent {
		if p.Name == "" {
			parts = append(parts, "[]")
		} else {
			parts = append(parts, "."+p.Name)
		}
	}
	slices.Reverse(parts)
	return "$" + strings.Join(parts, "")
}

// Required reports whether a body or object must have the property: what the table says or, if it says nothing, whether
// all objects in samples have it.
func (p *Property) Required() Required {
	switch {
	case p.Field != nil && p.Field.Required != RequiredUnknown:
		return p.Field.Required
	case p.Of > 1 && p.Seen == p.Of:
		return RequiredYes
	case p.Seen < p.Of:
		return RequiredNo
	}
	return RequiredUnknown
}

// Schema joins the table and the samples of requests or responses. The samples give the nesting, and the table the
// rest.
func (p *Page) Schema(direction api.Direction) *Schema {
	b := &builder{page: p, root: &Property{Types: []Type{Object}}}
	samples := p.Samples(direction)
	for i := range samples {
		if samples[i].Problem == "" {
			b.sample = &samples[i]
			b.add(b.root, samples[i].JSON)
		}
	}
	b.join(p.Fields(direction))
	b.settle(b.root)
	sortDiagnostics(b.diagnostics)
	return &Schema{b.root, b.diagnostics}
}

// builder builds a schema.
type builder struct {
	page        *Page
	root        *Property
	sample      *Sample
	diagnostics []Diagnostic
}

func (b *builder) reportf(line int, kind Kind, format string, arguments ...any) {
	d := Diagnostic{File: b.page.File, Line: line, Kind: kind, Message: fmt.Sprintf(format, arguments...)}
	b.diagnostics = append(b.diagnostics, d)
}

// add adds a value of a sample to the property that it belongs to.
func (b *builder) add(p *Property, value hujson.Value) {
	p.Seen++
	line := b.sample.lineOf(value.StartOffset)
	if p.SampleLine == 0 {
		p.SampleLine = line
	}
	switch v := value.Value.(type) {
	case *hujson.Object:
		p.sampled(Object, line)
		p.objects++
		b.members(p, v)
	case *hujson.Array:
		p.sampled(Array, line)
		for _, element := range v.Elements {
			if p.Element == nil {
				p.Element = &Property{parent: p}
			}
			b.add(p.Element, element)
		}
	case hujson.Literal:
		p.literal(v, line)
	}
}

// maxName is the length in bytes that the names of fields may have. The vendor's are far shorter.
const maxName = 100

func (b *builder) members(p *Property, object *hujson.Object) {
	isKnown := map[string]bool{}
	for _, member := range object.Members {
		name := member.Name.Value.(hujson.Literal).String() //nolint:forcetypeassert // hujson accepts no other name
		line := b.sample.lineOf(member.Name.StartOffset)
		if isKnown[name] || len(name) > maxName {
			b.reportf(line, KindSample, "a name is ignored, since it is too long or the object has it twice: %s", clipped(name))
			continue
		}
		isKnown[name] = true
		child := p.child(name)
		if child.Comment == "" {
			child.Comment = b.sample.Comments[line]
		}
		b.add(child, member.Value)
	}
}

// child returns the member of an object, and adds it if it is new.
func (p *Property) child(name string) *Property {
	if child := p.members[name]; child != nil {
		return child
	}
	child := &Property{Name: name, parent: p}
	p.insert(child, len(p.Properties))
	return child
}

func (p *Property) insert(child *Property, index int) {
	if p.members == nil {
		p.members = map[string]*Property{}
	}
	p.members[child.Name] = child
	p.Properties = append(p.Properties[:index], append([]*Property{child}, p.Properties[index:]...)...)
}

func (p *Property) sampled(t Type, line int) {
	if p.lines[t] != 0 {
		return
	}
	if p.lines == nil {
		p.lines = map[Type]int{}
	}
	p.lines[t] = line
	p.SampleTypes = append(p.SampleTypes, t)
}

func (p *Property) literal(value hujson.Literal, line int) {
	switch value.Kind() {
	case '"':
		p.sampled(String, line)
	case 't', 'f':
		p.sampled(Boolean, line)
	case '0':
		if strings.ContainsAny(string(value), ".eE") {
			p.sampled(Number, line)
		} else {
			p.sampled(Integer, line)
		}
	default:
		return // null says nothing about the type
	}
	if p.Example == "" {
		p.Example = string(value)
	}
}

// settle completes a property and those inside it.
func (b *builder) settle(p *Property) {
	if p.Name != "" {
		b.settleTypes(p)
	}
	if p.Name == "" && p != b.root {
		p.Types = p.SampleTypes
		if field := p.parent.Field; field != nil && len(field.Elements) > 0 {
			p.Types = field.Elements
		}
	}
	if p.Element != nil {
		b.settle(p.Element)
	}
	for _, child := range p.Properties {
		child.Of = p.objects
		b.settle(child)
	}
}
