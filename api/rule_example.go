package api

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

// parseStrict returns a document in strict mode. The error is why the document is invalid. If only its examples are, the
// document is returned, too.
func parseStrict(text []byte) (*Document, error) {
	spec, err := readSpec(text)
	if err != nil {
		return nil, err
	}
	invalid := validateSpec(spec)
	if invalid != nil && validateSpec(spec, openapi3.DisableExamplesValidation()) != nil {
		return nil, invalid
	}
	document, err := newDocument(spec, nil)
	if err != nil {
		return nil, err
	}
	if err := document.restrict(); err != nil {
		return nil, err
	}
	return document, invalid
}

func checkExamples(s *source) {
	document, _ := s.document()
	for location, operation := range s.operations() {
		request, response := contents(operation)
		for _, content := range []node{request, response} {
			if examples := content.get("examples"); examples.exists() && !examples.get("basic").exists() {
				s.reportf(examples, "want an example named basic")
			}
		}
		if examples := response.get("examples"); examples.exists() && !examples.get("failed").exists() {
			s.reportf(examples, "want an example named failed")
		}
		if document == nil {
			continue
		}
		described, _ := document.OperationAt(location)
		for _, example := range request.get("examples").members() {
			s.checkExample(example.get("value"), described.ValidateRequest)
		}
		for _, example := range response.get("examples").members() {
			s.checkExample(example.get("value"), described.ValidateResponse)
		}
	}
}

// checkExample validates an example as a fixture is validated, in strict mode.
func (s *source) checkExample(example node, validate func([]byte) error) {
	var value any
	if !example.exists() || example.Decode(&value) != nil {
		return
	}
	body, err := json.Marshal(value)
	if err != nil {
		s.reportf(example, "want a value of JSON: %v", err)
		return
	}
	var found Violations
	errors.As(validate(body), &found)
	for _, violation := range found {
		at, reason := example.at(violation.Pointer), violation.Reason
		if reason == "value must be a string" && at.Kind == yaml.ScalarNode { // YAML reads 12_34 as a number
			reason += "; put " + at.Value + " in quotes"
		}
		s.reportf(at, "%s", reason)
	}
}

// at returns the value at a JSON Pointer, or the innermost value around it that exists.
func (n node) at(pointer string) node {
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
		next := n.member(name)
		for i, item := range n.items() {
			if item.name() == name {
				_, next = i, item
			}
		}
		if !next.exists() {
			return n
		}
		n = next
	}
	return n
}

// checkOpenAPI validates the document as a whole. The validator's errors have no position, so the violation is at the
// schema or path that the error names.
func checkOpenAPI(s *source) {
	_, err := s.document()
	if err == nil {
		return
	}
	reason := strings.TrimPrefix(err.Error(), "api: ")
	first, _, _ := strings.Cut(reason, "\n")
	at := s.root
	for name, item := range s.root.get("paths").members() {
		if strings.Contains(reason, name+":") || strings.Contains(reason, name+" ") {
			at = item
		}
	}
	if name := schemaInError.FindStringSubmatch(reason); name != nil && s.schema(name[1]).exists() {
		at = s.schema(name[1])
	}
	s.reportf(at, "%s", validatorPrefix.ReplaceAllString(first, ""))
}

var (
	validatorPrefix = regexp.MustCompile(`^(loading|validating) the document: (invalid (components|paths): )?(schema "\w+": )?`)
	schemaInError   = regexp.MustCompile(`schema "(\w+)"`)
)
