package api

import (
	"regexp"
	"strings"
)

var (
	codeName   = regexp.MustCompile(`^Code[A-Z][A-Za-z]+$`)
	codeClause = regexp.MustCompile(`^([a-z]|[A-Z]\w*[A-Z_])(.|\n)*[^.]$`)
)

func checkCodes(s *source) {
	catalogue := s.schema("ErrorCode").get("x-catalogue")
	switch errorCode := s.schema("ErrorCode"); {
	case !errorCode.exists():
		s.reportf(s.root.get("components", "schemas"), "ErrorCode, the schema with the list of all codes, is missing")
	case !catalogue.exists():
		s.reportf(errorCode, "x-catalogue, the list of all codes, is missing")
		return
	}
	lines, names := map[string]int{}, map[string]int{}
	for _, entry := range catalogue.items() {
		code, name := entry.get("code"), entry.get("name")
		s.checkFirst(code, lines)
		s.checkFirst(name, names)
		if name.exists() && !codeName.MatchString(strings.TrimSuffix(name.text(), code.text())) {
			s.reportf(name, "want Code and a word in Go's form, such as CodeAccountNotFound, got %s", name.text())
		}
		for _, clause := range []node{entry.get("meaning"), entry.get("advice")} {
			if clause.text() != "" && !isTodo(clause) && !codeClause.MatchString(clause.text()) {
				s.reportf(clause, "want a clause that starts in lower case, or with a name such as To_Account, and has no full stop")
			}
		}
	}
	for _, operation := range s.operations() {
		codes := operation.get("x-error-codes")
		own := map[string]int{}
		for _, code := range codes.items() {
			if catalogue.exists() && lines[code.text()] == 0 && code.ShortTag() == integer.tag {
				s.reportAtf(code.key, codes, "%s is not in the catalogue (x-catalogue of the schema ErrorCode)", code.text())
			}
			if own[code.text()] != 0 {
				s.reportAtf(code.key, codes, "%s occurs twice", code.text())
			}
			own[code.text()] = code.Line
		}
	}
}

// checkFirst reports a value that was found before, and records its line.
func (s *source) checkFirst(value node, lines map[string]int) {
	if !value.exists() {
		return
	}
	if line := lines[value.text()]; line != 0 {
		s.reportf(value, "%s is in line %d too", value.text(), line)
		return
	}
	lines[value.text()] = value.key.Line
}
