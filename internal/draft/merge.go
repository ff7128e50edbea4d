package draft

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/timsns/timsns/internal/page"
)

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
