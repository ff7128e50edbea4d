package page

import (
	"fmt"
	"slices"
	"strings"
)

// settleTypes chooses the types of a property, and reports what is open about it.
func (b *builder) settleTypes(p *Property) {
	p.Types = p.SampleTypes
	switch {
	case p.Field == nil && p.SampleLine > 0:
		b.reportf(p.SampleLine, KindSampleOnly, "%s: no table has it", clipped(p.Path()))
	case p.Field != nil && len(p.Field.Types) > 0:
		b.compareTypes(p)
	}
	if slices.Contains(p.Types, Array) && p.Element == nil {
		b.settleElement(p)
	}
}

// compareTypes compares the types of table and samples. Samples are right about objects and arrays, since a body would
// not fit otherwise, and tables about numbers and texts.
func (b *builder) compareTypes(p *Property) {
	table := p.Field.Types
	p.Types = table
	if len(table) > 1 {
		b.reportf(p.Field.Line, KindSeveralTypes, "%s: the table allows %s", clipped(p.Path()), join(table))
	}
	for _, sampled := range p.SampleTypes {
		isAllowed := slices.Contains(table, sampled) || sampled == Integer && slices.Contains(table, Number)
		if isAllowed {
			continue
		}
		b.reportf(p.Field.Line, KindDisagree, "%s: the table says %s, the sample at line %d %s",
			clipped(p.Path()), join(table), p.lines[sampled], sampled)
		if !isScalar(sampled) || !slices.ContainsFunc(table, isScalar) {
			p.Types = p.SampleTypes
		}
	}
}

func isScalar(t Type) bool { return t != Object && t != Array }

// settleElement sets the elements of an array that is empty in all samples, or in none.
func (b *builder) settleElement(p *Property) {
	line := p.SampleLine
	if p.Field != nil {
		line = p.Field.Line
		if len(p.Field.Elements) > 0 {
			p.Element = &Property{Types: p.Field.Elements, parent: p}
			return
		}
	}
	b.reportf(line, KindNoElement, "%s: nothing shows what the array contains", clipped(p.Path()))
}

func join(types []Type) string {
	words := make([]string, len(types))
	for i, t := range types {
		words[i] = string(t)
	}
	return strings.Join(words, "/")
}

// String returns the tree, one property in each line. For arrays, the type of the elements stands in brackets.
func (s *Schema) String() string {
	var text strings.Builder
	s.Root.write(&text, 0)
	return text.String()
}

func (p *Property) write(text *strings.Builder, depth int) {
	if p.Name != "" {
		table := "no row"
		if p.Field != nil {
			table = fmt.Sprintf("table line %d", p.Field.Line)
		}
		fmt.Fprintf(text, "%s%s %s, required: %s, %s, sample line %d, in %d of %d\n",
			strings.Repeat("  ", depth-1), p.Name, p.typeText(), p.Required(), table, p.SampleLine, p.Seen, p.Of)
	} else if depth > 0 {
		depth-- // the members of an element stand below the array
	}
	if p.Element != nil {
		p.Element.write(text, depth+1)
	}
	for _, child := range p.Properties {
		child.write(text, depth+1)
	}
}

func (p *Property) typeText() string {
	switch {
	case p.Element != nil:
		return join(p.Types) + "[" + p.Element.typeText() + "]"
	case len(p.Types) == 0:
		return "unknown"
	}
	return join(p.Types)
}
