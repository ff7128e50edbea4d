package page_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// request returns the schema of the requests of a page with a sample and the rows of a table.
func request(t *testing.T, sample string, rows ...string) *page.Schema {
	t.Helper()
	text := address + "### Sample request\n```\n" + sample + "\n```\n### Request fields\n|F|T|R|D|\n|-|-|-|-|\n" + strings.Join(rows, "\n")
	found, err := page.Read("page.md", []byte(text))
	require.NoError(t, err)
	return found.Schema(api.Requests)
}

var details = regexp.MustCompile(`, (required|table|no row|sample).*`)

func TestSchema_joinsTableAndSamples(t *testing.T) {
	for name, test := range map[string]struct {
		sample   string
		rows     []string
		tree     string
		messages []string
	}{
		"nesting is that of the sample": {
			`{"A": [{"B": {"C": [1]}}]}`,
			[]string{"|A|Array|Yes||", "|B|Object|Yes||", "|C|Array|Yes||"},
			"A array[object]\n  B object\n    C array[integer]\n", nil,
		},
		"a row between two members of an object is one": {
			`{"A": [{"B": 1, "D": 2}], "E": 3}`,
			[]string{"|A|Array|Yes||", "|B|Integer|Yes||", "|C|String|No||", "|D|Integer|Yes||", "|E|Integer|Yes||"},
			"A array[object]\n  B integer\n  C string\n  D integer\nE integer\n",
			[]string{"table-only: C: no sample has it; it is placed in $.A[]"},
		},
		"a row before the first member of an object is one": {
			`{"A": [{"C": 1}]}`,
			[]string{"|A|Array|Yes||", "|B|String|No||", "|C|Integer|Yes||"},
			"A array[object]\n  B string\n  C integer\n",
			[]string{"table-only: B: no sample has it; it is placed in $.A[]"},
		},
		"a row behind an object may belong to the object around it": {
			`{"A": [{"B": 1}], "D": 2}`,
			[]string{"|A|Array|Yes||", "|B|Integer|Yes||", "|C|String|No||", "|D|Integer|Yes||"},
			"A array[object]\n  B integer\nC string\nD integer\n",
			[]string{"table-only: C: no sample has it; it is placed in $, which is a guess"},
		},
		"a description names the members of an object": {
			`{"A": {"BFilter": 1}}`,
			[]string{"|A|Object|Yes|With BFilter and CFilter|", "|BFilter|Integer|Yes||", "|CFilter|Array|No||"},
			"A object\n  BFilter integer\n  CFilter array\n",
			[]string{
				"table-only: CFilter: no sample has it; it is placed in $.A, which is a guess",
				"no-element: $.A.CFilter: nothing shows what the array contains",
			},
		},
		"a name that begins like the one before it": {
			`{"A": {"CustomData_Group": 1}}`,
			[]string{"|A|Object|Yes||", "|CustomData_Group|Integer|Yes||", "|CustomData_Member|String|No||"},
			"A object\n  CustomData_Group integer\n  CustomData_Member string\n",
			[]string{"table-only: CustomData_Member: no sample has it; it is placed in $.A, which is a guess"},
		},
		"a property without a row": {
			`{"A": 1, "B": "x"}`, []string{"|A|Integer|Yes||"}, "A integer\nB string\n", []string{"sample-only: $.B: no table has it"},
		},
		"one row for several properties": {
			`{"A": 1, "B": [{"A": 2}]}`,
			[]string{"|A|Integer|Yes||", "|B|Array|Yes||"},
			"A integer\nB array[object]\n  A integer\n",
			[]string{"several-paths: A: one row describes 2 properties: $.A, $.B[].A"},
		},
		"a row for each of several properties": {
			`{"A": 1, "B": [{"A": "x"}]}`,
			[]string{"|A|Integer|Yes||", "|B|Array|Yes||", "|A|String|Yes||"},
			"A integer\nB array[object]\n  A string\n", nil,
		},
		"a dotted name": {
			`{"A": 1, "B": [{"A": "x"}]}`,
			[]string{"|A|Integer|Yes||", "|B|Array|Yes||", "|B.A|String|Yes||"},
			"A integer\nB array[object]\n  A string\n",
			[]string{"dotted: B.A: the table states the place"},
		},
		"dotted names that no sample has": {
			`{}`,
			[]string{"|B|Array|Yes||", "|B.A|String|Yes||", "|C.D.E|String|Yes||"},
			"B array[object]\n  A string\nC object\n  D object\n    E string\n",
			[]string{
				"table-only: B: no sample has it; it is placed in $", "dotted: B.A: the table states the place",
				"table-only: B.A: no sample has it", "dotted: C.D.E: the table states the place", "table-only: C.D.E: no sample has it",
			},
		},
		"a name with another spelling": {
			`{"FileName": "x"}`,
			[]string{"|file_name|String|Yes||"},
			"FileName string\n",
			[]string{"spelling: the table has file_name, the sample at line 7 has FileName"},
		},
		"the sample is right about arrays and objects": {
			`{"A": [{"B": 1}], "C": "x"}`,
			[]string{"|A|Object|Yes||", "|B|Integer|Yes||", "|C|Array|Yes||"},
			"A array[object]\n  B integer\nC string\n",
			[]string{"disagree: $.A: the table says object, the sample at line 7 array", "disagree: $.C: the table says array, the sample at line 7 string"},
		},
		"the table is right about numbers and texts": {
			`{"A": "1", "B": 2, "C": 3, "D": 1.5}`,
			[]string{"|A|Integer|Yes||", "|B|String|Yes||", "|C|Number|Yes||", "|D|Integer|Yes||"},
			"A integer\nB string\nC number\nD integer\n",
			[]string{
				"disagree: $.A: the table says integer, the sample at line 7 string", "disagree: $.B: the table says string, the sample at line 7 integer",
				"disagree: $.D: the table says integer, the sample at line 7 number",
			},
		},
		"several types": {
			`{"A": "1"}`, []string{"|A|String/Integer|Yes||"}, "A string/integer\n", []string{"several-types: $.A: the table allows string/integer"},
		},
		"elements that only the table knows": {`{"A": []}`, []string{"|A|Array of String|Yes||"}, "A array[string]\n", nil},
		"elements that nothing shows": {
			`{"A": []}`, []string{"|A|Array|Yes||"}, "A array\n", []string{"no-element: $.A: nothing shows what the array contains"},
		},
		"null and unknown types": {`{"A": null, "B": 1}`, []string{"|A|Thing|Yes||", "|B|Thing|Yes||"}, "A unknown\nB integer\n", nil},
		"a name that occurs twice": {
			`{"A": 1, "A": "x"}`,
			[]string{"|A|Integer|Yes||"},
			"A integer\n",
			[]string{"sample: a name is ignored, since it is too long or the object has it twice: A"},
		},
		"no sample that can be read": {
			`nothing {`,
			[]string{"|A|Integer|Yes||", "|Digital key|String|Yes||", "|B|String|Yes||"},
			"A integer\nB string\n",
			[]string{"table-only: A: no sample has it; it is placed in $", "table-only: B: no sample has it; it is placed in $"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			schema := request(t, test.sample, test.rows...)
			assert.Equal(t, test.tree, details.ReplaceAllString(schema.String(), ""))
			var messages []string
			for _, diagnostic := range schema.Diagnostics {
				messages = append(messages, string(diagnostic.Kind)+": "+diagnostic.Message)
			}
			assert.Equal(t, test.messages, messages)
		})
	}
}

