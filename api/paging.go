package api

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Paging describes an operation that returns one page at a time. Its fields name properties, and are nil or empty for
// what the operation does not have.
type Paging struct {
	Cursors  Cursors `json:"cursor"`   // copied from a response to the next request
	Offset   *Offset `json:"offset"`   // counts the items of the pages before
	Last     *Last   `json:"last"`     // follows from the last item of a page
	Complete string  `json:"complete"` // in the response: not 0 on the last page
	Items    string  `json:"items"`    // in the response: the array with the items of a page
	Key      string  `json:"key"`      // in an item: unique; empty if items are strings
}

// Cursor is a property of the next request that takes the value of a property of the response.
type Cursor struct {
	Request  string `json:"request"`
	Response string `json:"response"`
}

// Cursors are the cursors of an operation. The document may have one without an array.
type Cursors []Cursor

// UnmarshalJSON accepts one cursor, and an array of them.
func (c *Cursors) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		return json.Unmarshal(text, (*[]Cursor)(c))
	}
	*c = Cursors{{}}
	return json.Unmarshal(text, &(*c)[0])
}

// Offset is a property of the request that counts the items of the pages before.
type Offset struct {
	Request string `json:"request"`
	Size    string `json:"size"`  // of the request: how many items a page has
	Total   string `json:"total"` // of the response: how many items all pages have
}

// Last is a property of the next request that takes the value of a property of the last item, plus a step.
type Last struct {
	Request string `json:"request"`
	Item    string `json:"item"`
	Step    int64  `json:"step"`
}

// Starts returns the properties of the request that select a page. The first page has none of them.
func (p *Paging) Starts() []string {
	names := make([]string, 0, len(p.Cursors)+1)
	for _, cursor := range p.Cursors {
		names = append(names, cursor.Request)
	}
	if p.Offset != nil {
		names = append(names, p.Offset.Request)
	}
	if p.Last != nil {
		names = append(names, p.Last.Request)
	}
	return names
}

// Position returns what selects the page of a request: equal for requests of the same page.
func (p *Paging) Position(request []byte) string {
	var asked properties
	_ = json.Unmarshal(request, &asked) // the call reports what is wrong
	names := p.Starts()
	for i, name := range names {
		names[i] += " " + string(asked[name])
	}
	return strings.Join(names, ", ")
}

// Elements returns the items of a page.
func (p *Paging) Elements(response []byte) ([]json.RawMessage, error) {
	var page properties
	if err := json.Unmarshal(response, &page); err != nil {
		return nil, err
	}
	return p.items(page)
}

func (p *Paging) items(page properties) (items []json.RawMessage, err error) {
	if text, isPresent := page[p.Items]; isPresent {
		if err := json.Unmarshal(text, &items); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Items, err)
		}
	}
	return items, nil
}

// KeyOf returns the unique key of an item as JSON, and the item itself if it has none.
func (p *Paging) KeyOf(item []byte) string {
	var members properties
	if p.Key == "" || json.Unmarshal(item, &members) != nil {
		return string(item)
	}
	return string(members[p.Key])
}
