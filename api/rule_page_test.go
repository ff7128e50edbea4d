package api_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

const (
	plainOffset  = "  /v4/pages/offset_plain:\n"
	eitherCursor = "  /v4/pages/cursor_offset:\n"
	pointer      = "x-go-type-skip-optional-pointer: false, "
)

// pageMistakes are those that people make with pages named in other ways than by one integer.
var pageMistakes = map[string]mistake{
	"an offset that is a pointer":     {plainOffset, "        Offset: {", "        Offset: {" + pointer, "request: Offset", "pages", "request: Offset may differ from absent by being zero (x-go-type-skip-optional-pointer); want a plain value (paths./v4/pages/offset_plain.post.x-paging.offset)"},
	"a next cursor that is a pointer": {eitherCursor, "        Next: {x-order: 1, type: string, default", "        Next: {x-order: 1, " + pointer + "type: string, default", "response: Next", "pages", "response: Next may differ from absent by being zero (x-go-type-skip-optional-pointer); want a plain value (paths./v4/pages/cursor_offset.post.x-paging.cursor)"},
	"a key of strings":                {plainOffset, "items: Names", "items: Names, key: Name", "key:", "pages", "key: the items of Names are strings; want no key (paths./v4/pages/offset_plain.post.x-paging)"},
	"a size of another type":          {eitherCursor, "        Limit: {x-order: 3, type: integer, format: int64", "        Limit: {x-order: 3, type: integer, format: uint64", "size: Limit", "pages", "size: Limit is integer of format uint64, and Offset integer of format int64; want the same (paths./v4/pages/cursor_offset.post.x-paging.offset)"},
	"no servers":                      {"servers:\n", "  - {url: \"https://console.tim.qq.com\", x-go-name: China, x-standby: \"https://adminapi.my-imcloud.com\", description: Mainland China}\n", "  []\n", "servers:", "members", "servers: it is empty; want an element"},
}

// TestLint_noPaths lints a document without operations, which cannot be emitted.
func TestLint_noPaths(t *testing.T) {
	document, err := os.ReadFile("../internal/emit/testdata/paging/openapi.yaml")
	require.NoError(t, err)
	start, end := bytes.Index(document, []byte("paths:\n")), bytes.Index(document, []byte("\ncomponents:"))
	empty := slices.Concat(document[:start], []byte("paths: {}"), document[end:])
	assert.ErrorContains(t, api.Lint("openapi.yaml", empty), "paths: it is empty; want a path")
}

func TestLint_pages(t *testing.T) {
	document, err := os.ReadFile("../internal/emit/testdata/paging/openapi.yaml")
	require.NoError(t, err)
	assert.Empty(t, api.Lint("openapi.yaml", document))
	testMistakes(t, string(document), pageMistakes)
}
