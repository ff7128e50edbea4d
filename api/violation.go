package api

import (
	"strings"

	"github.com/timsns/timsns/api/internal/jsontree"
)

// Violation is something in a request or response that the document does not allow.
type Violation struct {
	// Path is the part of the message: the JSONPath (RFC 9535) of a value in the body, such as $.GroupName[0], or a
	// part outside it, such as method, path, command, status, query.random or header.Content-Type. It may be empty.
	// Names in the body are repeated; characters that cannot be printed are escaped.
	Path string

	// Pointer is the JSON Pointer (RFC 6901) of the value in the body, such as /GroupName/0. It is empty for the body
	// as a whole and for other parts of the message. Names are not escaped.
	Pointer string

	// Reason is what is wrong and what was expected. It does not repeat the value, which may be a secret.
	Reason string

	// Line and Column are the position in a file, from 1, in characters: that of the value, or of the object that lacks
	// it. They are 0 for a message that was not read from a file.
	Line, Column int
}

// queryPath starts the paths of query parameters.
const queryPath = "query."

// String returns the reason after the pointer or parameter name, such as "GroupName/0: minimum string length is 1".
func (v Violation) String() string {
	name := strings.TrimPrefix(v.Pointer, "/")
	if v.Pointer == "" && v.Path != "$" {
		name = strings.TrimPrefix(v.Path, queryPath)
	}
	if name == "" {
		return v.Reason
	}
	return name + ": " + v.Reason
}

// in sets the JSONPath of the violation in a body.
func (v Violation) in(body any) Violation {
	v.Path = jsontree.Path(v.Pointer, body)
	return v
}

// Violations is the error of a message that violates the document. It lists all violations that were found.
type Violations []Violation

// Error returns the violations, separated by semicolons.
func (v Violations) Error() string {
	texts := make([]string, len(v))
	for i, violation := range v {
		texts[i] = violation.String()
	}
	return strings.Join(texts, "; ")
}

// orNil returns the violations as an error, or nil for an empty list.
func (v Violations) orNil() error {
	if len(v) == 0 {
		return nil
	}
	return v
}
