package emit

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/getkin/kin-openapi/openapi3"
)

// subject is what templates say about the document as a whole. Each name is the first one of its kind, as an example.
type subject struct {
	File     string // the name of the document's file
	Package  string
	Services []string // the first parts of the paths, such as v4/sns
	Server   string
	Code     string
	Batch    string // the method for batches of any size, or ""
	Pages    string // the operation that returns a page at a time, or ""

	*openapi3.T
}

func newSubject(document, packageName string, spec *openapi3.T) *subject {
	s := &subject{File: filepath.Base(document), Package: packageName, T: spec}
	for _, location := range slices.Sorted(maps.Keys(spec.Paths.Map())) {
		if service := path.Dir(location)[1:]; !slices.Contains(s.Services, service) {
			s.Services = append(s.Services, service)
		}
		operation := spec.Paths.Value(location).Post
		batch, isBatch := operation.Extensions["x-batch"].(map[string]any)
		if isBatch && batch["indivisible"] != true && s.Batch == "" {
			s.Batch = operation.OperationID + "All"
			if method, ok := batch["method"].(string); ok {
				s.Batch = method
			}
		}
		if operation.Extensions["x-paging"] != nil && s.Pages == "" {
			s.Pages = operation.OperationID
		}
	}
	s.Server, _ = spec.Servers[0].Extensions["x-go-name"].(string)
	s.Code = firstCode(spec.Components.Schemas["ErrorCode"].Value)
	return s
}

func firstCode(schema *openapi3.Schema) string {
	catalogue, _ := schema.Extensions["x-catalogue"].([]any)
	if len(catalogue) == 0 {
		return ""
	}
	entry, _ := catalogue[0].(map[string]any)
	name, _ := entry["name"].(string)
	return name
}

// functions are what templates call, besides the functions of oapi-codegen.
func (s *subject) functions() template.FuncMap {
	return template.FuncMap{
		"document": func() *subject { return s },
		"describe": describe,
		"comment":  comment,
		"paging":   pagingOf,
	}
}

// Summary returns the first paragraphs of the package's comment.
func (s *subject) Summary() string {
	text := fmt.Sprintf("Package %s is a typed client for %s (%s/*).", s.Package, s.Info.Title, strings.Join(s.Services, "/*, "))
	return text + "\n\n" + strings.ReplaceAll(strings.TrimSpace(s.Info.Description), "`", "")
}
