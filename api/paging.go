package api

import (
	"bytes"
	"encoding/json"
)

// Paging describes an operation that returns one page at a time. Its fields name properties.
type Paging struct {
	Starts   []string // of the request: they select a page; the first page has none of them
	Next     []string // of the response: the cursors of the next page, which are empty or 0 on the last page
	Complete string   // of the response: an integer, not 0 on the last page; empty if there is none
	Items    string   // of the response: the array with the items of the page
}

// UnmarshalJSON reads x-paging.
func (p *Paging) UnmarshalJSON(text []byte) error {
	type pair struct{ Request, Response string }
	var spec struct {
		Cursor          json.RawMessage
		Offset, Last    *pair
		Complete, Items string
	}
	if err := json.Unmarshal(text, &spec); err != nil {
		return err
	}
	var cursors []pair
	if cursor := spec.Cursor; cursor != nil {
		if !bytes.HasPrefix(cursor, []byte("[")) {
			cursor = bytes.Join([][]byte{[]byte("["), cursor, []byte("]")}, nil)
		}
		if err := json.Unmarshal(cursor, &cursors); err != nil {
			return err
		}
	}
	*p = Paging{Complete: spec.Complete, Items: spec.Items}
	for _, cursor := range cursors {
		p.Starts, p.Next = append(p.Starts, cursor.Request), append(p.Next, cursor.Response)
	}
	for _, start := range []*pair{spec.Offset, spec.Last} {
		if start != nil {
			p.Starts = append(p.Starts, start.Request)
		}
	}
	return nil
}
