package api

import (
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// eachSchema calls visit for each schema, those of properties and elements included.
func (s *source) eachSchema(visit func(node)) {
	var walk func(node)
	walk = func(schema node) {
		visit(schema)
		for _, property := range schema.get("properties").members() {
			walk(property)
		}
		if items := schema.get("items"); items.exists() {
			walk(items)
		}
		for _, name := range []string{"allOf", "oneOf", "anyOf"} {
			for _, part := range schema.get(name).items() {
				walk(part)
			}
		}
	}
	for _, schema := range s.schemas() {
		walk(schema)
	}
}

func checkSchemas(s *source) {
	s.eachSchema(func(schema node) {
		properties := schema.get("properties")
		if schema.get("type").text() == "array" && !schema.get("items").exists() {
			s.reportf(schema, "items, the schema of the array's elements, is missing")
		}
		if properties.exists() && s.schema(schema.name()).Node != schema.Node {
			s.reportf(schema, "an object within another schema; want a schema of its own, and a $ref to it")
		}
		s.checkFormat(schema)
		if pattern := schema.get("pattern"); pattern.exists() {
			if _, err := regexp.Compile(pattern.text()); err != nil {
				s.reportAtf(pattern.Node, pattern, "%s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
			}
		}
		if required := schema.get("required"); properties.exists() {
			var known []string
			for name := range properties.members() {
				known = append(known, name)
			}
			for _, name := range required.items() {
				if !slices.Contains(known, name.text()) {
					s.reportAtf(name.key, required, "%s is not among the properties%s", name.text(), didYouMean(name.text(), known))
				}
			}
		}
	})
}

// checkFormat checks that Go has a type that keeps the value: of integers, one whose range package api knows; of strings
// and numbers, string and float64, while oapi-codegen has others for some formats.
func (s *source) checkFormat(schema node) {
	if null := schema.get("nullable"); null.text() == "true" {
		s.reportf(null, "want no null, which Go reads as absent; x-absent-values: [null] says that both mean the same")
	}
	format := schema.get("format")
	_, isKnown := integerFormats[format.text()]
	isElsewhere := schema.get("x-go-type").exists() || schema.key == schema.Node // rest.Value, or a part of its schema
	switch kind := schema.get("type").text(); {
	case isElsewhere:
	case kind == "integer" && !isKnown:
		s.reportf(schema, "want an integer of format int64 or uint64")
	case kind != "integer" && format.exists() && (kind != "number" || format.text() != "double"):
		s.reportf(format, "want no format %s, whose values Go would change; a pattern can say what is valid", format.text())
	}
}

func checkOrder(s *source) {
	for _, schema := range s.schemas() {
		taken := map[string]string{}
		for name, property := range schema.get("properties").members() {
			order := property.get("x-order")
			if other := taken[order.text()]; order.exists() && other != "" {
				s.reportf(property, "x-order %s is that of %s too", order.text(), other)
			} else {
				taken[order.text()] = name
			}
		}
	}
}

// checkAliases checks what the generated types and package api assume about aliases.
func checkAliases(s *source) {
	responses := map[string]bool{}
	for location := range s.operations() {
		responses[operationName(location)+"Response"] = true
	}
	for name, schema := range s.schemas() {
		for _, property := range schema.get("properties").members() {
			alias := property.get("x-alias-of")
			canonical := s.property(alias, schema)
			required := schema.get("required").texts()
			switch {
			case !canonical.exists():
			case !responses[name]:
				s.reportf(alias, "want it in the response of an operation only")
			case canonical.get("x-alias-of").exists() || canonical.name() == property.name():
				s.reportf(alias, "%s is an alias itself", canonical.name())
			case slices.Contains(required, canonical.name()) || slices.Contains(required, property.name()):
				s.reportf(alias, "want neither spelling among the required properties")
			}
		}
	}
}

// checkEnums checks that the values of enums can be emitted as constants. A property may restrict the schema that it
// refers to, and a schema with a type of its own in Go needs no constants.
func checkEnums(s *source) {
	for name, schema := range s.schemas() {
		s.checkValues(schema)
		for field, property := range schema.get("properties").members() {
			if s.isKind(name, field) {
				continue // the rule unions says what it is
			}
			s.checkInline(property)
			if items := property.get("items"); items.exists() {
				s.checkInline(items)
			}
		}
	}
}

func (s *source) checkInline(schema node) {
	if schema.get("enum").exists() && schema.get("type").exists() && !schema.get("x-go-type").exists() {
		s.reportf(schema, "an enum within another schema; want a schema of its own, with x-enum-varnames and x-enum-descriptions")
	}
}

func (s *source) checkValues(schema node) {
	values := schema.get("enum")
	if known := schema.get("x-known-values"); known.exists() {
		values = known
	}
	if !values.exists() || schema.get("x-go-type").exists() {
		return
	}
	for _, member := range []string{"x-enum-varnames", "x-enum-descriptions"} {
		names := schema.get(member)
		switch {
		case !names.exists() && hasMisspeltKeyword(schema, member):
		case !names.exists():
			s.reportf(schema, "%s is missing; want one for each of the %d values", member, len(values.Content))
		case len(names.Content) != len(values.Content):
			s.reportf(names, "want one for each of the %d values, got %d", len(values.Content), len(names.Content))
		}
	}
}

func hasMisspeltKeyword(schema node, known string) bool {
	for name := range schema.members() {
		if keywords[name] == nil && closest(name, []string{known}) != "" {
			return true
		}
	}
	return false
}

// checkZeros checks that a zero value can represent an absent field in the generated types, unless it is a pointer.
func checkZeros(s *source) {
	document, _ := s.document()
	if document == nil {
		return
	}
	zeros := map[string]any{
		openapi3.TypeString: "", openapi3.TypeInteger: float64(0), openapi3.TypeNumber: float64(0), openapi3.TypeBoolean: false,
	}
	for name, schema := range s.schemas() {
		parsed := document.spec.Components.Schemas[name]
		required := schema.get("required").texts()
		for field, property := range schema.get("properties").members() {
			isRequired, pointer := slices.Contains(required, field), property.get("x-go-type-skip-optional-pointer")
			zero, isScalar := zeros[s.keyword(property, "type").text()]
			if pointer.exists() && (isRequired || !isScalar) {
				s.reportf(pointer, "want it only on an optional string, number or boolean")
			}
			if isRequired || isSpelling(schema, field) || pointer.exists() {
				continue
			}
			value := parsed.Value.Properties[field]
			if isScalar && value != nil && value.Value.Default != zero && value.Value.VisitJSON(zero) == nil {
				s.reportf(property, "it is optional and may be %s, which stands for absent in Go; want %s", describeZero(zero),
					wantInstead(zero))
			}
		}
	}
}

func describeZero(zero any) string {
	switch zero {
	case "":
		return `""`
	case false:
		return "false"
	}
	return "0"
}

func wantInstead(zero any) string {
	switch zero {
	case "":
		return `minLength: 1, or default: "" if both mean the same, or x-go-type-skip-optional-pointer: false`
	case false:
		return "default: false, or x-go-type-skip-optional-pointer: false"
	}
	return "minimum: 1, or default: 0 if both mean the same, or x-go-type-skip-optional-pointer: false"
}

// isSpelling reports whether a property is an alias or has one. Both are one field in Go.
func isSpelling(schema node, name string) bool {
	for alias, property := range schema.get("properties").members() {
		if canonical := property.get("x-alias-of"); canonical.exists() && (alias == name || canonical.text() == name) {
			return true
		}
	}
	return false
}
