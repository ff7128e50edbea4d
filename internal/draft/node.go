package draft

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// The tags of a string and of an integer in YAML.
const (
	stringTag  = "!!str"
	integerTag = "!!int"
)

// object is an object of a YAML document that is being written.
type object struct{ *yaml.Node }

func newObject() object { return object{&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}} }

// set adds a member, with comments before it.
func (o object) set(name string, value *yaml.Node, comments ...string) {
	key := text(name)
	key.HeadComment = comment(comments)
	o.Content = append(o.Content, key, value)
}

func comment(lines []string) string {
	var text strings.Builder
	for _, line := range lines {
		for _, part := range wrap("TODO: "+oneLine(line), commentWidth) {
			text.WriteString("# " + part + "\n")
		}
	}
	return strings.TrimSuffix(text.String(), "\n")
}

// commentWidth leaves room for the indentation, in lines of 120 columns.
const commentWidth = 100

func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

func text(value string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: stringTag, Value: value}
	if strings.Contains(value, ": ") {
		node.Style = yaml.DoubleQuotedStyle // as a person would, and not with single quotes
	}
	return node
}

func integer[T int | int64 | uint64](value T) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: integerTag, Value: fmt.Sprint(value)}
}

func boolean(value bool) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(value)}
}

// flowWidth is the largest width of an array on one line.
const flowWidth = 90

func list(elements ...*yaml.Node) *yaml.Node {
	array := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: elements}
	width := 0
	for _, element := range elements {
		width += len(element.Value) + len(", ")
		if element.Kind != yaml.ScalarNode && len(element.Content) > 0 {
			return array
		}
	}
	if width <= flowWidth {
		array.Style = yaml.FlowStyle
	}
	return array
}

func texts(values ...string) *yaml.Node {
	elements := make([]*yaml.Node, len(values))
	for i, value := range values {
		elements[i] = text(value)
	}
	return list(elements...)
}

const schemaPrefix = "#/components/schemas/"

func reference(name string) *yaml.Node {
	o := newObject()
	target := text(schemaPrefix + name)
	target.Style = yaml.DoubleQuotedStyle
	o.set("$ref", target)
	return o.Node
}

// render returns a member of an object as it stands in a document.
func render(name string, value *yaml.Node, indentation int) (string, error) {
	o := newObject()
	o.set(name, value)
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(o.Node); err != nil {
		return "", err
	}
	if err := encoder.Close(); err != nil {
		return "", err
	}
	var indented strings.Builder
	for line := range strings.Lines(out.String()) {
		if line != "\n" {
			indented.WriteString(strings.Repeat(" ", indentation))
		}
		indented.WriteString(line)
	}
	return indented.String(), nil
}

func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}
