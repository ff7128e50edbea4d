package draft_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
)

// parts are what the pages of tests differ by.
type parts struct {
	path, rate                      string
	asked, answered                 string // the sample of a request and of a response
	requestRows, responseRows, rest string
}

func (p parts) page(t testing.TB, name string) *page.Page {
	t.Helper()
	path, rate := "/v4/all_svc/thing_get", "100 calls per second"
	if p.path != "" {
		path = p.path
	}
	if p.rate != "" {
		rate = p.rate
	}
	return readPage(t, name, fmt.Appendf(nil, "### Sample request URL\n```\nhttps://xxxxxx%s?contenttype=json\n```\n"+
		"### Maximum calling frequency\n%s\n### Sample request packets\n```\n%s\n```\n"+
		"### Request packet fields\n| Field | Type | Required | Description |\n|---|---|---|---|\n%s\n"+
		"### Sample response packets\n```\n%s\n```\n"+
		"### Response packet fields\n| Field | Type | Description |\n|---|---|---|\n%s\n%s",
		path, rate, p.asked, p.requestRows, p.answered, p.responseRows, p.rest))
}

func toJSON(t testing.TB, document []byte) []byte {
	t.Helper()
	text, err := json.Marshal(map[string]any(readContract(t, document)))
	require.NoError(t, err)
	return text
}

func draftOf(t testing.TB, pages ...*page.Page) (contract, *draft.Draft) {
	t.Helper()
	drafted, err := draft.New("openapi.yaml", nil, pages)
	require.NoError(t, err)
	return readContract(t, drafted.Document), drafted
}

func messages(drafted *draft.Draft) string {
	var out strings.Builder
	for _, point := range drafted.Points {
		out.WriteString(point.String() + "\n")
	}
	return out.String()
}

const envelope = `"ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": ""`

func TestNew_findsBatchesAndPages(t *testing.T) {
	results := `{"Results": [{"To_Account": "bob", "ResultCode": 0, "ResultInfo": ""}], ` + envelope + `}`
	for name, test := range map[string]struct {
		page          parts
		batch, paging string // or "<nil>"
		open          string // a part of what is open
	}{
		"results for a list of accounts": {
			parts{asked: `{"To_Account": ["bob"]}`, answered: results},
			"map[indivisible:true request:To_Account response:Results]", "<nil>", "how many elements of To_Account",
		},
		"results for objects, with a limit": {
			parts{
				asked: `{"Items": [{"To_Account": "bob"}]}`, answered: results,
				requestRows: "| Items | Array | Yes | At most 20 items |",
			},
			"map[account:To_Account request:Items response:Results]", "<nil>", "",
		},
		"a list of those that failed": {
			parts{asked: `{"Accounts": ["bob"]}`, answered: `{"FailAccounts": ["bob"], ` + envelope + `}`},
			"map[failed:[FailAccounts] indivisible:true request:Accounts]", "<nil>", "",
		},
		"results beside another array": {
			parts{asked: `{"To_Account": ["bob"]}`, answered: strings.Replace(results, "{", `{"Others": ["a"], `, 1)},
			"<nil>", "<nil>", "x-batch: Others would be lost",
		},
		"results for no accounts": {
			parts{asked: `{"Name": "a"}`, answered: results}, "<nil>", "<nil>", "x-batch: no array of the request",
		},
		"a cursor": {
			parts{asked: `{"StartIndex": 0}`, answered: `{"List": [{"UserID": "bob"}], "NextStartIndex": 1, ` + envelope + `}`},
			"<nil>", "map[cursor:map[request:StartIndex response:NextStartIndex] items:List key:UserID]", "",
		},
		"an offset, and how many items there are": {
			parts{asked: `{"Offset": 0, "Limit": 10}`, answered: `{"Names": ["a"], "TotalNum": 1, ` + envelope + `}`},
			"<nil>", "map[items:Names offset:map[request:Offset size:Limit total:TotalNum]]", "",
		},
		"a cursor of another type": {
			parts{asked: `{"Next": 0}`, answered: `{"Names": ["a"], "Next": "", ` + envelope + `}`}, "<nil>", "<nil>", "",
		},
		"pages of two arrays": {
			parts{asked: `{"Next": ""}`, answered: `{"A": ["a"], "B": ["b"], "Next": "", ` + envelope + `}`},
			"<nil>", "<nil>", "x-paging: the response looks like a page; which array are its items?",
		},
		"pages of items without a name": {
			parts{asked: `{"Next": ""}`, answered: `{"A": [{"Text": "a"}], "Next": "", ` + envelope + `}`},
			"<nil>", "<nil>", "which property of an item of A is unique?",
		},
	} {
		t.Run(name, func(t *testing.T) {
			document, drafted := draftOf(t, test.page.page(t, "page.md"))
			operation := document.operation("/v4/all_svc/thing_get")
			assert.Equal(t, test.batch, fmt.Sprint(at(operation, "x-batch")))
			assert.Equal(t, test.paging, fmt.Sprint(at(operation, "x-paging")))
			assert.Contains(t, messages(drafted), test.open)
			for line := range strings.Lines(messages(drafted)) {
				if strings.Contains(line, "x-batch: ") || strings.Contains(line, "x-paging: ") {
					_, message, _ := strings.Cut(strings.TrimSpace(line), ": ")
					unfolded := strings.ReplaceAll(string(drafted.Document), "\n    # ", " ")
					assert.Contains(t, unfolded, "TODO: "+message, "a comment at the place")
				}
			}
		})
	}
}

