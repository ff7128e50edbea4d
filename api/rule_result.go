package api

import (
	"slices"
)

// checkResults checks each x-result against the schema that has it.
func checkResults(s *source) {
	s.eachSchema(func(schema node) {
		result := schema.get("x-result")
		switch {
		case !result.exists():
		case len(schema.path) != len([]string{"components", "schemas", "name"}):
			s.reportf(result, "want it on a schema of its own")
		case result.get("code").exists() == result.get("status").exists():
			s.reportf(result, "want code or status, the property with the outcome, and not both")
		default:
			s.checkResult(result, schema)
		}
	})
}

func (s *source) checkResult(result, schema node) {
	for _, name := range []string{"account", "code", "status", "info"} {
		member := result.get(name)
		property := s.property(member, schema)
		isRequired := slices.Contains(schema.get("required").texts(), member.text())
		switch {
		case !property.exists():
		case name != "info" && !isRequired:
			s.reportf(member, "%s is not among the required properties", property.name())
		case name == "code" && !s.isCode(property):
			s.reportf(member, "%s is no error code; want allOf with a $ref to the schema ErrorCode", property.name())
		case (name == "account" || name == "info") && !isType(property, "string"):
			s.reportf(member, "want a string")
		}
	}
	s.checkSuccesses(result, schema.get("properties", result.get("status").text()))
}

// checkSuccesses checks the values of a status that mean success. A zero value would be that of an absent property.
func (s *source) checkSuccesses(result, status node) {
	success := result.get("success")
	switch {
	case result.get("code").exists():
		s.reportf(success, "want no success beside code, which is 0 for a success")
		return
	case s.mayBeEmpty(status):
		s.reportf(result.get("status"), "%s may be empty; want minLength: 1", status.name())
		return
	case !success.exists():
		s.reportf(result, "success is missing: the values of %s that mean success", result.get("status").text())
		return
	}
	want := map[string]*shape{"string": words, "integer": integer}[s.keyword(status, "type").text()]
	if want == nil {
		s.reportf(result.get("status"), "want a string or an integer")
		return
	}
	if want == integer && s.keyword(status, "format").text() != int64Format {
		s.reportf(result.get("status"), "want an integer of format int64")
	}
	for _, value := range success.items() {
		s.checkShape(value, want)
		if want == integer && value.text() == "0" {
			s.reportf(value, "want code in place of status, since 0 means success")
		}
	}
}

// mayBeEmpty reports whether a property may be a text that the client cannot tell from none.
func (s *source) mayBeEmpty(property node) bool {
	if s.keyword(property, "type").text() != "string" {
		return false
	}
	if values := s.keyword(property, "enum"); values.exists() {
		return slices.Contains(values.texts(), "")
	}
	return slices.Contains([]string{"", "0"}, s.keyword(property, "minLength").text())
}

// checkSandbox checks what tests and the sandbox read of the document.
func checkSandbox(s *source) {
	settings := s.root.get("x-sandbox")
	codes := []node{settings.get("invalid-request")}
	isUsed := false
	for _, operation := range s.operations() {
		codes = append(codes, operation.get("x-invalid-request"))
		request, _ := contents(operation)
		isUsed = isUsed || contains(request.get("examples"), settings.get("account").text())
	}
	known := map[string]bool{}
	for _, entry := range s.schema("ErrorCode").get("x-catalogue").items() {
		known[entry.get("code").text()] = true
	}
	for _, code := range codes {
		if code.exists() && len(known) > 0 && !known[code.text()] {
			s.reportf(code, "%s is not in the catalogue (x-catalogue of the schema ErrorCode)", code.text())
		}
	}
	if account := settings.get("account"); !isUsed {
		s.reportf(account, "no example of a request has the account %q", account.text())
	}
}

// contains reports whether a value is a text or contains it.
func contains(n node, text string) bool {
	if n.text() == text {
		return n.exists()
	}
	for _, member := range n.members() {
		if contains(member, text) {
			return true
		}
	}
	for _, item := range n.items() {
		if contains(item, text) {
			return true
		}
	}
	return false
}
