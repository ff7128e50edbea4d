package main

import (
	"bytes"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/printable"
)

// printYAML prints the response as YAML, with its fields in the service's order.
func printYAML(out io.Writer, body jsontext.Value) error {
	node, err := yamlOf(body)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	encoder := yaml.NewEncoder(&text)
	encoder.SetIndent(2)
	if err := encoder.Encode(node); err != nil {
		return err
	}
	_, err = out.Write(printable.JSON(text.Bytes())) // what is unsafe is in double quotes, with the escapes of JSON
	return err
}

// yamlOf returns the YAML of a JSON value. Numbers keep their digits.
func yamlOf(value jsontext.Value) (*yaml.Node, error) {
	switch value.Kind() { //nolint:exhaustive // others are scalars that YAML has too
	case jsontext.KindBeginObject:
		return yamlMapping(value)
	case jsontext.KindBeginArray:
		var elements []jsontext.Value
		if err := json.Unmarshal(value, &elements); err != nil {
			return nil, err
		}
		node := &yaml.Node{Kind: yaml.SequenceNode}
		for _, element := range elements {
			child, err := yamlOf(element)
			if err != nil {
				return nil, err
			}
			node.Content = append(node.Content, child)
		}
		return node, nil
	case jsontext.KindString:
		var text string
		err := json.Unmarshal(value, &text)
		return yamlString(text), err
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: string(value)}, nil
}

func yamlMapping(object jsontext.Value) (*yaml.Node, error) {
	properties, err := propertiesOf(object)
	if err != nil {
		return nil, err
	}
	node := &yaml.Node{Kind: yaml.MappingNode}
	for _, property := range properties {
		value, err := yamlOf(property.value)
		if err != nil {
			return nil, err
		}
		node.Content = append(node.Content, yamlString(property.name), value)
	}
	return node, nil
}

func yamlString(text string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	if strings.ContainsFunc(text, isUnsafe) {
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}
