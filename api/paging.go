package api

import (
	"encoding/json"
	"fmt"
	"math/big"
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

// properties are those of a JSON object.
type properties map[string]json.RawMessage

// hasValue reports whether a property has a value other than 0 and "".
func (p properties) hasValue(name string) bool {
	switch string(p[name]) {
	case "", "0", `""`, "null":
		return false
	}
	return true
}

// integer returns a property that is an integer, and 0 if it is absent.
func (p properties) integer(name string) (*big.Int, error) {
	text, isPresent := p[name]
	if !isPresent {
		return new(big.Int), nil
	}
	value, ok := new(big.Int).SetString(string(text), 10)
	if !ok {
		return nil, fmt.Errorf("%s: want an integer, got %.40s", name, text)
	}
	return value, nil
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

// Next returns the request for the page after a response, and nil if that is the last page.
func (p *Paging) Next(request, response []byte) ([]byte, error) {
	var asked, page properties
	if err := json.Unmarshal(request, &asked); err != nil {
		return nil, fmt.Errorf("request: %w", err)
	}
	if err := json.Unmarshal(response, &page); err != nil {
		return nil, fmt.Errorf("response: %w", err)
	}
	if asked == nil {
		asked = properties{}
	}
	more, err := p.turn(asked, page)
	if err != nil || !more {
		return nil, err
	}
	return json.Marshal(asked)
}

// turn makes a request select the next page, and reports whether there is one. It does what the methods of generated
// clients do.
func (p *Paging) turn(asked, page properties) (bool, error) {
	isComplete := page.hasValue(p.Complete)
	switch {
	case isComplete:
		return false, nil
	case p.Last != nil:
		return p.followLast(asked, page)
	case p.Offset == nil:
		return p.follow(asked, page) || p.Complete != "", nil
	case len(p.Cursors) > 0:
		if p.follow(asked, page) {
			return true, nil
		}
		if _, hasCursor := asked[p.Cursors[0].Request]; hasCursor {
			return false, nil // the last page that a cursor names
		}
	}
	return p.advance(asked, page)
}

// follow copies the cursors, and reports whether the first one has a value. In an operation with an offset, it copies
// none without a value.
func (p *Paging) follow(asked, page properties) bool {
	hasNext := page.hasValue(p.Cursors[0].Response)
	if !hasNext && p.Offset != nil {
		return false
	}
	for _, cursor := range p.Cursors {
		delete(asked, cursor.Request)
		if value, isPresent := page[cursor.Response]; isPresent {
			asked[cursor.Request] = value
		}
	}
	return hasNext
}

// advance adds the number of items to the offset.
func (p *Paging) advance(asked, page properties) (bool, error) {
	items, err := p.items(page)
	if err != nil {
		return false, err
	}
	offset, err := asked.integer(p.Offset.Request)
	if err != nil {
		return false, err
	}
	count := big.NewInt(int64(len(items)))
	offset.Add(offset, count)
	asked[p.Offset.Request] = json.RawMessage(offset.String())
	size, err := asked.integer(p.Offset.Size)
	if err != nil || count.Sign() == 0 || count.Cmp(size) < 0 {
		return false, err
	}
	total, err := page.integer(p.Offset.Total)
	_, hasTotal := page[p.Offset.Total]
	return !hasTotal || err == nil && offset.Cmp(total) < 0, err
}

// followLast continues after the last item.
func (p *Paging) followLast(asked, page properties) (bool, error) {
	items, err := p.items(page)
	if err != nil || len(items) == 0 {
		return false, err
	}
	var last properties
	if err := json.Unmarshal(items[len(items)-1], &last); err != nil {
		return false, fmt.Errorf("%s: %w", p.Items, err)
	}
	asked[p.Last.Request] = last[p.Last.Item]
	if p.Last.Step == 0 {
		return last[p.Last.Item] != nil, nil
	}
	place, err := last.integer(p.Last.Item)
	if err != nil {
		return false, err
	}
	place.Add(place, big.NewInt(p.Last.Step))
	asked[p.Last.Request] = json.RawMessage(place.String())
	return place.Sign() > 0, nil
}