func TestSchema_describesProperties(t *testing.T) {
	schema := request(t, "{\n\"A\": [{\"B\": 1.50}, {\"B\": 2, \"C\": true}], // the first\n\"D\": 18446744073709551615\n}",
		"|A|Array|Yes||", "|B|Number|||", "|C|Boolean|||", "|D|Integer|Yes (if A)||")
	a, d := schema.Root.Properties[0], schema.Root.Properties[1]
	b, c := a.Element.Properties[0], a.Element.Properties[1]
	assert.Equal(t, "$.A[].B", b.Path())
	assert.Equal(t, "the first", a.Comment)
	assert.Equal(t, 8, b.SampleLine)
	assert.Equal(t, 16, b.Field.Line)
	assert.Equal(t, "1.50", b.Example)
	assert.Equal(t, "18446744073709551615", d.Example)
	assert.Equal(t, []page.Type{page.Number, page.Integer}, b.SampleTypes)
	assert.Equal(t, []int{2, 2, 1, 2}, []int{b.Seen, b.Of, c.Seen, c.Of})
	var required []page.Required
	for _, p := range []*page.Property{a, b, c, d} {
		required = append(required, p.Required())
	}
	want := []page.Required{page.RequiredYes, page.RequiredYes, page.RequiredNo, page.RequiredConditional}
	assert.Equal(t, want, required, "table first, then samples")
}
