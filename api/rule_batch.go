package api

import (
	"slices"
)

func checkBatches(s *source) {
	for location, operation := range s.operations() {
		name := operationName(location)
		batch := operation.get("x-batch")
		if batch.exists() {
			s.checkBatch(batch, s.schema(name+"Request"), s.schema(name+"Response"))
		}
		if operation.get("x-idempotent", "key").exists() && batch.get("indivisible").text() != "true" {
			s.reportf(batch, "want indivisible: true, since the calls of a split batch would have the same key (x-idempotent)")
		}
		for property, schema := range s.schema(name + "Response").get("properties").members() {
			if s.isResults(schema) && !batch.exists() && !hasMisspelt(operation, "x-batch") {
				s.reportf(operation, "want x-batch, since %s of %sResponse has results of accounts", property, name)
			}
		}
	}
}

// isResults reports whether a property is an array with results of accounts.
func (s *source) isResults(property node) bool {
	return s.resolve(property.get("items")).get("x-result").exists()
}

func (s *source) checkBatch(batch, request, response node) {
	elements := s.property(batch.get("request"), request)
	s.checkElements(batch, elements)
	if results := s.property(batch.get("response"), response); results.exists() && !s.isResults(results) {
		s.reportf(batch.get("response"), "the elements of %s have no x-result, which names their account and code", results.name())
	}
	s.checkArrays(batch, response)
}

// checkArrays checks the arrays that list failures, and that merging responses loses no array.
func (s *source) checkArrays(batch, response node) {
	merged := []string{batch.get("response").text()}
	for _, member := range batch.get("failed").items() {
		list := s.property(member, response)
		if list.exists() && !isType(list.get("items"), "string") && !s.isResults(list) {
			s.reportf(member, "want an array of accounts that failed, as strings or as objects whose schema has x-result")
		}
		if slices.Contains(merged, member.text()) {
			s.reportf(member, "want each array once, in response or failed")
		}
		merged = append(merged, member.text())
	}
	if hasUnknown(batch, operationShape.members["x-batch"]) {
		return // it may be the one that names the array
	}
	if !batch.get("response").exists() && !batch.get("failed").exists() {
		s.reportf(batch, "want response or failed, which name the arrays that report the outcome for each account")
		return
	}
	for name, property := range response.get("properties").members() {
		if property.get("type").text() == "array" && !slices.Contains(merged, name) {
			s.reportf(batch, "the array %s of the response would be lost when a batch is split; want it in response or failed", name)
		}
	}
}

// hasUnknown reports whether an object has a member that the rule members reports.
func hasUnknown(n node, want *shape) bool {
	for name := range n.members() {
		if want.members[name] == nil {
			return true
		}
	}
	return false
}

// checkElements checks the array of a request's accounts.
func (s *source) checkElements(batch, elements node) {
	if !elements.exists() {
		return
	}
	items, account := elements.get("items"), batch.get("account")
	isObject := items.get("$ref").exists()
	switch {
	case !isType(elements, "array"):
		s.reportf(batch.get("request"), "want an array")
	case !items.exists(): // the rule schemas reports it
	case !isObject && !isType(items, "string"):
		s.reportf(batch.get("request"), "want an array of strings or of a named schema")
	case isObject && !account.exists():
		s.reportf(batch, "account is missing: the property of an element of %s that is its UserID", elements.name())
	case !isObject && account.exists():
		s.reportf(account, "the elements of %s are UserIDs; want no account", elements.name())
	case account.exists() && !slices.Contains(s.resolve(items).get("required").texts(), account.text()):
		s.reportf(account, "an element of %s has no required property %s", elements.name(), account.text())
	case account.exists() && !isType(s.resolve(items).get("properties", account.text()), "string"):
		s.reportf(account, "want a string")
	}
	s.checkSize(batch, elements)
}

// checkSize checks that a batch says how many elements a call takes.
func (s *source) checkSize(batch, elements node) {
	size, limit := batch.get("size"), elements.get("maxItems")
	switch {
	case batch.get("indivisible").text() == "true":
	case size.text() == "0" || limit.text() == "0":
		s.reportf(batch, "a call takes no element of %s; want a size from 1", elements.name())
	case size.exists() && limit.exists():
		s.reportf(size, "want maxItems of %s or size, and not both", elements.name())
	case !size.exists() && !limit.exists():
		s.reportf(batch, "size is missing: how many elements of %s a call may have, since it has no maxItems", elements.name())
	}
}

// property returns the property of a schema that a member of an extension names. It reports one that is missing or
// that is a pointer in Go.
func (s *source) property(member, schema node) node {
	found := s.propertyOrPointer(member, schema)
	if found.get("x-go-type-skip-optional-pointer").exists() {
		s.reportf(member, "%s may differ from absent by being zero (x-go-type-skip-optional-pointer); want a plain value", found.name())
	}
	return found
}

// propertyOrPointer does the same, but allows a pointer.
func (s *source) propertyOrPointer(member, schema node) node {
	if !member.exists() || !schema.exists() {
		return node{}
	}
	properties := schema.get("properties")
	if found := properties.get(member.text()); found.exists() {
		return found
	}
	var known []string
	for name := range properties.members() {
		known = append(known, name)
	}
	s.reportf(member, "%s has no property %s%s", schema.name(), member.text(), didYouMean(member.text(), known))
	return node{}
}

// hasMisspelt reports whether an object has an unknown member that is similar to a known name.
func hasMisspelt(n node, known string) bool {
	for name := range n.members() {
		if operationShape.members[name] == nil && closest(name, []string{known}) != "" {
			return true
		}
	}
	return false
}
