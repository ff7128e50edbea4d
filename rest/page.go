package rest

import "errors"

// ErrRepeatedPage means that the service returned a page that it had returned before, or too many pages in a row
// without a new item. Reading further pages would never end.
var ErrRepeatedPage = errors.New("the service repeats a page")