func TestNew_describesWhatPagesDifferIn(t *testing.T) {
	first := parts{
		rate: "200 calls per second", asked: `{"Name": "a", "Level": 1, "Old": "x"}`, answered: "{" + envelope + "}",
		requestRows: "| Name | String | Yes | At most 10 bytes |\n| Level | Integer | Yes | A level |\n| Old | String | Yes | Gone |",
	}
	second := parts{
		asked: `{"Name": "a", "Level": "1"}`, answered: "{" + envelope + "}",
		requestRows: "| Name | String | No | At most 20 bytes |\n| Level | String | Yes | A level |\n| New | String | Yes | More |",
	}
	document, drafted := draftOf(t, first.page(t, "first.md"), second.page(t, "second.md"))
	request, _ := document.bodies("/v4/all_svc/thing_get")
	schema := document.resolve(request)
	assert.Equal(t, []any{"Level"}, schema["required"], "what all pages require")
	assert.Equal(t, 20, at(schema, "properties", "Name", "maxLength"))
	assert.Equal(t, "integer", at(schema, "properties", "Level", "type"), "the first page counts")
	assert.Equal(t, 100, at(document.operation("/v4/all_svc/thing_get"), "x-rate-limit"), "no more than either allows")
	for _, want := range []string{
		"Name: it is required in only one of second.md:", "Name: second.md:14 has maxLength 20, and first.md:14 10",
		"Level: second.md:15 has the type string, and first.md:15 integer", "Old: second.md lacks it", "New: first.md lacks it",
		"first.md has 200 calls per second; other pages have fewer",
	} {
		assert.Contains(t, messages(drafted), want)
		assert.Contains(t, strings.Join(strings.Fields(strings.ReplaceAll(string(drafted.Document), "#", "")), " "), want)
	}
}

func TestNew_copiesNoProse(t *testing.T) {
	secret := "Words of the vendor"
	p := parts{
		asked: `{"Kind": "A_a"}`, answered: "{" + envelope + "}",
		requestRows: "| Kind | String | Yes | " + secret + "<li>`A_a`: " + secret + "</li> |",
		rest:        "\n## Error Codes\n| Error Code | Description |\n|---|---|\n| 10002 | " + secret + " |\n",
	}
	_, drafted := draftOf(t, p.page(t, "page.md"))
	assert.NotContains(t, string(drafted.Document), secret)
	quoted := 0
	for _, point := range drafted.Points {
		quoted += strings.Count(point.Quote, secret)
	}
	assert.Positive(t, quoted, "the terminal shows it")
}

func TestNew_reusesWhatTheDocumentHas(t *testing.T) {
	p := parts{
		path:  "/v4/sns/thing_add",
		asked: `{"From_Account": "alice", "To_Account": ["bob"], "AddType": "Add_Type_Both"}`,
		answered: `{"ResultItem": [{"To_Account": "bob", "ResultCode": 0, "ResultInfo": ""}], ` + envelope +
			`, "ErrorDisplay": ""}`,
		requestRows: "| AddType | String | No | `Add_Type_Single`: one way<li>`Add_Type_Both`: two ways</li> |",
		rest:        "\n## Error Codes\n| Error Code | Description |\n|---|---|\n| 30001 | No |\n| 30099 | No |\n",
	}
	drafted, err := draft.New("openapi.yaml", timsns.Document, []*page.Page{p.page(t, "page.md")})
	require.NoError(t, err)
	added := strings.Split(string(drafted.Document), "    ThingAddRequest:\n")[1]
	added, _, isFollowed := strings.Cut(added, "    ErrorResponse:\n")
	assert.True(t, isFollowed, "the usual schema of failures is the last one")
	for _, want := range []string{
		"items: *userID", `$ref: "#/components/schemas/ResultItem"`, `$ref: "#/components/schemas/AddType"`,
		"ActionStatus: *actionStatus", "ErrorDisplay: *errorDisplay",
	} {
		assert.Contains(t, added, want)
	}
	assert.Contains(t, added, "# TODO: ResultItem: it is assumed to be the object ResultItem, which has other limits", "minLength")
	assert.NotContains(t, added, "enum", "the document has it")
	assert.Equal(t, 1, strings.Count(string(drafted.Document), "{code: 30001,"))
	assert.Regexp(t, `(?s)\{code: 30013,.*\n        - \{code: 30014,.*\n        - \{code: 30099, name: CodeTodo30099,[^\n]*\n        - \{code: 30515`,
		string(drafted.Document), "in the order of the codes")
}

// TestNew_numbersOfSamples drafts from numbers that YAML would read otherwise than JSON, or as another type.
func TestNew_numbersOfSamples(t *testing.T) {
	for _, sampled := range []string{`"0089"`, `"+5"`, `-0`, `99999999999999999999`, `1e3`, `1E400`, `0.10`, `-1`} {
		t.Run(sampled, func(t *testing.T) {
			p := parts{asked: `{"Number": ` + sampled + `}`, answered: "{" + envelope + "}", requestRows: "| Number | Integer | Yes | A number |"}
			draftOf(t, p.page(t, "page.md"))
		})
	}
}
