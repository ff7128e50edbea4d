package api

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// checkReferences resolves each $ref of a schema.
func checkReferences(s *source) {
	var known []string
	for name := range s.schemas() {
		known = append(known, name)
	}
	var visit func(node)
	visit = func(n node) {
		if reference := n.get("$ref"); reference.exists() {
			s.checkReference(n, reference, known)
		}
		for name, member := range n.members() {
			switch name {
			case "mapping":
				for _, target := range member.members() {
					s.checkReference(n, target, known)
				}
			case "x-shared", "value": // anchors, whose aliases are read, and examples
			default:
				visit(member)
			}
		}
		for _, item := range n.items() {
			visit(item)
		}
	}
	visit(s.root)
}

func (s *source) checkReference(n, reference node, known []string) {
	name, isSchema := strings.CutPrefix(reference.text(), schemaPrefix)
	switch {
	case !isSchema:
		s.reportf(reference, "want a schema of this document, such as %sGroupGetRequest", schemaPrefix)
	case !s.schema(name).exists():
		s.reportf(reference, "no schema is named %s%s", name, didYouMean(name, known))
	case reference.name() == "$ref" && len(n.Content) > 2:
		s.reportf(reference, "other members beside it are ignored; write allOf: [{$ref: …}]")
	}
}

var pathPattern = regexp.MustCompile(`^/v4/[a-z_]+/[a-z_]+$`)

// operationName returns a command in Go's form, such as GroupGet for group_get.
func operationName(location string) string {
	words := strings.Split(path.Base(location), "_")
	for i, word := range words {
		if word != "" {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, "")
}

func checkPaths(s *source) {
	lines := map[string]int{}
	if paths := s.root.get("paths"); paths.exists() && len(paths.Content) == 0 {
		s.reportf(paths, "it is empty; want a path")
	}
	for location, item := range s.root.get("paths").members() {
		if !pathPattern.MatchString(location) {
			s.reportf(item, "want /v4/, a service and a command in lower case, such as /v4/sns/group_get")
			continue
		}
		id := item.get("post", "operationId")
		line, isTaken := lines[id.text()]
		switch want := operationName(location); {
		case !id.exists():
			continue
		case isTaken:
			s.reportf(id, "the operation in line %d has this name too; want %s, the command in Go's form", line, want)
		case id.text() != want:
			s.reportf(id, "want %s, the command in Go's form, got %s", want, id.text())
		}
		lines[id.text()] = id.key.Line
	}
}

// contents returns the content of an operation's request and of its response.
func contents(operation node) (request, response node) {
	return operation.get("requestBody", "content", "application/json"),
		operation.get("responses", "200", "content", "application/json")
}

func checkOperations(s *source) {
	for location, operation := range s.operations() {
		name := operationName(location)
		request, response := contents(operation)
		if required := operation.get("requestBody", "required"); required.exists() && required.text() != "true" {
			s.reportf(required, "want true")
		}
		if limit := operation.get("x-rate-limit"); strings.HasPrefix(limit.text(), "-") || limit.text() == "0" {
			s.reportf(limit, "want a number of calls per second, from 1")
		}
		if schema := request.get("schema"); schema.exists() && schema.get("$ref").text() != schemaPrefix+name+"Request" {
			s.reportf(schema, "want $ref: %q", schemaPrefix+name+"Request")
		}
		if schema := response.get("schema"); schema.exists() {
			s.checkOutcomes(schema, name+"Response")
		}
		s.checkKey(operation.get("x-idempotent"), s.schema(name+"Request"))
	}
}

// checkKey checks the properties by which the service recognizes a second call.
func (s *source) checkKey(idempotent, request node) {
	for _, name := range idempotent.get("key").items() {
		property := s.property(name, request)
		if property.exists() && !isType(property, "string") && !isType(property, "integer") {
			s.reportf(name, "want a string or an integer, which is not sent if it is zero")
		}
	}
	if seconds := idempotent.get("seconds"); seconds.text() == "0" {
		s.reportf(seconds, "want a number of seconds, from 1")
	}
}

func checkTags(s *source) {
	var declared []string
	for _, tag := range s.root.get("tags").items() {
		declared = append(declared, tag.get("name").text())
	}
	for _, operation := range s.operations() {
		tags := operation.get("tags")
		if tags.exists() && len(tags.Content) != 1 {
			s.reportf(tags, "want one tag, got %d", len(tags.Content))
		}
		for _, tag := range tags.items() {
			if !slices.Contains(declared, tag.text()) {
				s.reportAtf(tag.key, tags, "%q is not among the tags at the top of the document; %s", tag.text(),
					suggestOrList(tag.text(), declared))
			}
		}
	}
}
