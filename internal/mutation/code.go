package mutation

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// codeOf returns the error code of a response, or 0.
func codeOf(body any) int {
	object, _ := body.(map[string]any)
	code, _ := object["ErrorCode"].(float64)
	return int(code)
}

// isForeign reports whether an error code is specific to other operations.
func (s *Suite) isForeign(operation *api.Operation, code int) bool {
	return !slices.Contains(operation.Codes, code) && slices.ContainsFunc(s.documents[1].Operations(), func(o *api.Operation) bool {
		return slices.Contains(o.Codes, code)
	})
}

// dropsForeignCode reports whether an edit drops a code from a schema of failures, all of whose operations have it not:
// it is specific to operations that fail with another schema. No fixture should have it.
func (s *Suite) dropsForeignCode(edit Edit) bool {
	var code int
	_, err := fmt.Sscanf(edit.what, "value %d dropped", &code)
	if err != nil || edit.kind != "enum" || !strings.HasSuffix(edit.place, ".ErrorCode") {
		return false
	}
	isForeign := false
	for _, operation := range s.documents[1].Operations() {
		for _, outcome := range schemaOf(s.raw, operation, api.Responses).OneOf {
			if path.Base(outcome.Ref) != edit.component() {
				continue
			}
			if !s.isForeign(operation, code) {
				return false
			}
			isForeign = true
		}
	}
	return isForeign
}
