package emit

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/schemas"
)

// Outline writes what the document in a file says about its service, without the schemas, as JSON. Package api embeds
// the file.
func Outline(document, file string) error {
	text, err := os.ReadFile(document) //nolint:gosec // the document that the user names is read
	if err != nil {
		return err
	}
	parsed, err := api.Parse(text)
	if err != nil {
		return err
	}
	outline, err := schemas.Of(parsed).Outline()
	if err != nil {
		return err
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, outline, "", " "); err != nil { // so that changes can be read
		return err
	}
	return replace(file, append(indented.Bytes(), '\n'))
}
