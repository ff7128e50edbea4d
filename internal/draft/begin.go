package draft

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/starter"
)

// begin opens the document, or makes a new one for the service of the pages.
func (d *drafter) begin(requests []*sample, isValid map[*sample]bool) error {
	content := string(d.text)
	if strings.TrimSpace(content) == "" {
		begun, err := d.newDocument(requests, isValid)
		if err != nil {
			return err
		}
		content = begun
	}
	var err error
	if d.document, err = openDocument(d.file, content); err != nil {
		return err
	}
	if slices.Contains(names(d.document.get("paths")), d.page().Path) {
		return fmt.Errorf("%s: %s: %w", d.file, d.page().Path, ErrKnown)
	}
	d.isSame = strings.Contains(string(timsns.Document), "/"+d.service()+"/")
	d.taken = d.document.goNames()
	for _, suffix := range []string{"", "Request", "Response"} {
		d.taken[d.id+suffix] = true
	}
	return nil
}

// service returns the first parts of the path, such as v4/sns.
func (d *drafter) service() string {
	path := strings.TrimPrefix(d.page().Path, "/")
	return path[:strings.LastIndex(path, "/")]
}

func (d *drafter) newDocument(requests []*sample, isValid map[*sample]bool) (string, error) {
	service := d.service()
	begun := starter.Document{Service: service}
	begun.Package = strings.ReplaceAll(begun.Tag(), "_", "")
	for _, s := range requests {
		if name := userIn(s.value); isValid[s] && name != "" {
			begun.Account = name
			break
		}
	}
	isStatus := func(p *page.Property) bool { return p.Name == actionStatus }
	begun.HasNoStatus = !slices.ContainsFunc(d.pages[0].Schema(api.Responses).Root.Properties, isStatus)
	embedded, err := api.Load()
	if err != nil {
		return "", err
	}
	usual := embedded.Operations()[0].InvalidRequest()
	for i, code := range d.pages[0].Codes {
		if i == 0 || code.Code == usual {
			begun.InvalidRequest = code.Code
		}
	}
	if begun.InvalidRequest != usual {
		begun.IsGuess = true
		d.open("x-sandbox: with which code does the service refuse a body that breaks the schema?")
	}
	if begun.InvalidRequest == 0 {
		begun.InvalidRequest = starter.SomeCode()
	}
	return begun.Text()
}

// userIn returns a UserID in a request, or "".
func userIn(request *yaml.Node) string {
	for i := 0; i+1 < len(request.Content); i += 2 {
		key, value := request.Content[i], request.Content[i+1]
		if request.Kind == yaml.MappingNode && user.MatchString(key.Value) && value.Tag == stringTag && value.Value != "" {
			return value.Value
		}
	}
	return ""
}
