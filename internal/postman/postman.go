// Package postman writes a document as a collection of Postman's format 2.1, whose script signs each request.
package postman

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/timsns/timsns/api"
)

// schema is the URL by which programs recognize the format.
const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"

// Collection returns the collection of a document: a folder for each tag, and a request for each operation. It has no
// credentials. If the URL of the server is empty, the user sets it. The same document always gives the same text, which
// can therefore be committed.
func Collection(document *api.Document, server string) ([]byte, error) {
	folders, err := foldersOf(document)
	if err != nil {
		return nil, fmt.Errorf("postman: %w", err)
	}
	codes, err := codesOf(document)
	if err != nil {
		return nil, fmt.Errorf("postman: %w", err)
	}
	made := collection{
		Info:     info{Name: document.Title(), Description: strings.TrimSpace(introduction), Schema: schema},
		Item:     folders,
		Event:    []event{newEvent("prerequest", signScript), newEvent("test", codes+checkScript)},
		Variable: variablesOf(document, server),
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(made)
	return text.Bytes(), err
}

//go:embed introduction.md
var introduction string

const shown = "string" // the type of a variable that Postman shows

func variablesOf(document *api.Document, server string) []variable {
	var regions strings.Builder
	for _, region := range document.Servers() {
		fmt.Fprintf(&regions, "\n- %s: %s", region.Name, region.URL)
	}
	return []variable{
		{"server", server, shown, "The URL of the app's region:\n" + regions.String()},
		{"sdkappid", "", shown, "The app's SDKAppID."},
		{"identifier", "", shown, "The UserID of an app administrator."},
		{"secret_key", "", "secret", "The app's secret key."},
	}
}

func foldersOf(document *api.Document) ([]folder, error) {
	var folders []folder
	for _, tag := range document.Tags() {
		next := folder{Name: tag.Name, Description: tag.Description}
		for _, operation := range document.Operations() {
			if operation.Tag != tag.Name {
				continue
			}
			made, err := newItem(document, operation)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", operation.Command, err)
			}
			next.Item = append(next.Item, made)
		}
		if next.Item != nil {
			folders = append(folders, next)
		}
	}
	return folders, nil
}

// newItem returns the request of an operation, with the document's basic example, and all of its examples saved as
// responses.
func newItem(document *api.Document, operation *api.Operation) (item, error) {
	requests, err := document.Examples(operation.Command, api.Requests)
	if err != nil {
		return item{}, err
	}
	responses, err := document.Examples(operation.Command, api.Responses)
	if err != nil {
		return item{}, err
	}
	basic := newRequest(operation, find(requests, "basic"))
	made := item{Name: operation.Command, Request: basic}
	made.Request.Description = description(operation)
	for _, example := range responses {
		original := basic
		if body := find(requests, example.Name); body != nil {
			original = newRequest(operation, body)
		}
		made.Response = append(made.Response, newResponse(example, original))
	}
	return made, nil
}

// find returns the body of the example with a name, or nil.
func find(examples []api.Example, name string) []byte {
	for _, example := range examples {
		if example.Name == name {
			return example.Body
		}
	}
	return nil
}

// description is markdown.
func description(operation *api.Operation) string {
	text := fmt.Sprintf("%s.\n\n%s", operation.Summary, operation.Description)
	if operation.RateLimit > 0 {
		text += fmt.Sprintf("\n\nThe service allows an app %d calls per second.", operation.RateLimit)
	}
	if operation.Documentation != "" {
		text += fmt.Sprintf("\n\n[The vendor's page](%s)", operation.Documentation)
	}
	return text
}
