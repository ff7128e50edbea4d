package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/page"
)

const address = "### Request URL\n```\nhttps://xxxxxx/v4/sns/group_get?sdkappid=1\n```\n"

func TestRead_refusesOtherPages(t *testing.T) {
	for name, test := range map[string]struct{ text, reason string }{
		"a page without a URL": {
			"# A page\n", "page.md:1: want a sample request URL with a path such as /v4/sns/group_get",
		},
		"a URL without a path": {
			"# A page\n## Request URL\nhttps://xxxxxx/$ver/$servicename/$command\n",
			"page.md:2: want a sample request URL with a path such as /v4/sns/group_get",
		},
		"a path elsewhere": {
			"## References\nhttps://xxxxxx/v4/sns/group_get\n", "page.md:1: want a sample request URL with a path such as /v4/sns/group_get",
		},
		"a large page": {
			strings.Repeat(" ", page.MaxSize+1), "page.md:1: want a page of at most 2097152 bytes, got 2097153",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := page.Read("page.md", []byte(test.text))
			assert.EqualError(t, err, test.reason)
		})
	}
}

func TestRead_reportsWhatIsMissing(t *testing.T) {
	found, err := page.Read("page.md", []byte(address))
	require.NoError(t, err)
	var messages []string
	for _, diagnostic := range found.Diagnostics {
		messages = append(messages, diagnostic.String())
	}
	assert.Equal(t, []string{
		`page.md:1: rate: want the calls per second, got ""`,
		"page.md:1: layout: want a sample request",
		"page.md:1: layout: want a table of request fields",
		"page.md:1: layout: want a sample response",
		"page.md:1: layout: want a table of response fields",
		"page.md:1: layout: want a table of error codes",
	}, messages)
}

func TestRead_reportsWhatIsWrong(t *testing.T) {
	for name, test := range map[string]struct{ text, message string }{
		"another path in the table of the URL": {
			"### Request parameters\n|Parameter|Description|\n|-|-|\n|v4/sns/group_add|x|\n",
			"path: the table of the URL names /v4/sns/group_add, not /v4/sns/group_get",
		},
		"another path in the link to the tool": {
			"## API Debugging Tool\nUse [it](https://x/#v4/group_open_http_svc/create_group).\n",
			"path: the link to the debugging tool names /v4/group_open_http_svc/create_group, not /v4/sns/group_get",
		},
		"another URL": {
			"### Request URL\nhttps://xxxxxx/v4/sns/group_add\n", "path: another sample request URL names /v4/sns/group_add, not /v4/sns/group_get",
		},
		"a rate per day":           {"### Maximum call frequency\n100 calls a day\n", `rate: want the calls per second, got "100 calls a day"`},
		"a code that is no number": {"## Error Codes\n|Code|Description|\n|-|-|\n|3000x|x|\n", `code: want an error code, got "3000x"`},
		"a code that occurs twice": {"## Error Codes\n|Code|Description|\n|-|-|\n|1|x|\n|1|y|\n", "code: error code 1 occurs twice"},
		"a field that occurs twice": {
			"### Request fields\n|F|T|R|D|\n|-|-|-|-|\n|A|String|Yes||\n|A|String|Yes||\n", "name: A has another row, at line 8",
		},
		"a type that is no type": {"### Request fields\n|F|T|R|D|\n|-|-|-|-|\n|A|Thing|Yes||\n", `type: A: want a type, got "Thing"`},
		"a name that is prose":   {"### Request fields\n|F|T|R|D|\n|-|-|-|-|\n|Digital key|String|Yes||\n", `name: want the name of a field, got "Digital key"`},
		"a table of two columns": {"### Request fields\n|F|D|\n|-|-|\n|A|String|\n", "layout: a table is ignored: number of columns 2"},
		"a table of one column":  {"## Error Codes\n|Code|\n|-|\n|1|\n", "layout: a table is ignored: number of columns 1"},
		"a sample elsewhere":     {"## Error Codes\n```\n{}\n```\n", "sample: a sample outside of the sections of samples is ignored"},
		"text that is not UTF-8": {"\xff", "layout: the page is not valid UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := page.Read("page.md", []byte(address+test.text))
			require.NoError(t, err)
			var messages []string
			for _, diagnostic := range found.Diagnostics {
				messages = append(messages, string(diagnostic.Kind)+": "+diagnostic.Message)
			}
			assert.Contains(t, messages, test.message)
		})
	}
}

func TestRead_findsTheRate(t *testing.T) {
	for text, want := range map[string]int{
		"200 calls per second": 200, "The maximum calling frequency is 200 times per second.": 200, "1,000 requests/second": 1000,
		"200次/秒。": 200, "100次/秒。如需提升，请提交[工单](https://x/1次)。": 100, "每秒200次": 200, "200 раз в секунду": 200,
		"1秒あたり200回": 200, "200回/秒": 200, "200 QPS": 200, "100 calls a day, 1 call per second": 1, "200 calls/s": 200,
	} {
		found, err := page.Read("page.md", []byte(address+"### Maximum call frequency\n"+text))
		require.NoError(t, err)
		assert.Equal(t, want, found.RateLimit, text)
	}
}

func TestRead_findsTheDocumentsNumber(t *testing.T) {
	const references = "## References\n- Lists ([v4/sns/group_get](https://x/document/product/1047/40123))\n"
	for name, test := range map[string]struct{ file, text, want string }{
		"in the file's name":  {"pages/1047_40123.md", address, "1047/40123"},
		"in the folder":       {"269/54763.md", address, "269/54763"},
		"before the sections": {"page.md", "https://x/document/product/269/54763\n\n## Overview\n" + address, "269/54763"},
		"in a link to itself": {"page.md", address + references, "1047/40123"},
		"nowhere":             {"000_79076d13637919a5.txt", address + strings.Replace(references, "_get", "_add", 1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := page.Read(test.file, []byte(test.text))
			require.NoError(t, err)
			assert.Equal(t, test.want, found.Document)
		})
	}
}
