package postman

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

//go:embed sign.js
var signScript string

//go:embed check.js
var checkScript string

// codesOf returns JavaScript that declares the variable codes: the meaning and the advice of each error code.
func codesOf(document *api.Document) (string, error) {
	meanings := map[rest.Code]string{}
	for _, code := range document.Codes() {
		info, _ := document.LookupCode(code)
		meanings[code] = info.Meaning
		if info.Advice != "" {
			meanings[code] += "; " + info.Advice
		}
	}
	text, err := json.MarshalIndent(meanings, "", "  ")
	return fmt.Sprintf("var codes = %s;\n\n", text), err
}
