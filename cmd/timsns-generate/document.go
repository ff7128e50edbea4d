package main

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"github.com/timsns/timsns"
)

//go:embed template/openapi.yaml.tmpl
var documentTemplate string

// sample is what the files of init say.
type sample struct {
	Service string // such as v4/profile
	Package string
}

// document returns a document with one command. What all services of the vendor share is that of the embedded document.
func (s *sample) document() (string, error) {
	functions := template.FuncMap{
		"section": func(names ...string) string { return section(string(timsns.Document), names...) },
		"codes":   frontEndCodes,
	}
	text := &strings.Builder{}
	parsed, err := template.New("openapi.yaml").Funcs(functions).Parse(documentTemplate)
	if err != nil {
		return "", err
	}
	err = parsed.Execute(text, s)
	return text.String(), err
}

// section returns the lines of a member of a YAML document, which the names lead to. A YAML library would change their
// layout.
func section(document string, names ...string) string {
	lines := strings.SplitAfter(document, "\n")
	for depth, name := range names {
		indentation := strings.Repeat("  ", depth)
		for !strings.HasPrefix(lines[0], indentation+name+":") {
			lines = lines[1:]
		}
		end := 1
		for end < len(lines) && (lines[end] == "\n" || strings.HasPrefix(lines[end], indentation+" ")) {
			end++
		}
		if depth == len(names)-1 {
			return strings.TrimRight(strings.Join(lines[:end], ""), "\n") + "\n"
		}
		lines = lines[1:end]
	}
	return ""
}

// catalogued matches an entry of the catalogue.
var catalogued = regexp.MustCompile(`^ *- \{code: (-?\d+),`)

// firstFrontEndCode is the lowest code of the vendor's front ends, which have the same codes for every service.
const firstFrontEndCode = 60000

// frontEndCodes returns the entries of the catalogue that every service has, with the comments before them.
func frontEndCodes() string {
	var found, comments strings.Builder
	for line := range strings.Lines(section(string(timsns.Document), "components", "schemas", "ErrorCode")) {
		entry := catalogued.FindStringSubmatch(line)
		if entry == nil {
			comments.WriteString(line)
			continue
		}
		if code, err := strconv.Atoi(entry[1]); err == nil && code >= firstFrontEndCode {
			found.WriteString(comments.String() + line)
		}
		comments.Reset()
	}
	return strings.Trim(found.String(), "\n") + "\n"
}
