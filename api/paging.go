package api

import "encoding/json"

// Paging describes an operation that returns one page at a time. Its fields name properties.
type Paging struct {
	Starts   []string // of the request: they select a page; the first page has none of them
	Next     []string // of the response: the cursors of the next page, which are empty or 0 on the last page
	Complete string   // of the response: an integer, not 0 on the last page; empty if there is none
	Items    string   // of the response: the array with the items of the page
}

// UnmarshalJSON reads x-paging.
func (p *Paging) UnmarshalJSON(text []byte) error {
	var spec struct {
		Cursor          cursors
		Offset, Last    *cursor
		Complete, Items string
	}
	if err := json.Unmarshal(text, &spec); err != nil { //nolint:musttag // names are matched in any case
		return err
	}
	*p = Paging{Complete: spec.Complete, Items: spec.Items}
	for _, cursor := range spec.Cursor {
		p.Starts, p.Next = append(p.Starts, cursor.Request), append(p.Next, cursor.Response)
	}
	for _, start := range []*cursor{spec.Offset, spec.Last} {
		if start != nil {
			p.Starts = append(p.Starts, start.Request)
		}
	}
	return nil
}

// cursor is a property of the request, and that of the response which holds its value for the next page, if one does.
type cursor struct{ Request, Response string }

// cursors are one cursor or an array of them in the document.
type cursors []cursor

// UnmarshalJSON accepts both.
func (c *cursors) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		return json.Unmarshal(text, (*[]cursor)(c)) //nolint:musttag // names are matched in any case
	}
	*c = make(cursors, 1)
	return json.Unmarshal(text, &(*c)[0]) //nolint:musttag // as above
}
