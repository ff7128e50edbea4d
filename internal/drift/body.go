package drift

import (
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// body compares the properties that table and samples have, and the samples.
func (c *comparison) body(direction api.Direction, content openapi3.Content) {
	c.direction = direction
	defer func() { c.direction = "" }()
	documented := content["application/json"].Schema
	root := &node{}
	if direction == api.Requests {
		root.add(documented, "", false)
	} else {
		root.add(documented.Value.OneOf[0], "", false)
		root.add(documented.Value.OneOf[1], "", true)
	}
	root.path = root.object()
	schema := c.page.Schema(direction)
	c.unread(schema.Diagnostics)
	shown := schema.Root
	if len(shown.Properties) == 0 && len(root.names()) > 0 {
		c.skip(1, "not compared: the page has no properties of "+string(direction))
		return
	}
	w := &walk{comparison: c, root: root}
	w.value(shown, root)
	w.settle()
	w.samples()
}

// walk compares the properties of a page with those of the document, from the body down.
type walk struct {
	*comparison

	root    *node
	added   []presence
	dropped []*absence
}

// presence is a property of the page that an object of the document does not have.
type presence struct {
	property *page.Property
	object   *node
}

// absence is a property of the document that the page does not have in this place.
type absence struct {
	name, path string // path is that in the body
	line       int    // of what is around it
	object     *node
	node       *node
	isHidden   bool // whether the page does not say what the object around it contains
	isFound    bool // whether the page has it elsewhere
}

// value compares a value and, if the types agree, what is in it.
func (w *walk) value(p *page.Property, n *node) {
	if n != w.root && !w.types(p, n) {
		return
	}
	if p.Field != nil && !p.IsShared { // a row about several properties may mean any of them
		w.limits(p, n)
		w.enum(p, n)
	}
	for _, child := range p.Properties {
		if property := n.property(child.Name); property.exists() {
			w.required(child, n)
			w.value(child, property)
		} else {
			w.added = append(w.added, presence{child, n})
		}
	}
	switch elements := n.items(); {
	case len(p.Properties) > 0:
		w.drop(p, n)
	case p.Element != nil && elements.exists():
		w.value(p.Element, elements)
	default:
		w.hide(p.Path(), lineOf(p), n, nil)
	}
}

// drop collects the properties of an object that the page lacks.
func (w *walk) drop(p *page.Property, n *node) {
	has := func(name string) bool {
		return slices.ContainsFunc(p.Properties, func(child *page.Property) bool { return child.Name == name })
	}
	for _, name := range n.names() {
		if !has(name) && !isSpelling(n, name, has) {
			property, path := n.property(name), p.Path()+"."+name
			w.dropped = append(w.dropped, &absence{name: name, path: path, line: lineOf(p), object: n, node: property})
			w.hide(path, lineOf(p), property, nil)
		}
	}
}

// isSpelling reports whether a property is another spelling of one, or has another spelling that the page has.
func isSpelling(n *node, name string, has func(string) bool) bool {
	return n.property(name).extension("x-alias-of") != nil || slices.ContainsFunc(n.names(), func(alias string) bool {
		return n.property(alias).extension("x-alias-of") == name && has(alias)
	})
}

// hide collects all properties of a value about which the page says nothing. A row of a table, which does not say where
// a property is, may mean one of them.
func (w *walk) hide(path string, line int, n *node, within []*openapi3.Schema) {
	if !n.exists() || slices.Contains(within, n.heads[0]) {
		return
	}
	within = append(slices.Clone(within), n.heads[0])
	for _, name := range n.names() {
		property := n.property(name)
		w.dropped = append(w.dropped, &absence{
			name: name, path: path + "." + name, line: line, object: n, node: property, isHidden: true,
		})
		w.hide(path+"."+name, line, property, within)
	}
	w.hide(path+"[]", line, n.items(), within)
}

// settle pairs what was added with what was dropped, and reports the rest. Pairs add to both lists.
func (w *walk) settle() {
	for len(w.added) > 0 {
		added := w.added[0]
		w.added = w.added[1:]
		isSame := func(a *absence) bool { return a.name == added.property.Name && !a.isFound }
		if index := slices.IndexFunc(w.dropped, isSame); index >= 0 {
			w.move(added.property, w.dropped[index])
			continue
		}
		w.reportf(KindAdded, lineOf(added.property), added.property.Path(), added.object.object(),
			"the page has it%s, the document does not", typeText(added.property))
	}
	for _, dropped := range w.dropped {
		if !dropped.isHidden && !dropped.isFound {
			w.reportf(KindDropped, dropped.line, dropped.path, dropped.node.path,
				"the document has it, the page does not").knows(dropped.node.absentSince())
		}
	}
}

// move compares a property that the document has in another place. The place of a property that no sample has is a
// guess, and so no difference.
func (w *walk) move(p *page.Property, to *absence) {
	to.isFound = true
	if p.SampleLine > 0 {
		w.reportf(KindMoved, lineOf(p), p.Path(), to.node.path, "the page has it here, the document at %s", to.path)
	}
	w.required(p, to.object)
	w.value(p, to.node)
}

// lineOf returns the line of the row that describes a property or, without one, of the first sample that has it.
func lineOf(p *page.Property) int {
	if p.Field != nil {
		return p.Field.Line
	}
	return p.SampleLine
}

// typeText returns the types of a property for a sentence, if they are known.
func typeText(p *page.Property) string {
	if len(p.Types) == 0 {
		return ""
	}
	return ", " + withArticle(typeNames(p))
}
