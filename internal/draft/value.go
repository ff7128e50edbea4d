package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// value is what the pages say about a value in the bodies.
type value struct {
	name       string
	types      []page.Type
	element    *value
	members    []*value
	isRequired bool
	isUnsigned bool // it needs all 64 bits
	choices    []page.Value
	limits     limits
	observed   observation

	field *page.Field // nil if no table has it
	file  string
	line  int
	notes []string // what is open about it

	isBody     bool    // it is a request or response
	isReceived bool    // it is part of a response
	isPlain    bool    // it must not be a pointer in Go
	isCode     bool    // it is an error code
	isEnum     bool    // it is one of choices
	isUnion    bool    // it is one of the objects of a union that the document has
	isAny      bool    // it is a string, an integer or an array of strings
	result     *object // x-result, if it is an object that reports the outcome for an account
}

// limits are the bounds of a value; nil for those that no page states.
type limits struct{ minimum, maximum, maxLength, maxItems *int64 }

func (v *value) notef(format string, arguments ...any) {
	v.notes = append(v.notes, fmt.Sprintf(format, arguments...))
}

// read returns what a page says about the bodies of requests or responses.
func read(p *page.Page, direction api.Direction) *value {
	schema := p.Schema(direction)
	about := map[int][]string{} // the diagnostics by their line
	for _, d := range schema.Diagnostics {
		if d.Kind != page.KindDotted && d.Kind != page.KindSeveralPaths {
			about[d.Line] = append(about[d.Line], d.Message)
		}
	}
	return convert(p, schema.Root, about, direction)
}

func convert(p *page.Page, property *page.Property, about map[int][]string, direction api.Direction) *value {
	v := &value{
		name: property.Name, types: property.Types, field: property.Field, file: p.File, line: property.SampleLine,
		isReceived: direction == api.Responses,
	}
	if v.field != nil {
		v.line = v.field.Line
		v.allowSampled(property.SampleTypes)
		v.choices = v.field.Values
		v.isUnsigned = strings.Contains(strings.ToLower(v.field.TypeText), "uint64")
		v.readLimits()
	}
	if v.name != "" {
		for _, message := range about[v.line] {
			if isAbout(message, v.name) { // a line may have several properties
				v.notes = append(v.notes, message)
			}
		}
		v.readRequired(property.Required(), direction)
	}
	if property.Element != nil {
		v.element = convert(p, property.Element, about, direction)
	}
	for _, child := range property.Properties {
		switch {
		case v.member(child.Name) != nil: // a table may have two rows of a name
			v.notef("%s: a second row for %s is ignored", v.name, child.Name)
			continue
		case !fieldName.MatchString(child.Name):
			v.notef("%s: the name %q is ignored", v.name, child.Name)
			continue
		}
		v.members = append(v.members, convert(p, child, about, direction))
	}
	return v
}

// allowSampled adds the type of the samples if the table has a string or an integer, and the samples an array: then the
// table is incomplete.
func (v *value) allowSampled(sampled []page.Type) {
	isScalar := slices.ContainsFunc(v.field.Types, func(t page.Type) bool { return t == page.String || t == page.Integer })
	if isScalar && slices.Contains(sampled, page.Array) {
		v.types = append(slices.Clone(v.field.Types), page.Array)
		v.notef("%s: it may be an array in samples, and not in the table", v.name)
	}
}

// fieldName matches what may be the name of a field.
var fieldName = regexp.MustCompile(`^[\pL\pN_][\pL\pN_.$@#-]*$`)

// isAbout reports whether a message is about a property, and not about one inside it.
func isAbout(message, name string) bool {
	_, after, isThere := strings.Cut(message, name)
	return isThere && !strings.HasPrefix(after, ".") && !strings.HasPrefix(after, "[")
}

// readRequired decides whether a value is required. In responses, the samples decide later.
func (v *value) readRequired(required page.Required, direction api.Direction) {
	v.isRequired = required == page.RequiredYes
	switch {
	case direction == api.Responses:
	case required == page.RequiredConditional:
		v.notef("%s: it is required on a condition, so that it is optional here", v.name)
	case required == page.RequiredUnknown:
		v.notef("%s: no page says whether it is required", v.name)
	}
}

// readLimits reads what the description says. The vendor counts bytes; n bytes never hold more than n characters.
func (v *value) readLimits() {
	for _, limit := range v.field.Limits {
		if limit.Minimum <= limit.Maximum && limit.Maximum > 0 {
			v.readLimit(limit)
		}
	}
}

func (v *value) readLimit(limit page.Limit) {
	fits := func(kind page.Type, units ...page.Unit) bool {
		return slices.Contains(v.types, kind) && slices.Contains(units, limit.Unit)
	}
	switch {
	case fits(page.Array, page.Items):
		v.limits.maxItems = &limit.Maximum
	case fits(page.String, page.Bytes, page.Characters):
		v.limits.maxLength = &limit.Maximum
	case fits(page.Integer, page.Plain, page.Seconds):
		v.limits.minimum, v.limits.maximum = &limit.Minimum, &limit.Maximum
	case v.limits == limits{}:
		v.notef("%s: the page has a limit that fits no keyword: %d %s", v.name, limit.Maximum, limit.Unit)
	}
}

// kind returns the type of the value. It is "" for a value that may be a string, an integer or an array of strings.
func (v *value) kind() page.Type {
	hasObjects := v.element != nil && v.element.kind() == page.Object
	switch {
	case len(v.types) == 1:
		return v.types[0]
	case len(v.members) > 0:
		return page.Object
	case len(v.types) == 0 && v.element == nil:
		return page.String
	case len(v.types) == 0 || hasObjects:
		return page.Array
	case slices.Contains(v.types, page.Number) && !slices.Contains(v.types, page.String):
		return page.Number
	case slices.ContainsFunc(v.types, isOther):
		return v.types[0]
	}
	return ""
}

func (v *value) member(name string) *value {
	for _, member := range v.members {
		if member.name == name {
			return member
		}
	}
	return nil
}

// find returns the members that satisfy a condition.
func (v *value) find(condition func(*value) bool) []*value {
	var found []*value
	for _, member := range v.members {
		if condition(member) {
			found = append(found, member)
		}
	}
	return found
}

// elements returns the kind of the elements of an array, or "" for another value.
func (v *value) elements() page.Type {
	if v.kind() != page.Array || v.element == nil {
		return ""
	}
	return v.element.kind()
}
