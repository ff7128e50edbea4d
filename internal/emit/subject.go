package emit

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

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
		post := spec.Paths.Value(location).Post
		known, _ := post.Extensions[derived].(operation)
		s.Code = cmp.Or(s.Code, known.Codes[0].Name)
		if known.Batch != nil {
			s.Batch = cmp.Or(s.Batch, known.Batch.Method)
		}
		if known.Paging != nil {
			s.Pages = cmp.Or(s.Pages, post.OperationID)
		}
	}
	s.Server, _ = spec.Servers[0].Extensions["x-go-name"].(string)
	return s
}

// Summary returns the first paragraphs of the package's comment.
func (s *subject) Summary() string {
	paths := strings.Join(s.Services, "/*, ") + "/*"
	return fmt.Sprintf("Package %s is a typed client for %s (%s).\n\n", s.Package, s.Info.Title, paths) +
		strings.ReplaceAll(strings.TrimSpace(s.Info.Description), "`", "")
}
