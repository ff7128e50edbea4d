package draft_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
)

// contract is a document as plain values, with its aliases resolved.
type contract map[string]any

func readContract(t testing.TB, text []byte) contract {
	t.Helper()
	var document map[string]any
	require.NoError(t, yaml.Unmarshal(text, &document))
	return document
}

func at(value any, names ...string) any {
	for _, name := range names {
		members, _ := value.(map[string]any)
		value = members[name]
	}
	return value
}

func (c contract) operation(path string) any { return at(c["paths"], path, "post") }

// resolve follows $ref and allOf, and returns the members of both. Those of the property itself count.
func (c contract) resolve(schema any) map[string]any {
	own, _ := schema.(map[string]any)
	if target, ok := own["$ref"].(string); ok {
		return c.resolve(at(c["components"], "schemas", target[strings.LastIndex(target, "/")+1:]))
	}
	parts, ok := own["allOf"].([]any)
	if !ok {
		return own
	}
	merged := map[string]any{}
	for _, part := range append(parts, without(own, "allOf")) {
		maps.Copy(merged, c.resolve(part))
	}
	return merged
}

func without(object map[string]any, name string) map[string]any {
	copied := map[string]any{}
	for key, value := range object {
		if key != name {
			copied[key] = value
		}
	}
	return copied
}

// bodies returns the schemas of an operation's request and of the response of a success.
func (c contract) bodies(path string) (request, response any) {
	asked := at(c.operation(path), "requestBody", "content", "application/json")
	answered := at(c.operation(path), "responses", "200", "content", "application/json")
	choices, _ := at(answered, "schema", "oneOf").([]any)
	return at(asked, "schema"), choices[0]
}

// ordered returns the names of an object's properties in the order of the fields.
func (c contract) ordered(schema map[string]any) []string {
	properties, _ := schema["properties"].(map[string]any)
	names := make([]string, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	order := func(name string) int { number, _ := c.resolve(properties[name])["x-order"].(int); return number }
	slices.SortFunc(names, func(a, b string) int { return order(a) - order(b) })
	return names
}

// vendorPage writes a command of a document as the vendor would: tables and samples say what they can say.
func (c contract) vendorPage(t testing.TB, path string, fixtures func(api.Direction) []api.Fixture) []byte {
	t.Helper()
	request, response := c.bodies(path)
	var out strings.Builder
	fmt.Fprintf(&out, "## Overview\n\nText.\n\n### Sample request URL\n\n```\nhttps://xxxxxx%s?sdkappid=1&contenttype=json\n```\n\n", path)
	out.WriteString("### Request parameters\n\n| Parameter | Description |\n|---|---|\n| contenttype | json |\n\n")
	fmt.Fprintf(&out, "### Maximum calling frequency\n\n%v calls per second\n\n", at(c.operation(path), "x-rate-limit"))
	out.WriteString("### Sample request packets\n\n" + samples(fixtures(api.Requests)))
	out.WriteString("### Request packet fields\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n")
	c.rows(&out, request, true)
	out.WriteString("\n### Sample response packets\n\n" + samples(fixtures(api.Responses)))
	out.WriteString("### Response packet fields\n\n| Field | Type | Description |\n|---|---|---|\n")
	c.rows(&out, response, false)
	out.WriteString("\n## Error Codes\n\n| Error Code | Description |\n|---|---|\n")
	codes, _ := at(c.operation(path), "x-error-codes").([]any)
	for _, code := range codes {
		fmt.Fprintf(&out, "| %v | It fails. |\n", code)
	}
	return []byte(out.String())
}

func samples(fixtures []api.Fixture) string {
	var out strings.Builder
	for _, fixture := range fixtures {
		if slices.Contains([]string{"basic", "complete", "failed"}, fixture.Name) {
			fmt.Fprintf(&out, "- **The %s sample**\n```\n%s\n```\n\n", fixture.Name, fixture.Body)
		}
	}
	return out.String()
}

// rows writes the table of an object's fields, followed by those inside each of them.
func (c contract) rows(out *strings.Builder, schema any, isRequest bool) {
	object := c.resolve(schema)
	required, _ := object["required"].([]any)
	for _, name := range c.ordered(object) {
		property := c.resolve(at(object, "properties", name))
		cells := []string{name, typeText(property)}
		if isRequest {
			cells = append(cells, map[bool]string{true: "Yes", false: "No"}[slices.Contains(required, any(name))])
		}
		fmt.Fprintf(out, "| %s | %s |\n", strings.Join(cells, " | "), prose(property))
		inner := property
		if property["items"] != nil {
			inner = c.resolve(property["items"])
		}
		if inner["properties"] != nil {
			c.rows(out, inner, isRequest)
		}
	}
}

func typeText(schema map[string]any) string {
	if schema["type"] == nil {
		return "String/Integer"
	}
	name, _ := schema["type"].(string)
	return strings.ToUpper(name[:1]) + name[1:]
}

func prose(schema map[string]any) string {
	sentences := []string{"It is something."}
	if limit := schema["maxItems"]; limit != nil {
		sentences = append(sentences, fmt.Sprintf("At most %v items.", limit))
	}
	if limit := schema["maximum"]; limit != nil && schema["minimum"] != nil {
		sentences = append(sentences, fmt.Sprintf("From %v to %v.", schema["minimum"], limit))
	}
	if limit := schema["maxLength"]; limit != nil {
		sentences = append(sentences, fmt.Sprintf("At most %v bytes.", limit))
	}
	values, _ := schema["enum"].([]any)
	if known, ok := schema["x-known-values"].([]any); ok {
		values = known
	}
	for _, value := range values {
		if len(values) > 1 || schema["type"] == "string" {
			sentences = append(sentences, fmt.Sprintf("<li>`%v`: a value</li>", value))
		}
	}
	return strings.Join(sentences, " ")
}

// documents are those that are maintained by hand, with the folders of their packets.
var documents = map[string]string{
	"openapi.yaml":                 "api/fixtures",
	"modules/account/openapi.yaml": "modules/account/packets",
	"modules/follow/openapi.yaml":  "modules/follow/packets",
	"modules/group/openapi.yaml":   "modules/group/packets",
	"modules/openim/openapi.yaml":  "modules/openim/packets",
	"modules/profile/openapi.yaml": "modules/profile/packets",
}

// eachPage calls visit with each command of these documents, and its page.
func eachPage(t *testing.T, visit func(document contract, path string, page []byte)) {
	t.Helper()
	for _, file := range slices.Sorted(maps.Keys(documents)) {
		text, err := os.ReadFile("../../" + file)
		require.NoError(t, err)
		document, err := api.Open(text, os.DirFS("../../"+documents[file]))
		require.NoError(t, err)
		c := readContract(t, text)
		for _, operation := range document.Operations() {
			fixtures := func(direction api.Direction) []api.Fixture {
				found, err := document.Fixtures(operation.Command, direction)
				require.NoError(t, err)
				return found
			}
			visit(c, operation.Path, c.vendorPage(t, operation.Path, fixtures))
		}
	}
}
