package draft

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// fromJSON returns a JSON text as YAML, in its order and with its numbers.
func fromJSON(body []byte) (*yaml.Node, error) {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	value, err := decodeNode(decoder)
	if err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("want one JSON value")
	}
	return value, nil
}

func decodeNode(decoder *json.Decoder) (*yaml.Node, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch value := token.(type) {
	case json.Delim:
		return decodeChildren(decoder, value)
	case string:
		return text(value), nil
	case json.Number:
		tag := integerTag
		if strings.ContainsAny(value.String(), ".eE") {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: value.String()}, nil
	case bool:
		return boolean(value), nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
}

func decodeChildren(decoder *json.Decoder, begin json.Delim) (*yaml.Node, error) {
	var children []*yaml.Node
	for decoder.More() {
		child, err := decodeNode(decoder)
		if err != nil {
			return nil, err
		}
		children = append(children, child)
	}
	if _, err := decoder.Token(); err != nil { // the end
		return nil, err
	}
	if begin == '{' {
		o := newObject()
		o.Content = children
		if len(children) == 0 {
			o.Style = yaml.FlowStyle
		}
		return o.Node, nil
	}
	return list(children...), nil
}
