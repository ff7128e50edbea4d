package draft_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
	"github.com/timsns/timsns/internal/testutil"
)

// layout changes how a page is written, and not what it says. Fenced says whether it changes lines within fences.
type layout struct {
	name        string
	fenced      bool
	pattern     *regexp.Regexp
	replacement string
}

var layouts = []layout{
	{"line breaks of Windows", false, regexp.MustCompile(`$`), "\r"},
	{"headings of a lower level", false, regexp.MustCompile(`^#`), "##"},
	{"headings with blanks behind", false, regexp.MustCompile(`^(#.*)$`), "$1 \u00a0"},
	{"tabs around pipes", false, regexp.MustCompile(` *\| *`), "|\t"},
	{"rows without pipes at their ends", false, regexp.MustCompile(`^\|(.*)\| *$`), "$1"},
	{"tables in quotes", false, regexp.MustCompile(`^\|`), "> |"},
	{"names in backticks", false, regexp.MustCompile(`^\| *(\w+) *\|`), "| `$1 ` |"},
	{"unclosed tags", false, regexp.MustCompile(`^(\| \w+ \| \w+ \|.*\S) \|$`), "$1<li> |"},
	{"samples with special spaces", true, regexp.MustCompile(`^ `), "\u00a0"},
	{"samples with comments", true, regexp.MustCompile(`^(.*[,{\[])\s*$`), "$1 // a comment, http://x"},
	{"samples with trailing commas", true, regexp.MustCompile(`^(\s+.*["\d\]}])$`), "$1,"},
	{"samples with blank lines", true, regexp.MustCompile(`^(.*)$`), "$1\n"},
}

// apply returns the page in the layout.
func (l layout) apply(text string) string {
	lines, isFenced := strings.Split(text, "\n"), false
	for i, line := range lines {
		isMark := strings.HasPrefix(line, "```")
		isFenced = isFenced != isMark
		if !isMark && isFenced == l.fenced && !strings.HasPrefix(line, "https:") {
			lines[i] = l.pattern.ReplaceAllString(line, l.replacement)
		}
	}
	return strings.Join(lines, "\n")
}

// chinese are the headings and words of a Chinese page.
var chinese = strings.NewReplacer(
	"## Overview", "## 功能说明", "### Sample request URL", "### 请求 URL 示例", "### Request parameters", "### 请求参数说明",
	"### Maximum calling frequency", "### 最高调用频率", " calls per second", "次/秒。",
	"### Sample request packets", "### 请求包示例", "### Request packet fields", "### 请求包字段说明",
	"### Sample response packets", "### 应答包体示例", "### Response packet fields", "### 应答包字段说明",
	"## Error Codes", "## 错误码说明", "| Error Code | Description |", "| 错误码 | 含义说明 |",
	"| Field | Type | Required | Description |", "| 字段 | 类型 | 属性 | 说明 |", "| Field | Type | Description |", "| 字段 | 类型 | 说明 |",
	"| Yes |", "| 必填 |", "| No |", "| 选填 |",
)

// TestNew_readsAnyLayout drafts each command from pages in other layouts, three for each command, and from a Chinese
// page. The draft is that of the plain page.
func TestNew_readsAnyLayout(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	number := 0
	eachPage(t, func(_ contract, path string, text []byte) {
		want := draftedText(t, string(text))
		assert.Equal(t, want, draftedText(t, chinese.Replace(string(text))), "%s in Chinese", path)
		for range 3 {
			chosen := layouts[number%len(layouts)]
			number++
			assert.Equal(t, want, draftedText(t, chosen.apply(string(text))), "%s, %s", path, chosen.name)
		}
	})
}

var lineNumber = regexp.MustCompile(`line \d+`)

// draftedText returns the document that is drafted from a page, without the page's lines.
func draftedText(t *testing.T, text string) string {
	t.Helper()
	drafted, err := draft.New("openapi.yaml", nil, []*page.Page{readPage(t, "page.md", []byte(text))})
	require.NoError(t, err)
	return lineNumber.ReplaceAllString(string(drafted.Document), "line N")
}
