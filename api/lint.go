package api

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// DocumentViolation is a place in a document that breaks a rule.
type DocumentViolation struct {
	Rule string // the name of the rule
	File string // the name of the document

	// Line and Column are the position in the file, from 1, in characters.
	Line, Column int

	// Path lists the names and indexes that lead to the object, separated by dots, such as
	// paths./v4/sns/group_get.post. It is empty for the document as a whole.
	Path string

	// Reason is what was found and what is wanted.
	Reason string
}

// String returns the violation as compilers print errors:
//
//	openapi.yaml:1245:7: x-idempotnet: unknown extension; did you mean x-idempotent? (paths./v4/sns/group_get.post)
func (v DocumentViolation) String() string {
	text := fmt.Sprintf("%s:%d:%d: %s", v.File, v.Line, v.Column, v.Reason)
	if v.Path != "" {
		text += " (" + v.Path + ")"
	}
	return text
}

// DocumentViolations is the error of a document that breaks rules.
type DocumentViolations []DocumentViolation

// Error returns the violations, one on each line.
func (v DocumentViolations) Error() string {
	lines := make([]string, len(v))
	for i, violation := range v {
		lines[i] = violation.String()
	}
	return strings.Join(lines, "\n")
}

// Lint checks a document against all [Rules], which cover more than OpenAPI does: what the generator and the other
// packages of this module expect. It returns the violations in the order of the file, or nil. File names the document
// in the violations.
func Lint(file string, document []byte) DocumentViolations {
	s, violation := readSource(document)
	if violation != nil {
		violation.File = file
		return DocumentViolations{*violation}
	}
	for _, rule := range rules {
		if rule.ifValid && s.violations != nil {
			continue // it would repeat what a rule with clearer messages has found
		}
		s.rule = rule.Name
		rule.check(s)
		if rule.Name == syntax && s.violations != nil {
			break // a name that occurs twice has two values
		}
	}
	return s.sorted(file)
}

// sorted returns the violations without those that have been found in the same place before: an anchor's contents are
// read once for each of its aliases.
func (s *source) sorted(file string) DocumentViolations {
	var found DocumentViolations
	isKnown := map[DocumentViolation]bool{}
	for _, violation := range s.violations {
		place := violation
		place.Path = ""
		if !isKnown[place] {
			isKnown[place] = true
			violation.File = file
			found = append(found, violation)
		}
	}
	slices.SortStableFunc(found, func(a, b DocumentViolation) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return found
}

// Rule is something that a document must keep.
type Rule struct {
	Name        string
	Description string

	check   func(*source)
	ifValid bool // the rule is checked only if the document keeps all rules before it
}

// Rules returns the rules of [Lint].
func Rules() []Rule {
	return slices.Clone(rules)
}

var rules = []Rule{
	{Name: syntax, Description: "The document is YAML or JSON, and no name occurs twice in an object.", check: checkKeys},
	{Name: "members", Description: "Objects have the members and extensions that are known, and all that they need.", check: checkMembers},
	{Name: "references", Description: "Each $ref refers to a schema of the document and has no other member beside it.", check: checkReferences},
	{Name: "paths", Description: "A path is /v4/service/command, and operationId is the command in Go's form.", check: checkPaths},
	{Name: "operations", Description: "Operation X takes XRequest and returns oneOf XResponse and a failure, which differ by ErrorCode.", check: checkOperations},
	{Name: "tags", Description: "An operation has one tag, which the document declares.", check: checkTags},
	{Name: "codes", Description: "The catalogue lists each error code once, and the codes of operations are among them.", check: checkCodes},
	{Name: "batches", Description: "x-batch names arrays of accounts and results, and a response with results has one.", check: checkBatches},
	{Name: "results", Description: "x-result names the account and the outcome of an item, which are required.", check: checkResults},
	{Name: "pages", Description: "x-paging says how pages are named, by properties of the same type, and what they hold.", check: checkPages},
	{Name: "aliases", Description: "x-alias-of names a property of the same response, which is not required.", check: checkAliases},
	{Name: "order", Description: "The properties of a schema have different x-order.", check: checkOrder},
	{Name: "schemas", Description: "Objects are schemas of their own, arrays have items, required names properties, and Go has a type for each value.", check: checkSchemas},
	{Name: "enums", Description: "An enum is a schema of its own, with a Go name and a meaning for each value.", check: checkEnums},
	{Name: "unions", Description: "A union of objects has a discriminator, whose property has one value in each of them.", check: checkUnions},
	{Name: "zeros", Description: "An optional string, number or boolean cannot be zero, or zero is its default.", check: checkZeros},
	{Name: "descriptions", Description: "Descriptions are sentences without terms of Go, and summaries are headings.", check: checkDescriptions},
	{Name: "limits", Description: "A description states the limits and the unit of what it describes.", check: checkLimits},
	{Name: "names", Description: "Names in Go are exported and do not clash.", check: checkNames},
	{Name: "security", Description: "All security schemes apply together, to every operation.", check: checkSecurity},
	{Name: "servers", Description: "Servers have hosts of the vendor, with TLS, and are described by their place.", check: checkServers},
	{Name: "sandbox", Description: "x-sandbox names an account of the examples and a code of the catalogue.", check: checkSandbox},
	{Name: "links", Description: "Links are https URLs.", check: checkLinks},
	{Name: "examples", Description: "A request and its response have valid examples, one of them named basic.", check: checkExamples, ifValid: true},
	{Name: "openapi", Description: "The document is valid OpenAPI.", check: checkOpenAPI, ifValid: true},
	{Name: todos, Description: "No text, comment or error code says that it is still to do.", check: checkTodos},
}
