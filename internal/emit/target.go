package emit

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"runtime/debug"
	"strings"
	"sync"
	"text/template"

	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// target is an emitted file: its name without .gen.go, which is that of its folder of templates, and the part of
// oapi-codegen that runs these.
type target struct {
	name  string
	parts codegen.GenerateOptions
}

func (t target) file() string { return t.name + ".gen.go" }

var targets = []target{
	{"models", codegen.GenerateOptions{Models: true}},
	{"codes", codegen.GenerateOptions{Models: true}},
	{"client", codegen.GenerateOptions{Client: true}},
	{"batches", codegen.GenerateOptions{Client: true}},
	{"pages", codegen.GenerateOptions{Client: true}},
	{"servers", codegen.GenerateOptions{ServerURLs: true}},
}

//go:embed templates
var templates embed.FS

// builtin are the templates of oapi-codegen that the targets would run. Those that a folder does not replace are
// silenced.
var builtin = []string{
	"client.tmpl", "client-with-responses.tmpl", "constants.tmpl", "param-types.tmpl", "request-bodies.tmpl",
	"server-urls.tmpl", "typedef.tmpl", "union.tmpl", "union-and-additional-properties.tmpl",
}

// init adds functions to those of oapi-codegen that templates call.
func init() { //nolint:gochecknoinits // oapi-codegen takes them in no other way
	maps.Copy(codegen.TemplateFunctions, template.FuncMap{
		"describe": describe, "comment": comment, "listed": listed, "idempotence": idempotence,
		"envelopeField": envelopeField, "contentsOf": contentsOf, "resultOf": resultOf,
	})
}

// silent is a template that emits nothing. A comment alone would not replace the built-in one, and without the line
// break oapi-codegen would read it as a file's name.
const silent = "{{\"\"}}\n"

// generating is held while oapi-codegen runs, which keeps its options and the functions of templates in variables.
var generating sync.Mutex

func (t target) emit(document *subject) ([]byte, error) {
	used, err := t.templates()
	if err != nil {
		return nil, err
	}
	generating.Lock()
	defer generating.Unlock()
	codegen.TemplateFunctions["document"] = func() *subject { return document }
	version := generatorVersion()
	code, err := codegen.Generate(document.T, codegen.Configuration{
		PackageName: document.Package,
		Generate:    t.parts,
		OutputOptions: codegen.OutputOptions{
			UserTemplates: used,
			// Optional fields are plain Go values. The templates tag them omitzero, which distinguishes an absent
			// array (nil) from an empty one.
			PreferSkipOptionalPointer: true,
			// Emit ErrorResponse and the schemas of new operations even if the generator sees no use of them.
			SkipPrune:   true,
			TypeMapping: &typeMapping,
		},
		NoVCSVersionOverride: &version,
	})
	return []byte(code), err
}

func (t target) templates() (map[string]string, error) {
	used := map[string]string{}
	for _, name := range builtin {
		used[name] = silent
	}
	folder, err := fs.Sub(templates, path.Join("templates", t.name))
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(folder, "*.tmpl")
	for _, name := range files {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		used[name] = string(text)
	}
	return used, err
}

// generatorVersion returns the version of oapi-codegen that this program was built with.
func generatorVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if strings.HasPrefix(module.Path, "github.com/oapi-codegen/oapi-codegen/") {
				return module.Version
			}
		}
	}
	return "(unknown version)"
}
