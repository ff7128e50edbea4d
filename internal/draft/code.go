package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/starter"
)

// codes sets the error codes that the pages list, and adds those that the catalogue lacks.
func (d *drafter) codes(o object) {
	var found []page.Code
	for _, p := range d.pages {
		for _, code := range p.Codes {
			isKnown := func(c page.Code) bool { return c.Code == code.Code }
			if code.Code != 0 && !slices.ContainsFunc(found, isKnown) {
				found = append(found, code)
				d.catalogue(p, code)
			}
		}
	}
	numbers := make([]*yaml.Node, 0, len(found))
	for _, code := range found {
		numbers = append(numbers, integer(code.Code))
	}
	if len(numbers) > 0 {
		o.set("x-error-codes", list(numbers...))
		return
	}
	code := d.invalidRequest()
	o.set("x-error-codes", list(integer(code)), d.open("list the error codes, which no page does"))
}

// invalidRequest returns the code with which the service refuses a body that breaks the schema.
func (d *drafter) invalidRequest() int {
	number := 0
	if code := d.document.get("x-sandbox", "invalid-request"); code != nil {
		number, _ = strconv.Atoi(code.Value)
	}
	if number == 0 {
		return d.someCode()
	}
	return number
}

// someCode returns a code of the catalogue.
func (d *drafter) someCode() int {
	_, code := member(elements(d.document.get("components", "schemas", errorCode, "x-catalogue"))[0], "code")
	number, _ := strconv.Atoi(code.Value)
	return number
}

// catalogue adds a code to the document's catalogue, before the first one that is larger.
func (d *drafter) catalogue(p *page.Page, code page.Code) {
	entries := elements(d.document.get("components", "schemas", errorCode, "x-catalogue"))
	var after *yaml.Node
	for _, entry := range entries {
		_, known := member(entry, "code")
		number, err := strconv.Atoi(known.Value)
		switch {
		case err != nil:
		case number == code.Code:
			return
		case number > code.Code && after == nil:
			after = entry
		}
	}
	line := starter.Entry(code.Code)
	if name := entryName.FindStringSubmatch(line); line == "" || !d.isSame || d.taken[name[1]] {
		name := d.taken.take("CodeTodo" + strconv.Itoa(max(code.Code, -code.Code)))
		line = fmt.Sprintf("- {code: %d, name: %s, retry: never, meaning: %q, advice: %q}",
			code.Code, name, "TODO: describe in your own words", "TODO: advise")
		message := fmt.Sprintf("name and describe the code %d", code.Code)
		d.points = append(d.points, Point{p.File, code.Line, message, code.Text})
	}
	d.newCodes = append(d.newCodes, newCode{code.Code, line, after})
}

var entryName = regexp.MustCompile(`name: (\w+)`)

// newCode is an entry to add to the catalogue.
type newCode struct {
	code  int
	line  string
	after *yaml.Node // the entry that follows, or nil
}

// addCodes adds the entries in the order of their codes.
func (d *drafter) addCodes() error {
	const dash = len("- ")
	entries := elements(d.document.get("components", "schemas", errorCode, "x-catalogue"))
	if len(entries) == 0 {
		return fmt.Errorf("%s: x-catalogue of ErrorCode is empty; want a code", d.document.file)
	}
	slices.SortStableFunc(d.newCodes, func(a, b newCode) int { return a.code - b.code })
	for _, code := range d.newCodes {
		if code.after != nil {
			indentation := code.after.Column - 1 - dash
			d.document.insertBefore(code.after, strings.Repeat(" ", indentation)+code.line+"\n")
			continue
		}
		last := entries[len(entries)-1]
		line := lastLine(last) + 1
		d.document.edits = append(d.document.edits, edit{line, strings.Repeat(" ", last.Column-1-dash) + code.line + "\n"})
	}
	return nil
}

// ownCode returns a code of the operation, for a failure that no page shows.
func (d *drafter) ownCode() int {
	for _, p := range d.pages {
		for _, code := range p.Codes {
			if code.Code != 0 {
				return code.Code
			}
		}
	}
	return d.invalidRequest()
}
