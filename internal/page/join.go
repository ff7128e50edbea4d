package page

import (
	"slices"
	"strings"
)

// join gives each row of the table its property, and adds the properties that no sample has.
func (b *builder) join(fields []Field) {
	places := make([]*Property, len(fields)) // the property of each row, or nil
	for i := range fields {
		if isDotted(fields[i].Name) {
			places[i] = b.dotted(&fields[i])
		}
	}
	b.named(fields, places)
	for i := range fields {
		field := &fields[i]
		switch {
		case places[i] != nil || !identifier.MatchString(field.Name): // Read reports a name that is prose
		case isDotted(field.Name):
			places[i] = b.placeDotted(field)
		default:
			places[i] = b.place(field, places, i)
		}
	}
}

func isDotted(name string) bool { return strings.Contains(name, ".") && identifier.MatchString(name) }

// named finds the properties that have the names of rows.
func (b *builder) named(fields []Field, places []*Property) {
	byName, bySpelling := map[string][]*Property{}, map[string][]*Property{}
	for p := range b.root.all {
		if p.Field == nil {
			byName[p.Name] = append(byName[p.Name], p)
			bySpelling[spelling(p.Name)] = append(bySpelling[spelling(p.Name)], p)
		}
	}
	rows := map[string]int{}
	for _, field := range fields {
		rows[field.Name]++
	}
	for i := range fields {
		field := &fields[i]
		switch found := byName[field.Name]; {
		case isDotted(field.Name):
		case len(found) == 0:
			places[i] = b.misspelt(field, bySpelling[spelling(field.Name)])
		case rows[field.Name] > 1 && len(found) > 1:
			places[i] = found[0]
			found[0].Field, byName[field.Name] = field, found[1:]
		default:
			places[i] = b.share(field, found)
		}
	}
}

// all calls yield for the named properties inside p, in their order.
func (p *Property) all(yield func(*Property) bool) { p.walk(yield) }

func (p *Property) walk(yield func(*Property) bool) bool {
	if p.Name != "" && !yield(p) {
		return false
	}
	if p.Element != nil && !p.Element.walk(yield) {
		return false
	}
	for _, child := range p.Properties {
		if !child.walk(yield) {
			return false
		}
	}
	return true
}

// spelling returns a name without what editors change by accident: case and underscores.
func spelling(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// dotted finds the property with a name such as ErrorList.To_Account, which may begin inside an object.
func (b *builder) dotted(field *Field) *Property {
	b.reportf(field.Line, KindDotted, "%s: the table states the place", field.Name)
	name := strings.ReplaceAll(field.Name, "[]", "")
	last := name[strings.LastIndex(name, ".")+1:]
	for p := range b.root.all {
		if p.Name == last && strings.HasSuffix(strings.ReplaceAll(p.Path(), "[]", ""), "."+name) {
			p.Field = field
			return p
		}
	}
	return nil
}

// placeDotted adds the property, which no sample has.
func (b *builder) placeDotted(field *Field) *Property {
	b.reportf(field.Line, KindTableOnly, "%s: no sample has it", field.Name)
	names := strings.Split(strings.ReplaceAll(field.Name, "[]", ""), ".")
	parent := b.root
	for p := range b.root.all {
		if p.Name == names[0] {
			parent = p.parent
			break
		}
	}
	for _, name := range names[:len(names)-1] {
		child := parent.child(name)
		if child.Field == nil && child.SampleTypes == nil {
			child.SampleTypes = []Type{Object} // the dot says so
		}
		parent = child.object()
	}
	child := parent.child(names[len(names)-1])
	child.Field = field
	return child
}

// object returns the object whose members belong to p: itself, or the elements if it is an array.
func (p *Property) object() *Property {
	isArray := slices.Contains(p.SampleTypes, Array) || p.Field != nil && slices.Contains(p.Field.Types, Array)
	if p.Element == nil && isArray {
		p.Element = &Property{parent: p, SampleTypes: []Type{Object}}
	}
	if p.Element != nil {
		return p.Element
	}
	return p
}

// misspelt finds the only property whose name differs in case or underscores.
func (b *builder) misspelt(field *Field, similar []*Property) *Property {
	if len(similar) != 1 || similar[0].Field != nil {
		return nil
	}
	p := similar[0]
	b.reportf(field.Line, KindSpelling, "the table has %s, the sample at line %d has %s", field.Name, p.SampleLine, p.Name)
	p.Field = field
	return p
}

// share gives a row to all properties of its name.
func (b *builder) share(field *Field, found []*Property) *Property {
	if len(found) > 1 {
		const first = 5
		paths := make([]string, 0, first)
		for _, p := range found[:min(len(found), first)] {
			paths = append(paths, p.Path())
		}
		b.reportf(field.Line, KindSeveralPaths, "%s: one row describes %d properties: %s",
			field.Name, len(found), strings.Join(paths, ", "))
	}
	for _, p := range found {
		p.Field, p.IsShared = field, len(found) > 1
	}
	return found[0]
}

// place adds the property of a row that no sample has. Rows stand in the order of the samples, with the members of an
// object behind it: so a row between two members of an object is one, too. Elsewhere the place is a guess: that of
// likelyParent, that of the next row or, at the end, the body itself.
func (b *builder) place(field *Field, places []*Property, i int) *Property {
	parent, index := b.root, len(b.root.Properties)
	var before, after *Property
	if i > 0 {
		before = places[i-1]
	}
	if next := slices.IndexFunc(places[i:], func(p *Property) bool { return p != nil }); next >= 0 {
		after = places[i+next]
		parent = after.parent
		index = slices.Index(parent.Properties, after)
	}
	where := parent.Path()
	if !isSure(parent, before, after) {
		if likely := likelyParent(field, before, places); likely != nil {
			parent, index = likely, len(likely.Properties)
		}
		where = parent.Path() + ", which is a guess"
	}
	b.reportf(field.Line, KindTableOnly, "%s: no sample has it; it is placed in %s", field.Name, where)
	child := &Property{Name: field.Name, parent: parent, Field: field}
	parent.insert(child, index)
	return child
}

// isSure reports whether a row between two others, which may be nil, can only belong to parent.
func isSure(parent, before, after *Property) bool {
	switch {
	case before == nil:
		return parent.parent == nil
	case after == nil:
		return before.parent.parent == nil
	}
	return parent == before.parent || parent == before || parent == before.Element
}

// likelyParent returns the object whose description names a field, or the one with the field of the row before it if
// their names begin alike, or nil.
func likelyParent(field *Field, before *Property, places []*Property) *Property {
	isObject := func(p *Property) bool { return p != nil && slices.Contains(p.SampleTypes, Object) }
	for _, p := range places {
		if (isObject(p) || p != nil && isObject(p.Element)) && strings.Contains(p.Field.Description, field.Name) {
			return p.object()
		}
	}
	const alike = 8 // in bytes; ErrorCode and ErrorInfo have only 5 in common
	if before != nil && len(before.Name) >= alike && strings.HasPrefix(field.Name, before.Name[:alike]) {
		return before.parent
	}
	return nil
}
