package api

import (
	"encoding/json"
	"fmt"
)

// extension decodes the extension name, such as x-batch, into value. A missing extension is an error.
func extension(extensions map[string]any, name string, value any) error {
	member, ok := extensions[name]
	if !ok {
		return fmt.Errorf("want %s", name)
	}
	text, err := json.Marshal(member)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := json.Unmarshal(text, value); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
