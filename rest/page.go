package rest

import "errors"

// ErrRepeatedPage reports that the service returned a page that it returned before, or too many pages in a row without
// a new item. Pulling further pages would never end.
var ErrRepeatedPage = errors.New("the service repeats a page")
