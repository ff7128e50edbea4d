package draft

import (
	"cmp"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
)

// observation is what the samples have for a value.
type observation struct {
	seen, objects  int        // how often the value is there, and how often it is an object
	longest, most  int        // the length of strings, and the number of elements
	numbers        int        // how many integers there are
	least, largest int64      // of them
	texts          []string   // values of strings and integers, without repetitions
	sample         *yaml.Node // the first object
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
		o.sample = cmp.Or(o.sample, sample)
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
	if number, err := strconv.ParseInt(sample.Value, 10, 64); err == nil && sample.Tag == integerTag {
		if o.numbers == 0 {
			o.least, o.largest = number, number
		}
		o.numbers++
		o.least, o.largest = min(o.least, number), max(o.largest, number)
	}
	if sample.Tag == stringTag {
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
