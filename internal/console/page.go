package console

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"path"

	swagger "github.com/swaggest/swgui/v5/static"
)

//go:embed page
var files embed.FS

// page is the page itself. It has no script of its own, since the policy allows none within a page.
type page []byte

// newPage renders the page. What its scripts need to know about the console are attributes of the body.
func newPage(options Options) (page, error) {
	index, err := template.ParseFS(files, "page/index.html")
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	err = index.Execute(&text, struct {
		Options

		Sandbox         string
		Styles, Scripts []string
	}{options, Sandbox, styles, scripts})
	return text.Bytes(), err
}

func (p page) serveIndex(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(p) // a browser that has gone needs no page
}

// The assets of the page. Scripts run in this order, and share their names: an import would lose the token in the URL.
var (
	styles  = []string{"swagger-ui.css", "swagger.css", "console.css"}
	scripts = []string{
		"swagger-ui-bundle.js", "language.js", "json.js", "call.js", "outcome.js", "history.js", "operations.js", "console.js",
	}
)

// types are the media types of assets. Those of the machine may differ.
var types = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

// serveAsset serves a file of the page or of Swagger UI, which has compressed files only.
func serveAsset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	contentType, isAsset := types[path.Ext(name)]
	content, err := fs.ReadFile(files, "page/"+name)
	encoding := ""
	if err != nil {
		encoding = "gzip"
		content, err = fs.ReadFile(swagger.FS, name+".gz")
	}
	if err != nil || !isAsset {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType)
	if encoding != "" {
		w.Header().Set("Content-Encoding", encoding)
	}
	_, _ = w.Write(content) //nolint:gosec // of our own;  a browser that has gone needs no asset
}
