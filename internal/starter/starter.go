// Package starter writes the document of a part of the service that has none yet. What all services of the vendor share
// is that of the embedded document.
package starter

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"github.com/timsns/timsns"
)

//go:embed template/openapi.yaml.tmpl
var documentTemplate string

// Document is what the documents of services differ by.
type Document struct {
	Service string // such as v4/profile
	Package string

	// HasSample makes a sample command to begin with. Otherwise, the document has no command, which breaks a rule.
	HasSample bool

	// HasNoStatus says that responses have no ActionStatus.
	HasNoStatus bool

	// Account and InvalidRequest are those of x-sandbox, unless there is a sample. Without an account, the examples have
	// none.
	Account        string
	InvalidRequest int
	IsGuess        bool // whether somebody has to confirm InvalidRequest
}

// Sample returns a document with a sample command.
func Sample(service, packageName string) Document {
	return Document{Service: service, Package: packageName, HasSample: true}
}

// Tag returns the name of the only tag.
func (d Document) Tag() string {
	if d.HasSample {
		return "samples"
	}
	return d.Service[strings.LastIndex(d.Service, "/")+1:]
}

// Text returns the document.
func (d Document) Text() (string, error) {
	functions := template.FuncMap{
		"section": func(names ...string) string { return section(string(timsns.Document), names...) },
		"codes":   frontEndCodes,
		"quote":   strconv.Quote,
	}
	text := &strings.Builder{}
	parsed, err := template.New("openapi.yaml").Funcs(functions).Parse(documentTemplate)
	if err != nil {
		return "", err
	}
	err = parsed.Execute(text, d)
	return text.String(), err
}

// SomeCode returns a code that every service has.
func SomeCode() int {
	code, _ := strconv.Atoi(catalogued.FindStringSubmatch(frontEndEntry())[1])
	return code
}

func frontEndEntry() string {
	for line := range strings.Lines(frontEndCodes()) {
		if catalogued.MatchString(line) {
			return line
		}
	}
	return ""
}

// Entry returns the line of the embedded document's catalogue for a code, without indentation, or "".
func Entry(code int) string {
	for line := range strings.Lines(catalogue()) {
		if entry := catalogued.FindStringSubmatch(line); entry != nil && entry[1] == strconv.Itoa(code) {
			return strings.TrimSpace(line)
		}
	}
	return ""
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

// catalogue returns the error codes of the embedded document.
var catalogue = sync.OnceValue(func() string {
	return section(string(timsns.Document), "components", "schemas", "ErrorCode")
})

// catalogued matches an entry of the catalogue.
var catalogued = regexp.MustCompile(`^ *- \{code: (-?\d+),`)

// firstFrontEndCode is the lowest code of the vendor's front ends, which have the same codes for every service.
const firstFrontEndCode = 60000

// frontEndCodes returns the entries of the catalogue that every service has, with the comments before them.
func frontEndCodes() string {
	var found, comments strings.Builder
	for line := range strings.Lines(catalogue()) {
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
