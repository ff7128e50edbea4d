package emit

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// paging is x-paging of an operation, with the names of Go's fields in place of those of properties. The rules of the
// document have checked it.
type paging struct {
	Cursors  []*cursor `json:"cursor"`
	Offset   *offset
	Last     *last
	Complete string // not 0 on the last page, or no field
	Items    string // holds the items of a page
	Key      string // differs from item to item; no field if items are strings
	Item     string // the type of an item
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

// pagingOf returns x-paging of an operation, or nil.
func pagingOf(operation codegen.OperationDefinition) (*paging, error) {
	extension, ok := operation.Spec.Extensions["x-paging"].(map[string]any)
	if !ok {
		return nil, nil //nolint:nilnil // as the template takes it
	}
	if pair, ok := extension["cursor"].(map[string]any); ok {
		extension["cursor"] = []any{pair}
	}
	text, err := json.Marshal(extension)
	if err != nil {
		return nil, err
	}
	p := &paging{}
	if err := json.Unmarshal(text, p); err != nil {
		return nil, err
	}
	p.resolve(requestOf(operation), successOf(operation))
	return p, nil
}

// resolve replaces the names of properties and adds what the schemas say.
func (p *paging) resolve(request, response *openapi3.Schema) {
	for _, c := range p.Cursors {
		asked := request.Properties[c.Request].Value
		c.Zero = map[bool]string{true: `""`, false: "0"}[asked.Type.Is(openapi3.TypeString)]
		c.Absent = c.Zero
		if c.IsPointer = asked.Extensions["x-go-type-skip-optional-pointer"] == false; c.IsPointer {
			c.Absent = "nil"
		}
		c.Request, c.Response = fieldName(request, c.Request), fieldName(response, c.Response)
	}
	if o := p.Offset; o != nil {
		o.Type = request.Properties[o.Request].Value.Format
		o.CanLackTotal = !slices.Contains(response.Required, o.Total)
		o.Request, o.Size, o.Total = fieldName(request, o.Request), fieldName(request, o.Size), fieldName(response, o.Total)
	}
	items := response.Properties[p.Items].Value.Items
	p.Item = "string"
	if items.Ref != "" {
		p.Item = typeName(items)
	}
	if l := p.Last; l != nil {
		l.Request, l.Item = fieldName(request, l.Request), fieldName(items.Value, l.Item)
	}
	p.Complete, p.Items = fieldName(response, p.Complete), fieldName(response, p.Items)
	p.Key = fieldName(items.Value, p.Key)
}

// Floor returns the place of the last item that no further page follows: the one before it would be 0, which is absent.
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
	var fields, values []string
	for _, c := range p.Cursors {
		value := "page." + c.Response
		if c.IsPointer {
			value = "new(" + value + ")"
		}
		fields, values = append(fields, "request."+c.Request), append(values, value)
	}
	return strings.Join(fields, ", ") + " = " + strings.Join(values, ", ")
}
