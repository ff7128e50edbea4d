package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

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

	isReceived bool    // it is part of a response
	isPlain    bool    // it must not be a pointer in Go
	isCode     bool    // it is an error code
	isEnum     bool    // it is one of choices
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
		if v.member(child.Name) != nil { // a table may have two rows of a name
			v.notef("%s: a second row for %s is ignored", v.name, child.Name)
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
	isArray := slices.Contains(v.types, page.Array)
	for _, limit := range v.field.Limits {
		minimum, maximum := limit.Minimum, limit.Maximum
		switch {
		case maximum < minimum || maximum <= 0:
		case limit.Unit == page.Items && isArray:
			v.limits.maxItems = &maximum
		case (limit.Unit == page.Bytes || limit.Unit == page.Characters) && slices.Contains(v.types, page.String):
			v.limits.maxLength = &maximum
		case (limit.Unit == page.Plain || limit.Unit == page.Seconds) && slices.Contains(v.types, page.Integer):
			v.limits.minimum, v.limits.maximum = &minimum, &maximum
		case v.limits == limits{}:
			v.notef("%s: the page has a limit that fits no keyword: %d %s", v.name, maximum, limit.Unit)
		}
	}
}

// kind returns the type of the value. It is "" for a value that may be a string, an integer or an array of strings.
func (v *value) kind() page.Type {
	isOther := func(t page.Type) bool { return t != page.String && t != page.Integer && t != page.Array }
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

// merge adds what another page says about the value. Where the pages differ, the value that accepts more is taken.
func (v *value) merge(other *value) {
	where := fmt.Sprintf("%s:%d", other.file, other.line)
	if v.name != "" && v.kind() != other.kind() {
		v.notef("%s: %s has the type %s, and %s:%d %s", v.name, where, describe(other), v.file, v.line, describe(v))
		return
	}
	if v.isRequired != other.isRequired {
		v.notef("%s: it is required in only one of %s and %s:%d", v.name, where, v.file, v.line)
		v.isRequired = false
	}
	v.mergeLimits(other, where)
	for _, choice := range other.choices {
		if !slices.ContainsFunc(v.choices, func(known page.Value) bool { return known.Text == choice.Text }) {
			v.choices = append(v.choices, choice)
			v.notef("%s: only %s has the value %s", v.name, where, choice.Text)
		}
	}
	if v.field == nil {
		v.field = other.field
	}
	if v.element != nil && other.element != nil {
		v.element.merge(other.element)
	} else {
		v.element = cmp.Or(v.element, other.element)
	}
	v.mergeMembers(other)
}

func describe(v *value) string { return cmp.Or(string(v.kind()), "string or integer") }

func (v *value) mergeMembers(other *value) {
	for _, member := range v.members {
		if other.member(member.name) == nil {
			member.notef("%s: %s lacks it", member.name, other.file)
			member.isRequired = false
		}
	}
	for _, member := range other.members {
		if known := v.member(member.name); known != nil {
			known.merge(member)
			continue
		}
		member.notef("%s: %s lacks it", member.name, v.file)
		member.isRequired = false
		v.members = append(v.members, member)
	}
}

func (v *value) mergeLimits(other *value, where string) {
	pairs := []struct {
		name        string
		mine, other **int64
		isLower     bool
	}{
		{"minimum", &v.limits.minimum, &other.limits.minimum, true},
		{"maximum", &v.limits.maximum, &other.limits.maximum, false},
		{"maxLength", &v.limits.maxLength, &other.limits.maxLength, false},
		{"maxItems", &v.limits.maxItems, &other.limits.maxItems, false},
	}
	for _, pair := range pairs {
		mine, theirs := *pair.mine, *pair.other
		switch {
		case theirs == nil || mine != nil && *mine == *theirs:
		case mine == nil:
			*pair.mine = theirs
			v.notef("%s: only %s limits it: %s %d", v.name, where, pair.name, *theirs)
		default:
			v.notef("%s: %s has %s %d, and %s:%d %d", v.name, where, pair.name, *theirs, v.file, v.line, *mine)
			if (*theirs < *mine) == pair.isLower {
				*pair.mine = theirs
			}
		}
	}
}

// observation is what the samples have for a value.
type observation struct {
	seen, objects  int      // how often the value is there, and how often it is an object
	longest, most  int      // the length of strings, and the number of elements
	numbers        int      // how many integers there are
	least, largest int64    // of them
	texts          []string // values of strings and integers, without repetitions
}

// maxTexts is how many values of a property are compared with those that its description names.
const maxTexts = 100

// observe records a value of a sample.
func (v *value) observe(sample *yaml.Node) {
	o := &v.observed
	o.seen++
	switch sample.Kind {
	case yaml.MappingNode:
		o.objects++
		for i := 0; i+1 < len(sample.Content); i += 2 {
			if member := v.member(sample.Content[i].Value); member != nil {
				member.observe(sample.Content[i+1])
			}
		}
	case yaml.SequenceNode:
		o.most = max(o.most, len(sample.Content))
		for _, element := range sample.Content {
			if v.element != nil {
				v.element.observe(element)
			}
		}
	default:
		o.scalar(sample)
	}
}

func (o *observation) scalar(sample *yaml.Node) {
	if number, err := strconv.ParseInt(sample.Value, 10, 64); err == nil && sample.Tag == "!!int" {
		if o.numbers == 0 {
			o.least, o.largest = number, number
		}
		o.numbers++
		o.least, o.largest = min(o.least, number), max(o.largest, number)
	}
	if sample.Tag == "!!str" {
		o.longest = max(o.longest, len([]rune(sample.Value)))
	}
	if len(o.texts) < maxTexts && !slices.Contains(o.texts, sample.Value) {
		o.texts = append(o.texts, sample.Value)
	}
}

// settle compares the values inside an object with the samples.
func (v *value) settle(direction api.Direction) {
	v.dropLimits()
	if v.element != nil {
		v.element.settle(direction)
	}
	for _, member := range v.members {
		isAlways := v.observed.objects > 0 && member.observed.seen == v.observed.objects
		switch {
		case direction == api.Responses:
			member.isRequired = isAlways
		case member.isRequired && v.observed.objects > 0 && !isAlways:
			member.isRequired = false
			member.notef("%s: the table requires it, and a sample lacks it", member.name)
		}
		member.settle(direction)
	}
}

// dropLimits removes the limits that a sample exceeds.
func (v *value) dropLimits() {
	drop := func(limit **int64, name string, exceeds func(int64) bool) {
		if *limit != nil && exceeds(**limit) {
			v.notef("%s: a sample exceeds %s %d of the table", v.name, name, **limit)
			*limit = nil
		}
	}
	o := v.observed
	drop(&v.limits.minimum, "minimum", func(n int64) bool { return o.numbers > 0 && o.least < n })
	drop(&v.limits.maximum, "maximum", func(n int64) bool { return o.numbers > 0 && o.largest > n })
	drop(&v.limits.maxLength, "maxLength", func(n int64) bool { return int64(o.longest) > n })
	drop(&v.limits.maxItems, "maxItems", func(n int64) bool { return int64(o.most) > n })
}
