package draft

import (
	"regexp"
	"strings"

	"github.com/timsns/timsns/internal/page"
)

var (
	offsetName   = regexp.MustCompile(`^Offset$`)
	sizeName     = regexp.MustCompile(`^(Limit|PageSize|MaxLimited|Count)$`)
	totalName    = regexp.MustCompile(`(Num|Number|Count)$|^Total`)
	completeName = regexp.MustCompile(`^(Is)?(Complete|Finish)`)
	cursorName   = regexp.MustCompile(`(?i)^next|cursor$|index$`)
)

// paging returns x-paging, or nil if nothing of the response names the next page.
func (d *drafter) paging(request, response *value) *object {
	asked, next := cursorOf(request, response)
	offset := first(request.find(integerNamed(offsetName)))
	if asked == nil && offset == nil {
		return nil
	}
	items, key := d.itemsOf(response)
	if items == nil {
		return nil
	}
	if d.taken[d.id+"All"] || d.taken[d.id+"Pages"] {
		d.openf(response, "x-paging: the document has a method %sAll or %sPages, so that there is none", d.id, d.id)
		return nil
	}
	o := newObject()
	if asked != nil {
		next.isPlain = true
		cursor := newObject()
		cursor.Style = flow
		cursor.set("request", text(asked.name))
		cursor.set("response", text(next.name))
		o.set("cursor", cursor.Node)
	}
	if offset != nil {
		o.set("offset", offsetObject(offset, request, response).Node)
	}
	if complete := first(response.find(integerNamed(completeName))); complete != nil {
		complete.isPlain = true
		o.set("complete", text(complete.name))
	}
	o.set("items", text(items.name))
	if key != nil {
		key.isRequired = true
		o.set("key", text(key.name))
	}
	return &o
}

func offsetObject(offset, request, response *value) object {
	o := newObject()
	o.Style = flow
	offset.isPlain = true
	o.set("request", text(offset.name))
	if size := first(request.find(integerNamed(sizeName))); size != nil && size.isUnsigned == offset.isUnsigned {
		size.isPlain = true
		o.set("size", text(size.name))
	}
	if total := first(response.find(integerNamed(totalName))); total != nil && total.isUnsigned == offset.isUnsigned {
		total.isPlain = true
		o.set("total", text(total.name))
	}
	return o
}

// integerNamed returns the condition that a value is an integer whose name matches.
func integerNamed(pattern *regexp.Regexp) func(*value) bool {
	return func(v *value) bool { return v.kind() == page.Integer && pattern.MatchString(v.name) }
}

// cursorOf returns the property of the request that takes the value of a property of the response: both have the same
// name, or that of the response has Next before it or in place of Start.
func cursorOf(request, response *value) (asked, next *value) {
	for _, next := range response.members {
		for _, asked := range request.members {
			isSame := asked.name == next.name && cursorName.MatchString(next.name)
			isNext := next.name == "Next"+asked.name || next.name == "Next"+strings.TrimPrefix(asked.name, "Start")
			isScalar := asked.kind() == page.String || asked.kind() == page.Integer
			if (isSame || isNext) && isScalar && asked.kind() == next.kind() && asked.isUnsigned == next.isUnsigned {
				return asked, next
			}
		}
	}
	return nil, nil
}

// itemsOf returns the array of a page's items, and their property that is unique.
func (d *drafter) itemsOf(response *value) (items, key *value) {
	arrays := response.find(func(v *value) bool {
		return (v.elements() == page.Object || v.elements() == page.String) && !failureName.MatchString(v.name)
	})
	if len(arrays) != 1 {
		d.openf(response, "x-paging: the response looks like a page; which array are its items?")
		return nil, nil
	}
	items = arrays[0]
	if items.elements() == page.String {
		return items, nil
	}
	if key = accountOf(items.element); key == nil {
		d.openf(items, "x-paging: the response looks like a page; which property of an item of %s is unique?", items.name)
		return nil, nil
	}
	return items, key
}
