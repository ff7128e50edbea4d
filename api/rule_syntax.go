package api

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"
)

// syntax is the name of the rule about YAML.
const syntax = "syntax"

// yamlError matches the parser's errors. Their line is often that of the object in which the parser stopped.
var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxViolation returns the violation of a document that is not YAML. The lines before the true one are valid, so
// that a search finds it.
func syntaxViolation(text []byte, err error) *DocumentViolation {
	problem := yamlProblem(err)
	lines := slices.Collect(strings.Lines(string(text)))
	line := 1 + sort.Search(len(lines)-1, func(count int) bool {
		prefix := strings.Join(lines[:count+1], "")
		return yamlProblem(yaml.Unmarshal([]byte(prefix), new(yaml.Node))) == problem
	})
	violation := &DocumentViolation{Rule: syntax, Line: line, Column: 1 + indentation(lines[line-1])}
	violation.Reason = problem
	switch hint := indentationHint(lines, line); {
	case strings.HasPrefix(strings.TrimLeft(lines[line-1], " "), "\t"):
		violation.Reason = "a tab; want spaces"
	case hint != "":
		violation.Reason = hint
	case violation.Reason == "did not find expected key":
		violation.Reason = "want a name and a colon"
	}
	return violation
}

func yamlProblem(err error) string {
	if err == nil {
		return ""
	}
	if parts := yamlError.FindStringSubmatch(err.Error()); parts != nil {
		return parts[2]
	}
	return err.Error()
}

func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// indentationHint says how far a line should be indented, or nothing if its indentation is that of an object above.
func indentationHint(lines []string, number int) string {
	found := indentation(lines[number-1])
	lowest, opens := -1, false
	var levels, nearest []int // the columns of the objects around, from the inner to the outer, and the last line of each
	for i, line := range slices.Backward(lines[:number-1]) {
		text := strings.TrimSpace(line)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		column := indentation(line)
		if lowest < 0 {
			lowest, opens = column+1, strings.HasSuffix(text, ":") || strings.HasSuffix(text, "|")
		}
		if column < lowest {
			levels, nearest, lowest = append(levels, column), append(nearest, i+1), column
		}
	}
	if opens || len(levels) == 0 || slices.Contains(levels, found) {
		return ""
	}
	inner := max(0, slices.IndexFunc(levels, func(level int) bool { return level < found }))
	want := fmt.Sprintf("%d as in line %d", levels[inner], nearest[inner])
	if inner > 0 {
		want = fmt.Sprintf("%d as in line %d, or %s", levels[inner-1], nearest[inner-1], want)
	}
	return fmt.Sprintf("%d spaces of indentation; want %s", found, want)
}

// checkKeys finds names that occur twice in an object.
func checkKeys(s *source) {
	var visit func(node)
	visit = func(n node) {
		lines := map[string]int{}
		for name, member := range n.members() {
			if line, isTaken := lines[name]; isTaken {
				s.reportf(member, "this name occurs twice; the first is in line %d", line)
			}
			lines[name] = member.key.Line
			visit(member)
		}
		for _, item := range n.items() {
			visit(item)
		}
	}
	visit(s.root)
}
