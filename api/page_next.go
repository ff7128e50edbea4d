package api

import (
	"encoding/json"
	"fmt"
	"math/big"
)

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
