package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFences_endSomewhere(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		want    []block
		reports int
	}{
		"text may stand beside both marks": {
			"```{\"a\": 1}``` here\nb", []block{{kind: isFence, line: 1, text: "{\"a\": 1}\n"}, {line: 2, text: "b"}}, 0,
		},
		"text may stand beside each of the marks": {
			"~~~ {\n1}~~~\nb", []block{{kind: isFence, line: 1, text: "{\n1}\n"}, {line: 3, text: "b"}}, 0,
		},
		"a list item may contain the mark": {
			"- ```json\n  {}\n```\nb", []block{{kind: isFence, line: 2, text: "  {}\n"}, {line: 4, text: "b"}}, 0,
		},
		"a heading of every page ends a fence, another one does not": {
			"```\n## Notes\n##Error Codes", []block{
				{kind: isFence, line: 2, text: "## Notes\n"}, {kind: isHeading, line: 3, level: 2, text: "Error Codes"},
			}, 1,
		},
		"the beginning of another fence ends a fence": {
			":::\n1\n::: json\n2\n:::", []block{{kind: isFence, line: 2, text: "1\n"}, {kind: isFence, line: 4, text: "2\n"}}, 1,
		},
		"the page ends a fence":                           {"> ```\n> 1", []block{{kind: isFence, line: 2, text: " 1\n"}}, 1},
		"further marks beside the first one mean nothing": {"``` ``` ```\n1\n```", []block{{kind: isFence, line: 1, text: "\n1\n"}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var found []block
			reports := 0
			s := &scanner{
				emit:   func(b block) { found = append(found, b) },
				report: func(int, Kind, string, ...any) { reports++ },
			}
			s.scan(test.text)
			assert.Equal(t, test.want, found)
			assert.Equal(t, test.reports, reports)
		})
	}
}
