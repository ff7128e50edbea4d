package draft

import (
	"go/token"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/internal/schemas"
)

// goName returns a name in Go's form, such as GroupGet for group_get.
func goName(name string) string { return schemas.GoName(name) }

// isExported reports whether a name is one of Go that other packages can use. Names of schemas are ASCII.
func isExported(name string) bool {
	isASCII := strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0
	return isASCII && token.IsIdentifier(name) && token.IsExported(name)
}

// goNames are the names in Go that are taken.
type goNames map[string]bool

// goNames returns the names that the emitted package of a document has.
func (d *document) goNames() goNames {
	taken := goNames{"API": true, "Client": true, "NewClient": true, "LookupCode": true, "Servers": true}
	schemas := d.get("components", "schemas")
	for _, name := range names(schemas) {
		_, schema := member(schemas, name)
		taken[name], taken[name+"Value"], taken["Unknown"+name] = true, true, true
		_, values := member(schema, "x-enum-varnames")
		taken.add(values)
		_, catalogue := member(schema, "x-catalogue")
		for _, entry := range elements(catalogue) {
			_, name := member(entry, "name")
			taken[name.Value] = true
		}
	}
	for _, server := range elements(d.get("servers")) {
		_, name := member(server, "x-go-name")
		taken[name.Value] = true
	}
	paths := d.get("paths")
	for _, path := range names(paths) {
		id := goName(path[strings.LastIndex(path, "/")+1:])
		taken[id], taken[id+"All"], taken[id+"Pages"] = true, true, true
		if method := d.get("paths", path, "post", "x-batch", "method"); method != nil {
			taken[method.Value] = true
		}
	}
	return taken
}

func (g goNames) add(values *yaml.Node) {
	for _, value := range elements(values) {
		g[value.Value] = true
	}
}

func elements(array *yaml.Node) []*yaml.Node {
	if array == nil || array.Kind != yaml.SequenceNode {
		return nil
	}
	return array.Content
}

// take returns the first of the names that is not taken, or the last one with a number, and takes it.
func (g goNames) take(candidates ...string) string {
	for _, name := range candidates {
		if isExported(name) && !g[name] {
			g[name] = true
			return name
		}
	}
	last := candidates[len(candidates)-1]
	if !isExported(last) {
		last = "Unnamed"
	}
	for i := 2; ; i++ {
		if name := last + strconv.Itoa(i); !g[name] {
			g[name] = true
			return name
		}
	}
}
