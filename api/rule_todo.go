package api

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

const (
	todo  = "TODO"
	todos = "todos"
)

// todoComment matches a comment that begins with TODO.
var todoComment = regexp.MustCompile(`(?m)^(?:.*?\s)?(# ` + todo + `\b.*)`)

// isTodo reports whether a text stands for one that somebody still has to write. No other rule complains of it.
func isTodo(n node) bool { return strings.HasPrefix(strings.TrimSpace(n.text()), todo) }

// todoName matches the Go name of an error code that somebody still has to name.
var todoName = regexp.MustCompile(`^CodeTodo\d+$`)

// checkTodos finds what `timsns draft` could not decide: texts and comments that begin with TODO, and error codes
// without a name.
func checkTodos(s *source) {
	s.eachText(s.root, func(text node) {
		if isTodo(text) {
			s.reportf(text, "it is still to do: %q", text.text())
		}
	})
	for _, entry := range s.schema("ErrorCode").get("x-catalogue").items() {
		if name := entry.get("name"); todoName.MatchString(name.text()) {
			s.reportf(name, "want a word that says what the error is, such as CodeAccountNotFound, got %s", name.text())
		}
	}
	for i, line := range strings.Split(string(s.text), "\n") {
		if !strings.Contains(line, todo) {
			continue // without the cost of the regular expression
		}
		if found := todoComment.FindStringSubmatchIndex(line); found != nil {
			position := &yaml.Node{Line: i + 1, Column: len([]rune(line[:found[2]])) + 1}
			s.reportAtf(position, node{}, "%s", strings.TrimSpace(line[found[2]+len("# "):]))
		}
	}
}

// eachText calls visit for each text outside of examples.
func (s *source) eachText(n node, visit func(node)) {
	if n.text() != "" {
		visit(n)
	}
	for name, member := range n.members() {
		if name != "value" && name != "example" {
			s.eachText(member, visit)
		}
	}
	for _, item := range n.items() {
		s.eachText(item, visit)
	}
}

// WithoutTodos returns the violations except for those of the rule todos: a document that somebody still has to
// complete can be used, though not published.
func (v DocumentViolations) WithoutTodos() DocumentViolations {
	return slices.DeleteFunc(slices.Clone(v), DocumentViolation.isTodo)
}

func (v DocumentViolation) isTodo() bool { return v.Rule == todos }
