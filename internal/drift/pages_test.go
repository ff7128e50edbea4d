package drift_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/drift"
	"github.com/timsns/timsns/internal/page"
)

// parts are what differs from one short page to another. Rows are those of a table, one in each line.
type parts struct {
	path, requestRows, request, responseRows, response, codeRows string
}

func (p parts) String() string {
	return "### Sample request URL\nhttps://xxxxxx/" + p.path + "?\n### Maximum call frequency\n200 calls per second\n" +
		"### Sample request\n```\n" + p.request + "\n```\n" +
		"### Request fields\n|Field|Type|Required|Description|\n|-|-|-|-|\n" + p.requestRows + "\n" +
		"### Sample response\n```\n" + p.response + "\n```\n" +
		"### Response fields\n|Field|Type|Description|\n|-|-|-|\n" + p.responseRows + "\n" +
		"## Error Codes\n|Error Code|Description|\n|-|-|\n" + p.codeRows + "\n"
}

const (
	envelopeRows = "|ActionStatus|String||\n|ErrorCode|Integer||\n|ErrorInfo|String||\n|ErrorDisplay|String||"
	envelope     = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""`
)

// blackListGet is a page of a command whose response has a property with two spellings.
var blackListGet = parts{
	path:        "v4/sns/black_list_get",
	requestRows: "|From_Account|String|Yes||\n|StartIndex|Integer|Yes||\n|MaxLimited|Integer|Yes||\n|LastSequence|Integer|Yes||",
	request:     `{"From_Account":"alice","StartIndex":0,"MaxLimited":1,"LastSequence":0}`,
	responseRows: "|BlackListItem|Array||\n|To_Account|String||\n|AddBlackTimeStamp|Integer||\n|StartIndex|Integer||\n" +
		"|CurruentSequence|Integer||\n" + envelopeRows,
	response: `{"BlackListItem":[{"To_Account":"bob","AddBlackTimeStamp":1}],"StartIndex":0,"CurruentSequence":1,` +
		envelope + `}`,
	codeRows: "|30001||\n|30003||\n|30004||\n|30006||\n|30007||",
}

func TestCompare_knowsSpellings(t *testing.T) {
	assert.Empty(t, compare(t, blackListGet.String()))
	assert.Empty(t, compare(t, strings.ReplaceAll(blackListGet.String(), "CurruentSequence", "CurrentSequence")))
	const want = "$.CurruentSequence: the document has it, the page does not"
	assert.Contains(t, compare(t, strings.ReplaceAll(blackListGet.String(), "CurruentSequence", "Sequence")), want)
}

// TestCompare_placesRows has rows of an object that no sample has. Where it belongs is open, so its place is no drift.
func TestCompare_placesRows(t *testing.T) {
	p := blackListGet
	p.response = `{` + envelope + `}`
	found := compare(t, p.String())
	assert.NotContains(t, found, "added")
	assert.NotContains(t, found, "moved")
	assert.NotContains(t, found, "dropped")
	p.responseRows = strings.Replace(p.responseRows, "|AddBlackTimeStamp|Integer|", "|AddBlackTimeStamp|String|", 1)
	assert.Contains(t, compare(t, p.String()), "the page has a string, the document an integer", "it is compared all the same")
}

// TestCompare_readsPagesOfACommandTogether reports as drift what all pages say, and the rest as notes.
func TestCompare_readsPagesOfACommandTogether(t *testing.T) {
	agreeing := groupGetPage(t)
	slow := strings.Replace(agreeing, "200 calls", "100 calls", 1)
	const want = "the page allows 100 calls per second, the document 200"
	assert.Equal(t, compare(t, slow), compare(t, slow, slow))
	assert.Contains(t, compare(t, slow, agreeing), "note  rate : "+want+"; other pages of the command do not: b.md (")
	assert.Contains(t, compare(t, agreeing, slow, agreeing), "note  rate : "+want+"; other pages of the command do not: a.md, c.md (")
	found := compare(t, slow, blackListGet.String(), strings.Replace(blackListGet.String(), "|30001||", "|30099||", 1))
	assert.Contains(t, found, "\t rate : "+want+" (", "another command is compared by itself")
	assert.Contains(t, found, "note  code : the page lists 30099, the document does not; other pages of the command do not: b.md (")
}

// TestCompare_notesWhatTheDocumentKnows has a page of an edition of which the document says that it differs.
func TestCompare_notesWhatTheDocumentKnows(t *testing.T) {
	document := edited(t, friends, "{code: 30003, ", "{code: 30003, edition: the newest pages lack it, ")
	p := blackListGet
	p.codeRows = strings.Replace(p.codeRows, "|30003||\n", "", 1)
	assert.Contains(t, compare(t, p.String()), "\t code : the document lists 30003, the page does not (")
	assert.Contains(t, compareWith(t, document, p.String()),
		"note  code : the document lists 30003, the page does not (edition: the newest pages lack it) (")
}

// echo returns a page of a command whose document has a union of objects, one of which may have others within itself.
func echo(t testing.TB) (*api.Document, parts) {
	t.Helper()
	const element = "|MsgType|String|Yes|TIMTextElem: a text.|\n|MsgContent|Object|Yes||\n|Text|String|Yes||\n"
	return edited(t, chat), parts{
		path:         "v4/chat/echo",
		requestRows:  "|Serial|Integer|Yes||\n|MsgBody|Array|Yes||\n" + element + "|Title|Object|No||\n|OfflinePushInfo|Object|No||\n|MsgLifeTime|Integer|No||",
		request:      `{"Serial":1,"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}],"MsgLifeTime":1}`,
		responseRows: "|MsgBody|Array||\n" + strings.ReplaceAll(element, "|Yes|", "|") + envelopeRows,
		response:     `{"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}],` + envelope + `}`,
		codeRows:     "|30001||",
	}
}

// TestCompare_allowsOneOfSeveralObjects has a page that shows one of the objects of a union.
func TestCompare_allowsOneOfSeveralObjects(t *testing.T) {
	document, p := echo(t)
	assert.Empty(t, compareWith(t, document, p.String()))
	named := strings.Replace(p.String(), "a text.|", "a text. TIMFaceElem: a face.|", 1)
	assert.Contains(t, compareWith(t, document, named), "$.MsgBody[].MsgType: the page names the value TIMFaceElem")
	p.request = strings.Replace(p.request, `"Text"`, `"Txt"`, 1)
	found := compareWith(t, document, p.String())
	assert.Contains(t, found, "requests added $.MsgBody[].MsgContent.Txt: the page has it, a string, the document does not")
	p.request = strings.Replace(p.request, "TIMTextElem", "TIMFaceElem", 1)
	assert.Contains(t, compareWith(t, document, p.String()), "requests sample $.MsgBody[].MsgType: the document does not allow")
}

// FuzzCompare checks that no page makes Compare panic, and that each finding names a line of the page.
func FuzzCompare(f *testing.F) {
	friendship, err := api.Load()
	require.NoError(f, err)
	message, echoing := echo(f)
	f.Add(echoing.String())
	f.Add(blackListGet.String())
	f.Add(groupGetPage(f))
	f.Fuzz(func(t *testing.T, text string) {
		read, err := page.Read("page.md", []byte(text))
		if err != nil {
			return
		}
		for _, document := range []*api.Document{friendship, message} {
			found, err := drift.Compare(document, []*page.Page{read})
			require.NoError(t, err)
			for _, finding := range found {
				assert.Positive(t, finding.Line)
				assert.LessOrEqual(t, finding.Line, strings.Count(text, "\n")+1)
				assert.NotEmpty(t, finding.Reason)
			}
		}
	})
}
