package verify

import (
	"bytes"
	"cmp"
	"errors"
	"slices"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
)

// body is the position of a message's body in a file.
type body struct {
	offset int    // of the body, or of the innermost value that lacks it
	raw    []byte // the body if the file contains it as it is; nil if a string of the file encodes it
}

// newRawBody returns the position of a body that the file contains at offset start, white space around it included.
func newRawBody(text []byte, start int) body {
	raw := trimSpace(text)
	return body{start + len(text) - len(raw), raw}
}

func trimSpace(text []byte) []byte { return bytes.TrimLeft(text, jsontree.Space) }

// offsets returns a function that maps a JSON Pointer in the body to an offset in the file. If the body is not valid
// JSON, all violations are where it becomes invalid.
func (b body) offsets() func(pointer string) int {
	if len(b.raw) == 0 {
		return func(string) int { return b.offset }
	}
	root, err := jsontree.Locate(b.raw)
	if wrong, ok := errors.AsType[*jsontree.SyntaxError](err); ok {
		return func(string) int { return b.offset + wrong.Offset }
	}
	return func(pointer string) int { return b.offset + root.Offset(pointer) }
}

// located adds positions to the results. The offsets of values are only computed for a body with violations.
func (f *file) located(results []traffic.Result, bodies map[api.Direction]body) []Result {
	located := make([]Result, len(results))
	for i, result := range results {
		body := bodies[result.Direction]
		line, _ := f.lines.position(body.offset)
		located[i] = Result{Line: line, Result: result}
		if len(result.Violations) == 0 {
			continue
		}
		offset := body.offsets()
		for j := range result.Violations {
			violation := &result.Violations[j]
			violation.Line, violation.Column = f.lines.position(offset(violation.Pointer))
		}
		slices.SortStableFunc(result.Violations, func(a, b api.Violation) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
	}
	return located
}
