package console

import (
	"errors"
	"net/http"
	"slices"

	"go.yaml.in/yaml/v3"
)

// openAPI returns the document as the page needs it. It has no servers, so that Swagger UI takes the console for the
// server, and asks for no signature.
func openAPI(text []byte) ([]byte, error) {
	var parsed yaml.Node
	if err := yaml.Unmarshal(text, &parsed); err != nil {
		return nil, err
	}
	if len(parsed.Content) != 1 || parsed.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("want an object")
	}
	document := parsed.Content[0]
	remove(document, "servers", "security")
	remove(member(document, "components"), "securitySchemes")
	paths := member(document, "paths")
	for i := 1; paths != nil && i < len(paths.Content); i += 2 {
		remove(member(paths.Content[i], "post"), "servers", "security")
	}
	return yaml.Marshal(&parsed)
}

// member returns the value of a member of an object, or nil.
func member(object *yaml.Node, name string) *yaml.Node {
	for i := 0; object != nil && i+1 < len(object.Content); i += 2 {
		if object.Content[i].Value == name {
			return object.Content[i+1]
		}
	}
	return nil
}

// remove removes members of an object, which may be nil.
func remove(object *yaml.Node, names ...string) {
	if object == nil {
		return
	}
	var kept []*yaml.Node
	for i := 0; i+1 < len(object.Content); i += 2 {
		if !slices.Contains(names, object.Content[i].Value) {
			kept = append(kept, object.Content[i:i+2]...)
		}
	}
	object.Content = kept
}

func (c *console) serveDocument(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/yaml")
	_, _ = w.Write(c.openAPI) // a browser that has gone needs no response
}
