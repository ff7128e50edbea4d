package emit

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/timsns/timsns/internal/schemas"
)

// paging is what templates print of x-paging, with names in Go.
type paging struct {
	Cursors  cursors `json:"cursor"`
	Offset   *offset
	Last     *last
	Complete string // not 0 on the last page, or no field
	Items    string // holds the items of a page
	Key      string // differs from item to item; no field if items are strings
	Item     string // the type of an item
}

// cursors are one cursor or an array of them in the document.
type cursors []*cursor

// UnmarshalJSON accepts both.
func (c *cursors) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		return json.Unmarshal(text, (*[]*cursor)(c)) //nolint:musttag // names are matched in any case
	}
	*c = cursors{{}}
	return json.Unmarshal(text, (*c)[0]) //nolint:musttag // as above
}

// cursor is a field of the request that takes a value from the response.
type cursor struct {
	Request   string
	Response  string
	Zero      string // no cursor in a response
	Absent    string // no cursor in a request
	IsPointer bool   // the request's field is a pointer, since a zero value selects the first page
}

// offset is a field of the request that counts the items on the pages before.
type offset struct {
	Request      string
	Type         string
	Size         string // how many items are asked for, or no field
	Total        string // how many items all pages have, or no field
	CanLackTotal bool
}

// last is a field of the request that follows from the last item of the page before.
type last struct {
	Request string
	Item    string
	Step    int
}

// newPaging returns what the templates need of an operation's x-paging.
func newPaging(extension any, request, success *openapi3.Schema) (*paging, error) {
	derived := &paging{}
	if err := decode(extension, derived); err != nil {
		return nil, err
	}
	derived.resolve(request, success)
	return derived, nil
}

// resolve replaces the names of properties and adds what the schemas say.
func (p *paging) resolve(request, response *openapi3.Schema) {
	items := response.Properties[p.Items].Value.Items
	p.Item = stringType
	if items.Ref != "" {
		p.Item = schemas.TypeName(items)
	}
	p.Complete, p.Items = schemas.FieldName(response, p.Complete), schemas.FieldName(response, p.Items)
	p.Key = schemas.FieldName(items.Value, p.Key)
	for _, c := range p.Cursors {
		c.resolve(request, response)
	}
	if o := p.Offset; o != nil {
		o.Type = request.Properties[o.Request].Value.Format
		o.CanLackTotal = !slices.Contains(response.Required, o.Total)
		o.Request, o.Size, o.Total = schemas.FieldName(request, o.Request), schemas.FieldName(request, o.Size), schemas.FieldName(response, o.Total)
	}
	if l := p.Last; l != nil {
		l.Request, l.Item = schemas.FieldName(request, l.Request), schemas.FieldName(items.Value, l.Item)
	}
}

// stringType is the Go type of a JSON string, and noPointer the zero value of a pointer.
const (
	stringType = "string"
	noPointer  = "nil"
)

func (c *cursor) resolve(request, response *openapi3.Schema) {
	asked := request.Properties[c.Request].Value
	c.Zero = "0"
	if asked.Type.Is(openapi3.TypeString) {
		c.Zero = `""`
	}
	c.Absent = c.Zero
	if c.IsPointer = asked.Extensions["x-go-type-skip-optional-pointer"] == false; c.IsPointer {
		c.Absent = noPointer
	}
	c.Request, c.Response = schemas.FieldName(request, c.Request), schemas.FieldName(response, c.Response)
}

// Floor returns the lowest place of a last item, which no page follows: the next place would be 0, which is absent.
func (l *last) Floor() int { return -l.Step }

// Start returns the fields of the request that select a page, as a comment names them.
func (p *paging) Start() string { return strings.Join(p.starts(), " and ") }

func (p *paging) starts() []string {
	var fields []string
	for _, c := range p.Cursors {
		fields = append(fields, c.Request)
	}
	if p.Offset != nil {
		fields = append(fields, p.Offset.Request)
	}
	if p.Last != nil {
		fields = append(fields, p.Last.Request)
	}
	return fields
}

// Position returns an expression for the values of the fields that select a page.
func (p *paging) Position() string {
	values := p.starts()
	for i, field := range values {
		values[i] = "request." + field
		if i < len(p.Cursors) && p.Cursors[i].IsPointer {
			values[i] = "restimpl.Optional(request." + field + ")"
		}
	}
	if len(values) == 1 {
		return values[0]
	}
	return "[...]any{" + strings.Join(values, ", ") + "}"
}

// Follow returns the statement that copies the cursors of a response to the next request.
func (p *paging) Follow() string {
	fields, values := make([]string, 0, len(p.Cursors)), make([]string, 0, len(p.Cursors))
	for _, c := range p.Cursors {
		value := "page." + c.Response
		if c.IsPointer {
			value = "new(" + value + ")"
		}
		fields, values = append(fields, "request."+c.Request), append(values, value)
	}
	return strings.Join(fields, ", ") + " = " + strings.Join(values, ", ")
}
