package api_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

const (
	element       = "    MsgElement:\n"
	textElement   = "    TextElement:\n"
	inElement     = " (components.schemas.MsgElement)"
	inTextElement = " (components.schemas.TextElement.properties)"
	lifeTime      = "        MsgLifeTime:\n"
)

// unionMistakes are those that people make with unions and optional values.
var unionMistakes = map[string]mistake{
	"no discriminator":              {element, "      discriminator:\n        propertyName: MsgType\n        mapping:\n          TIMTextElem: \"#/components/schemas/TextElement\"\n          TIMLocationElem: \"#/components/schemas/LocationElement\"\n          TIMPingElem: \"#/components/schemas/PingElement\"\n", "", "    MsgElement:", "unions", "MsgElement: discriminator is missing: the property by which objects differ; or x-go-type for other values (components.schemas)"},
	"a misspelt discriminator":      {element, "discriminator:", "discriminatr:", "discriminatr:", "members", "discriminatr: unknown member; did you mean discriminator?" + inElement},
	"open and no union":             {textElement, "description: A text.", "description: A text.\n      x-open: true", "x-open", "unions", "x-open: want it beside oneOf and discriminator (components.schemas.TextElement)"},
	"no oneOf":                      {textElement, "description: A text.", "description: A text.\n      discriminator: {propertyName: MsgType}", "discriminator", "unions", "discriminator: want it beside oneOf (components.schemas.TextElement)"},
	"a type beside oneOf":           {element, "x-open: true", "type: object", "type: object", "unions", "type: want only description, oneOf and discriminator in a union" + inElement},
	"a kind of no member":           {element, "TIMPingElem: \"#/components/schemas/PingElement\"", "TIMPingElem: \"#/components/schemas/PingElement\"\n          TIMAny: \"#/components/schemas/Icon\"", "TIMAny", "unions", "TIMAny: want one of the schemas in oneOf (components.schemas.MsgElement.discriminator.mapping)"},
	"two kinds of a member":         {element, "TIMPingElem: \"#/components/schemas/PingElement\"", "TIMPingElem: \"#/components/schemas/PingElement\"\n          TIMAny: \"#/components/schemas/PingElement\"", "TIMAny", "unions", "TIMAny: want a schema of its own; TIMPingElem has this one, too (components.schemas.MsgElement.discriminator.mapping)"},
	"a member of two unions":        {"    PingElement:\n", "    ErrorResponse:\n", "    Other:\n      description: A union.\n      oneOf: [{$ref: \"#/components/schemas/TextElement\"}]\n      discriminator: {propertyName: MsgType, mapping: {TIMTextElem: \"#/components/schemas/TextElement\"}}\n    ErrorResponse:\n", "{$ref", "unions", "oneOf[0]: TextElement is in the union MsgElement too (components.schemas.Other)"},
	"a member without a kind":       {element, "          TIMPingElem: \"#/components/schemas/PingElement\"\n", "", "$ref: \"#/components/schemas/PingElement\"", "unions", "oneOf[2]: want a value of MsgType in discriminator.mapping for PingElement" + inElement},
	"a member that is a number":     {element, "      discriminator:\n", "        - type: string\n      discriminator:\n", "type: string", "unions", "oneOf[3]: want a $ref to a schema of type object" + inElement},
	"a member without the property": {"    PingElement:\n", "required: [MsgType]\n      properties:\n        MsgType: {x-order: 1,", "properties:\n        Type: {x-order: 1, x-go-type: string,", "    PingElement:", "unions", "PingElement: want a property MsgType with type: string and enum: [TIMPingElem] (components.schemas)"},
	"another value in a member":     {textElement, "enum: [TIMTextElem]", "enum: [TIMText]", "        MsgType:", "unions", "MsgType: want type: string and enum: [TIMTextElem], as in the discriminator" + inTextElement},
	"any value in a member":         {textElement, ", enum: [TIMTextElem]", "", "        MsgType:", "unions", "MsgType: want type: string and enum: [TIMTextElem], as in the discriminator" + inTextElement},
	"an optional kind":              {textElement, "[MsgType, MsgContent]", "[MsgContent]", "        MsgType:", "unions", "MsgType: want it among the required properties, since it is the discriminator" + inTextElement},
	"oneOf in a property":           {"        Title:\n", "          allOf:\n            - $ref: \"#/components/schemas/MsgElement\"", "          oneOf:\n            - $ref: \"#/components/schemas/TextElement\"", "        Title:", "unions", "Title: oneOf within another schema; want a schema of its own (components.schemas.EchoRequest.properties)"},
	"an object in a property":       {"        Icon:\n", "          allOf:\n            - $ref: \"#/components/schemas/Icon\"", "          type: object\n          properties:\n            Width: {x-order: 1, type: string, minLength: 1, description: A width.}", "        Icon:", "schemas", "Icon: an object within another schema; want a schema of its own, and a $ref to it (components.schemas.OfflinePushInfo.properties)"},
	"the name of the values":        {"    PingElement:\n", "    ErrorResponse:\n", "    MsgElementValue: {type: string, description: A text.}\n\n    ErrorResponse:\n", "    MsgElementValue", "names", "MsgElementValue: the Go name MsgElementValue is that of the values of MsgElement; give one of them another name (components.schemas)"},
	"a method of a member":          {textElement, "        MsgContent:\n", "        MarshalJSON: {x-order: 3, type: boolean, default: false, description: A flag.}\n        MsgContent:\n", "        MarshalJSON:", "names", "MarshalJSON: the Go name MarshalJSON is that of the method MarshalJSON of TextElement; give one of them another name" + inTextElement},
	"an optional number may be 0":   {lifeTime, "          x-go-type-skip-optional-pointer: false\n", "", "        MsgLifeTime:", "zeros", "MsgLifeTime: it is optional and may be 0, which stands for absent in Go; want minimum: 1, or default: 0 if both mean the same, or x-go-type-skip-optional-pointer: false (components.schemas.EchoRequest.properties)"},
	"a required pointer":            {"        Serial:\n", "format: uint64", "format: uint64\n          x-go-type-skip-optional-pointer: false", "x-go-type-skip", "zeros", "x-go-type-skip-optional-pointer: want it only on an optional string, number or boolean (components.schemas.EchoRequest.properties.Serial)"},
	"a pointer to an array":         {"        Replies:\n", "type: array", "type: array\n          x-go-type-skip-optional-pointer: false", "x-go-type-skip", "zeros", "x-go-type-skip-optional-pointer: want it only on an optional string, number or boolean (components.schemas.LocationContent.properties.Replies)"},
	"no pointer":                    {lifeTime, "pointer: false", "pointer: true", "x-go-type-skip", "members", "x-go-type-skip-optional-pointer: unknown value \"true\"; want false (components.schemas.EchoRequest.properties.MsgLifeTime)"},
}

func TestLint_unions(t *testing.T) {
	document, err := os.ReadFile("../internal/emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	assert.Empty(t, api.Lint("openapi.yaml", document))
	testMistakes(t, string(document), unionMistakes)
}
