package page_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// replacing returns a function that replaces what matches in each line outside of fences, or inside of them.
func replacing(isInside bool, pattern, replacement string) func(string) string {
	expression := regexp.MustCompile(pattern)
	return func(text string) string {
		lines, isFenced := strings.Split(text, "\n"), false
		for i, line := range lines {
			isMark := strings.HasPrefix(line, "```")
			isFenced = isFenced != isMark
			if !isMark && isFenced == isInside {
				lines[i] = expression.ReplaceAllString(line, replacement)
			}
		}
		return strings.Join(lines, "\n")
	}
}

// oneLine joins the lines in each fence.
func oneLine(text string) string {
	fence := regexp.MustCompile("(?s)```\n(.*?)```")
	return fence.ReplaceAllStringFunc(text, func(found string) string {
		inner := strings.TrimSuffix(strings.TrimPrefix(found, "```\n"), "```")
		return "```\n" + strings.ReplaceAll(inner, "\n", " ") + "\n```"
	})
}

// htmlTables turns tables into those of HTML.
func htmlTables(text string) string {
	tables := regexp.MustCompile(`(?m)^\|.*\n\| ?--.*\n(?:\|.*\n)+`)
	cells := regexp.MustCompile(` *\| *`)
	return tables.ReplaceAllStringFunc(text, func(table string) string {
		rows := strings.Split(strings.TrimSpace(table), "\n")
		var html strings.Builder
		html.WriteString("<table>\n<thead>")
		for _, row := range append(rows[:1], rows[2:]...) {
			row = strings.Trim(row, "| ")
			html.WriteString("<tr>\n<td class=x>" + cells.ReplaceAllString(row, "</td>\n<td>") + "</td></tr>")
		}
		return html.String() + "</thead></table>\n"
	})
}

// TestRead_readsAnyLayout changes the layout of a page in the ways of the vendor's pages. What the page says remains.
func TestRead_readsAnyLayout(t *testing.T) {
	original, err := os.ReadFile("testdata/group_get_en.md")
	require.NoError(t, err)
	want := facts(t, string(original))
	for name, change := range map[string]func(string) string{
		"line breaks of Windows":            func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
		"a byte order mark":                 func(text string) string { return "\ufeff" + text },
		"headings with blanks behind":       replacing(false, `^(#.*)$`, "$1 \u00a0 "),
		"headings without a blank":          replacing(false, `^(#+) `, "$1"),
		"headings of a lower level":         replacing(false, `^#`, "##"),
		"headings with marks behind":        replacing(false, `^(#+)(.*)$`, "$1$2 $1"),
		"bold headings":                     replacing(false, `^(#+) (.*\S) *$`, "$1 **$2**"),
		"headings with anchors":             replacing(false, `^(#+ .*)$`, `$1 <span id="x"></span>`),
		"quotes":                            replacing(false, `^`, "> "),
		"tables in quotes":                  replacing(false, `^\|`, "> |"),
		"notes before tables":               replacing(false, `^(\| Field)`, ">!A note.\n>- Another.\n\n$1"),
		"tabs around pipes":                 replacing(false, ` *\| *`, "|\t"),
		"rows without pipes at their ends":  replacing(false, `^\|(.*)\| *$`, "$1"),
		"rows without pipes at their right": replacing(false, `^\|(.*)\| *$`, "|$1"),
		"short rows of dashes":              replacing(false, `^\|\s*--.*`, "|-|"),
		"rows of dashes with colons":        replacing(false, `-----*`, ":-:"),
		"blank lines between rows":          replacing(false, `^(\| ?[A-Z]\w+_\w+ ?\|.*)$`, "$1\n"),
		"stray tags behind rows":            replacing(false, `^(\| ?[A-Z]\w+_\w+ ?\|.*)$`, "$1\n<td>"),
		"bold names":                        replacing(false, `^\| *(\w+) *\|`, "| **$1** |"),
		"names in backticks with blanks":    replacing(false, `^\| *(\w+) *\|`, "| `$1 ` |"),
		"types in backticks":                replacing(false, `\| *(String|Integer|Array) *\|`, "| `$1` |"),
		"types in lower case":               replacing(false, `\| *String *\|`, "| string |"),
		"other words for required":          replacing(false, `\| Yes \|`, "| Required |"),
		"Chinese words for required":        replacing(false, `\| No \|`, "| 选填 |"),
		"samples with a language":           func(text string) string { return strings.ReplaceAll(text, "\n```\n\n{", "\n```json\n\n{") },
		"samples with special spaces":       replacing(true, ` `, "\u00a0"),
		"samples with comments":             replacing(true, `^(.*[,{\[])\s*$`, "$1 // a comment, http://x"),
		"samples with trailing commas":      replacing(true, `("|\d|\])$`, "$1,"),
		"samples without commas":            replacing(true, `^(\s+".*),\s*$`, "$1"),
		"samples in lists":                  replacing(true, `^`, "    "),
		"fences in lists":                   func(text string) string { return strings.ReplaceAll(text, "```", "  ```") },
		"fences that end beside text":       func(text string) string { return regexp.MustCompile("}\\s+```").ReplaceAllString(text, "}```") },
		"fences without an end": func(text string) string {
			return regexp.MustCompile("}\\s+```\n\n\n\n#").ReplaceAllString(text, "}\n#")
		},
		"fences of colons":    func(text string) string { return regexp.MustCompile("```").ReplaceAllString(text, ":::") },
		"HTML tables":         htmlTables,
		"samples on one line": oneLine,
		"samples with comments on one line": func(text string) string {
			return oneLine(replacing(true, `^(.*",|.*[{\[])\s*$`, "$1 // a comment")(text))
		},
		"a literal host": func(text string) string {
			return strings.Replace(text, "https://xxxxxx", "https://console.tim.qq.com", 1)
		},
		"two ampersands": func(text string) string { return strings.Replace(text, "&identifier", "&&identifier", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			changed := change(string(original))
			require.NotEqual(t, string(original), changed)
			assert.Equal(t, want, facts(t, changed))
		})
	}
}

// facts returns what a page says, without its lines.
func facts(t *testing.T, text string) []string {
	t.Helper()
	p, err := page.Read("page.md", []byte(text))
	require.NoError(t, err)
	found := []string{p.Path, p.RateLimitText, p.Overview, strings.Join(p.BatchWording, " ")}
	for _, direction := range []api.Direction{api.Requests, api.Responses} {
		for _, f := range p.Fields(direction) {
			found = append(found, f.Name, string(f.Required), f.Description)
		}
		for _, sample := range p.Samples(direction) {
			found = append(found, sample.Label, sample.Mode, sample.Problem, string(sample.Standard()))
		}
		lines := regexp.MustCompile(`(table|sample) line \d+`)
		found = append(found, lines.ReplaceAllString(p.Schema(direction).String(), "$1"))
	}
	for _, code := range p.Codes {
		found = append(found, code.Text)
	}
	for _, link := range p.References {
		found = append(found, link.Text, link.URL)
	}
	return found
}
