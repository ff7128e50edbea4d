package draft_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
)

// TestNew_reusesUnions drafts a command with messages into a document that has a union of their elements.
func TestNew_reusesUnions(t *testing.T) {
	document, err := os.ReadFile("../../modules/openim/openapi.yaml")
	require.NoError(t, err)
	for name, test := range map[string]struct{ element, want string }{
		"an element of the union": {
			`{"MsgType": "TIMTextElem", "MsgContent": {"Text": "hi"}}`, "#/components/schemas/MsgElement",
		},
		"one without a sample that fits": {
			`{"MsgType": "TIMTextElem", "MsgContent": {"Other": 1}}`, "#/components/schemas/ThingSendMsgBody",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := parts{path: "/v4/openim/thing_send", asked: `{"MsgBody": [` + test.element + `]}`, answered: "{" + envelope + "}"}
			drafted, err := draft.New("openapi.yaml", document, []*page.Page{p.page(t, "page.md")})
			require.NoError(t, err)
			request, _ := readContract(t, drafted.Document).bodies("/v4/openim/thing_send")
			schema := readContract(t, drafted.Document).resolve(request)
			assert.Equal(t, test.want, at(schema, "properties", "MsgBody", "items", "$ref"))
		})
	}
}

func TestNew_suggestsUnions(t *testing.T) {
	p := parts{
		asked: `{"MsgBody": [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "hi"}}]}`, answered: "{" + envelope + "}",
		requestRows: "| MsgBody | Array | Yes | Elements |\n| MsgType | String | Yes | Valid values: `TIMTextElem`, `TIMFaceElem` |",
	}
	document, drafted := draftOf(t, p.page(t, "page.md"))
	const want = "MsgBody: if objects differ by MsgType, make a union of them: oneOf with a discriminator"
	assert.Contains(t, messages(drafted), want)
	assert.Contains(t, string(drafted.Document), "# TODO: "+want)
	assert.NotNil(t, at(document["components"], "schemas", "ThingGetMsgBody"))
}
