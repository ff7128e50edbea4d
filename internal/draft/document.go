package draft

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
)

// document is the document that a command is added to.
type document struct {
	file  string
	text  string
	root  *yaml.Node
	edits []edit
}

// edit inserts text before a line.
type edit struct {
	line int // from 1
	text string
}

func openDocument(file, text string) (*document, error) {
	var parsed yaml.Node
	if err := yaml.Unmarshal([]byte(text), &parsed); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &document{file: file, text: text, root: parsed.Content[0]}, nil
}

// checkRules returns an error if a document breaks other rules than todos: then the draft could not be checked.
func checkRules(file string, text []byte) error {
	if violations := api.Lint(file, text).WithoutTodos(); len(violations) > 0 {
		return fmt.Errorf("%v; timsns lint %s lists all violations", violations[0], file)
	}
	return nil
}

// member returns the key and the value of a member of an object, or nil.
func member(object *yaml.Node, name string) (key, value *yaml.Node) {
	if object == nil || object.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(object.Content); i += 2 {
		if object.Content[i].Value == name {
			value := object.Content[i+1]
			if value.Kind == yaml.AliasNode {
				value = value.Alias
			}
			return object.Content[i], value
		}
	}
	return nil, nil
}

// get follows names, and returns nil if one of them is not there.
func (d *document) get(names ...string) *yaml.Node {
	found := d.root
	for _, name := range names {
		_, found = member(found, name)
	}
	return found
}

// names returns the names of the members of an object.
func names(object *yaml.Node) []string {
	var found []string
	if object != nil && object.Kind == yaml.MappingNode {
		for i := 0; i < len(object.Content); i += 2 {
			found = append(found, object.Content[i].Value)
		}
	}
	return found
}

// decode returns a value with its aliases resolved.
func decode(node *yaml.Node) any {
	var value any
	if node == nil || node.Decode(&value) != nil {
		return nil
	}
	return value
}

// anchored returns the value under components.x-shared that equals another one and can be repeated by its anchor. It
// has the name, unless that is empty. The members that are ignored may differ.
func (d *document) anchored(wanted *yaml.Node, name string, ignored ...string) *yaml.Node {
	without := func(node *yaml.Node) any {
		value := decode(node)
		if members, ok := value.(map[string]any); ok {
			for _, name := range ignored {
				delete(members, name)
			}
		}
		return value
	}
	want := without(wanted)
	shared := d.get("components", "x-shared")
	for _, known := range names(shared) {
		_, value := member(shared, known)
		if name != "" && name != known {
			continue
		}
		if value.Anchor != "" && value.Kind == yaml.MappingNode && reflect.DeepEqual(without(value), want) {
			return &yaml.Node{Kind: yaml.AliasNode, Value: value.Anchor, Alias: value}
		}
	}
	return nil
}

// insertAtEnd adds text behind the last member of the object that the names lead to.
func (d *document) insertAtEnd(text string, names ...string) error {
	parent := d.get(names[:len(names)-1]...)
	key, value := member(parent, names[len(names)-1])
	if key == nil || value.Style&yaml.FlowStyle != 0 || d.root.Style&yaml.FlowStyle != 0 {
		return fmt.Errorf("%s: want %s with one member below the other, as YAML without braces", d.file, strings.Join(names, "."))
	}
	lines := strings.Split(d.text, "\n")
	end := max(key.Line, lastLine(value)) // the index of the next line
	for end < len(lines) && indentation(lines[end]) >= key.Column && strings.TrimSpace(lines[end]) != "" {
		end++ // the rest of a text of several lines, or comments
	}
	if strings.TrimSpace(lines[end-1]) != "" && end != key.Line {
		text = "\n" + text
	}
	d.edits = append(d.edits, edit{end + 1, text})
	return nil
}

func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func lastLine(node *yaml.Node) int {
	last := node.Line
	for _, child := range node.Content {
		last = max(last, lastLine(child))
	}
	return last
}

// insertBefore adds text before a value, and before the comments that belong to it.
func (d *document) insertBefore(node *yaml.Node, text string) {
	lines := strings.Split(d.text, "\n")
	line := node.Line
	for line > 1 && strings.HasPrefix(strings.TrimLeft(lines[line-2], " "), "#") {
		line--
	}
	d.edits = append(d.edits, edit{line, text})
}

// edited returns the document with the edits. Nothing else is changed.
func (d *document) edited() string {
	edits := slices.Clone(d.edits)
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.line, b.line) })
	lines := strings.SplitAfter(d.text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	} else {
		lines[last] += "\n"
	}
	var out strings.Builder
	for i, line := range lines {
		for ; len(edits) > 0 && edits[0].line == i+1; edits = edits[1:] {
			out.WriteString(edits[0].text)
		}
		out.WriteString(line)
	}
	for _, edit := range edits {
		out.WriteString(edit.text)
	}
	return out.String()
}
