package api

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/timsns/timsns/internal/schemas"
)

// goNames records Go names and what they come from, to find clashes before the Go compiler does.
type goNames map[string]string

// checkName reports a name that is taken or cannot be exported.
func (s *source) checkName(names goNames, name, origin string, at node) {
	if !at.exists() || name == "" {
		return
	}
	if other, isTaken := names[name]; isTaken {
		s.reportf(at, "the Go name %s is that of %s; give one of them another name", name, other)
		return
	}
	names[name] = origin
	if !token.IsIdentifier(name) || !token.IsExported(name) {
		s.reportf(at, "the Go name %q cannot be exported; give it an x-go-name", name)
	}
}

func checkNames(s *source) {
	declared := goNames{
		"API": "the emitted interface", "Client": "the emitted client", "NewClient": "an emitted function",
		"LookupCode": "an emitted function", "Servers": "an emitted function", "Fields": "a type in emitted methods",
	}
	methods := s.emittedMethods()
	for name, schema := range s.schemas() {
		s.checkSchemaName(declared, name, schema)
		for _, constant := range schema.get("x-enum-varnames").items() {
			s.checkName(declared, constant.text(), "a value of "+name, constant)
		}
		if schema.get("discriminator").exists() {
			s.checkName(declared, name+"Value", "the values of "+name, schema)
			s.checkName(declared, "Unknown"+name, "the unknown kinds of "+name, schema)
		}
		s.checkFields(schema, methods[name])
	}
	for _, server := range s.root.get("servers").items() {
		s.checkName(declared, server.get("x-go-name").text(), "the server "+server.get("url").text(), server.get("x-go-name"))
	}
	for _, entry := range s.schema("ErrorCode").get("x-catalogue").items() {
		name := entry.get("name")
		if declared[name.text()] != codeOrigin(name.text()) { // the rule codes reports a code twice
			s.checkName(declared, name.text(), codeOrigin(name.text()), name)
		}
	}
	s.checkMethods(declared)
}

func (s *source) checkSchemaName(declared goNames, name string, schema node) {
	s.reportf(schema.get("x-go-name"), "want it on a property or a server; the name of a schema is that in Go")
	if want := goName(name, node{}); want != name {
		s.reportf(schema, "want the name in Go's form, %s", want)
		return
	}
	s.checkName(declared, name, "the schema "+name, schema)
}

func codeOrigin(name string) string { return "the error code " + name }

// checkMethods checks the methods of the emitted client, and the functions beside them.
func (s *source) checkMethods(declared goNames) {
	const ofEachClient = "CloseIdleConnections"
	methods := goNames{ofEachClient: "a method of every client"}
	for _, operation := range s.operations() {
		id := operation.get("operationId")
		if id.text() == ofEachClient {
			s.reportf(id, "every client has a method of this name")
		}
		methods[id.text()] = "the operation " + id.text()
	}
	for location, operation := range s.operations() {
		id := operationName(location)
		batch, paging := operation.get("x-batch"), operation.get("x-paging")
		if batch.exists() && batch.get("indivisible").text() != "true" {
			name, at := id+"All", batch
			if method := batch.get("method"); method.exists() {
				name, at = method.text(), method
			}
			s.checkMethod(methods, declared, name, "the batch "+id, at)
		}
		s.checkMethod(methods, declared, id+"All", "the items of "+id, paging)
		s.checkMethod(methods, declared, id+"Pages", "the pages of "+id, paging)
	}
}

func (s *source) checkMethod(methods, declared goNames, name, origin string, at node) {
	found := len(s.violations)
	s.checkName(methods, name, origin, at)
	if len(s.violations) == found {
		s.checkName(declared, name, origin, at)
	}
}

// checkFields checks the fields of an emitted type against each other and against the type's methods.
func (s *source) checkFields(schema node, methods []string) {
	fields := goNames{}
	for _, method := range slices.Concat(methods, []string{"MarshalJSON", "MarshalJSONTo", "UnmarshalJSON", "UnmarshalJSONFrom"}) {
		fields[method] = fmt.Sprintf("the method %s of %s", method, schema.name())
	}
	for name, property := range schema.get("properties").members() {
		if given := property.get("x-go-name"); given.exists() && given.text() != goName(name, property) {
			s.reportf(given, "want letters and digits, and a capital letter first")
		}
		s.checkPlain(name, property)
		if !property.get("x-alias-of").exists() && !s.isKind(schema.name(), name) {
			s.checkName(fields, goName(name, property), "the property "+name, property)
		}
	}
}

// checkPlain reports a name in JSON that the tag of a field in Go cannot have.
func (s *source) checkPlain(name string, at node) {
	if name == "-" || strings.ContainsAny(name, "\"'`\\,\n") {
		s.reportf(at, "want a name without quotation marks, commas, backslashes and line breaks, and not -")
	}
}

// emittedMethods returns the methods of the types of responses, by schema.
func (s *source) emittedMethods() map[string][]string {
	methods := map[string][]string{}
	for _, operation := range s.operations() {
		success, failure := s.outcomes(operation)
		methods[success.name()] = []string{"Envelope"}
		methods[failure.name()] = []string{"Envelope"}
		if operation.get("x-batch").exists() {
			methods[success.name()] = []string{"Envelope", "Failures", "Err", "Pending"}
		}
	}
	return methods
}

// goName returns the generator's name for a property.
func goName(property string, schema node) string {
	return schemas.GoName(cmp.Or(schema.get("x-go-name").text(), property))
}
