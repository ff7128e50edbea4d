package api

import (
	"slices"
	"strings"
)

func checkPages(s *source) {
	for location, operation := range s.operations() {
		paging := operation.get("x-paging")
		if !paging.exists() {
			continue
		}
		name := operationName(location)
		rule := pageRule{s, paging, s.schema(name + "Request"), s.schema(name + "Response")}
		rule.checkKind()
		rule.checkItems()
		rule.checkCursors()
		rule.checkOffset()
		rule.checkLast()
		if complete := s.property(paging.get("complete"), rule.response); complete.exists() && !isType(complete, "integer") {
			s.reportf(paging.get("complete"), "want an integer")
		}
		if idempotent := operation.get("x-idempotent"); idempotent.text() == "false" {
			s.reportf(idempotent, "want true, since pages are read (x-paging)")
		}
	}
}

// pageRule checks x-paging of an operation.
type pageRule struct {
	*source

	paging, request, response node
}

// checkKind checks that the next page is named in one way, or by a cursor or else an offset.
func (r pageRule) checkKind() {
	last, others := r.paging.get("last"), r.paging.get("cursor").exists() || r.paging.get("offset").exists()
	switch {
	case hasUnknown(r.paging, pagingShape): // it may be the one that is missing
	case last.exists() && others:
		r.reportf(last, "want neither cursor nor offset beside it")
	case !last.exists() && !others:
		r.reportf(r.paging, "want cursor, offset or last: what names the next page")
	}
}

func (r pageRule) checkItems() {
	member, key := r.paging.get("items"), r.paging.get("key")
	items := r.property(member, r.response)
	item := items.get("items")
	isString := isType(item, "string")
	switch {
	case !items.exists():
	case !isType(items, "array"):
		r.reportf(member, "want an array")
	case !item.exists(): // the rule schemas reports it
	case !isString && !item.get("$ref").exists():
		r.reportf(member, "want an array of strings or of a named schema")
	case isString && key.exists():
		r.reportf(key, "the items of %s are strings; want no key", items.name())
	case !isString && !key.exists() && !hasUnknown(r.paging, pagingShape):
		r.reportf(r.paging, "key is missing: the property of an item of %s that is unique", items.name())
	default:
		r.checkItemProperty(key, items)
	}
}

// checkItemProperty checks that a member names a property that each item has, one that can be compared.
func (r pageRule) checkItemProperty(member, items node) node {
	if !member.exists() || !items.exists() {
		return node{}
	}
	item := r.resolve(items.get("items"))
	if !slices.Contains(item.get("required").texts(), member.text()) {
		r.reportf(member, "an element of %s has no required property %s", items.name(), member.text())
		return node{}
	}
	property := item.get("properties", member.text())
	r.checkPosition(member, property)
	return property
}

func (r pageRule) checkCursors() {
	cursor := r.paging.get("cursor")
	if cursor.get("request").exists() || cursor.get("response").exists() {
		r.checkCursor(cursor)
	}
	for _, pair := range cursor.items() {
		r.checkCursor(pair)
	}
}

func (r pageRule) checkCursor(pair node) {
	asked := r.propertyOrPointer(pair.get("request"), r.request) // an empty one may ask for the first page
	next := r.property(pair.get("response"), r.response)
	if r.checkPosition(pair.get("request"), asked) && r.checkPosition(pair.get("response"), next) {
		r.checkSameType(pair.get("response"), next, asked)
	}
}

func (r pageRule) checkOffset() {
	member := r.paging.get("offset")
	offset := r.property(member.get("request"), r.request)
	if !offset.exists() {
		return
	}
	if !isType(offset, "integer") {
		r.reportf(member.get("request"), "want an integer")
		return
	}
	r.checkPosition(member.get("request"), offset)
	for name, schema := range map[string]node{"size": r.request, "total": r.response} {
		found := r.property(member.get(name), schema)
		r.checkSameType(member.get(name), found, offset)
	}
}

func (r pageRule) checkLast() {
	last := r.paging.get("last")
	asked := r.property(last.get("request"), r.request)
	r.checkPosition(last.get("request"), asked)
	position := r.checkItemProperty(last.get("item"), r.response.get("properties", r.paging.get("items").text()))
	r.checkSameType(last.get("item"), position, asked)
	step := last.get("step")
	switch {
	case !last.exists():
	case step.exists() && !isType(asked, "integer"):
		r.reportf(step, "want no step, since %s is no integer", asked.name())
	case strings.Trim(step.text(), "0") == "" && !r.paging.get("complete").exists():
		r.reportf(last, "want a step, such as -1, or complete: the last page has its last item again, and so never ends")
	}
}

// checkPosition reports a property whose values cannot name a page, and whether it exists and is not one.
func (r pageRule) checkPosition(member, property node) bool {
	if property.exists() && !isType(property, "integer") && !isType(property, "string") {
		r.reportf(member, "%s is %s; want a string or an integer", property.name(), describeType(property))
		return false
	}
	return property.exists()
}

func (r pageRule) checkSameType(member, property, other node) {
	if got, want := describeType(property), describeType(other); property.exists() && other.exists() && got != want {
		r.reportf(member, "%s is %s, and %s %s; want the same", property.name(), got, other.name(), want)
	}
}

func describeType(schema node) string {
	found, format := schema.get("type").text(), schema.get("format").text()
	switch {
	case found == "":
		return "of another schema"
	case format != "":
		return found + " of format " + format
	}
	return "of type " + found
}
