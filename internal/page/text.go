package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// inline parses the markdown in a heading, line or cell.
var inline = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 0)),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 0),
		util.Prioritized(parser.NewLinkParser(), 1),
		util.Prioritized(parser.NewAutoLinkParser(), 2),
		util.Prioritized(tagParser{}, 3),
		util.Prioritized(parser.NewEmphasisParser(), 4),
	),
)

// tagParser parses the tags that the vendor uses, even if their attributes are malformed. Goldmark's own parser refuses
// those, and hides names that stand for what a caller inserts, as in Tag_Profile_Custom_<keyword>.
type tagParser struct{}

func (tagParser) Trigger() []byte { return []byte{'<'} }

func (tagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	length := len(tag.Find(line))
	if length == 0 {
		return nil
	}
	block.Advance(length)
	node := ast.NewRawHTML()
	node.Segments.Append(segment.WithStop(segment.Start + length))
	return node
}

// maxMarkdown is the length in bytes up to which a line is read as markdown. Those of descriptions are shorter, and
// goldmark needs quadratic time for some texts, such as "[a](" many times.
const maxMarkdown = 4_000

// readText returns the text that a reader sees in markdown, and its links. Each line break and list item begins a line,
// and ends what the line before it has left open, such as code or a link.
func readText(markdown string, line int) (string, []Link) {
	c := &content{line: line}
	markdown = listItem.ReplaceAllString(lineBreak.ReplaceAllString(markdown, "\n"), "\n- ")
	for part := range strings.Lines(oneParagraph(markdown)) {
		c.source = []byte(part)
		if len(part) > maxMarkdown {
			c.text.Write(c.source)
		} else {
			c.write(inline.Parse(text.NewReader(c.source)))
		}
		c.endLink()
		c.text.WriteByte('\n')
	}
	return tidy(c.text.String()), c.links
}

// plain returns the text that a reader sees in markdown.
func plain(markdown string) string {
	seen, _ := readText(markdown, 0)
	return seen
}

// content collects the text and the links of markdown.
type content struct {
	source []byte // of the present line
	line   int
	text   bytes.Buffer
	links  []Link

	url   string // of the HTML link that is open, if any
	begin int    // of its text
}

// write adds a node and those inside it.
func (c *content) write(node ast.Node) {
	begin := c.text.Len()
	for child := node.FirstChild(); child != nil && node.Kind() != ast.KindImage; child = child.NextSibling() {
		c.write(child)
	}
	switch node := node.(type) {
	case *ast.Text:
		c.text.Write(node.Value(c.source))
	case *ast.CodeSpan: // the vendor leaves blanks inside the backticks
		code := bytes.TrimSpace(c.text.Bytes()[begin:])
		c.text.Truncate(begin)
		c.text.Write(code)
	case *ast.AutoLink:
		c.text.Write(node.Label(c.source))
		c.addLink(string(node.URL(c.source)), begin)
	case *ast.Link:
		c.addLink(string(node.Destination), begin)
	case *ast.RawHTML: // each tag ends the HTML link before it, whose own end may be missing
		c.endLink()
		if found := htmlLink.FindSubmatch(node.Segments.Value(c.source)); found != nil {
			c.url, c.begin = string(found[1]), begin
		}
	}
}

// addLink adds a link whose text begins at an offset. A link without text is an anchor.
func (c *content) addLink(url string, begin int) {
	if seen := tidy(string(c.text.Bytes()[begin:])); seen != "" && url != "" {
		c.links = append(c.links, Link{Text: seen, URL: url, Line: c.line})
	}
}

// endLink adds the HTML link that is open.
func (c *content) endLink() {
	if c.url != "" {
		c.addLink(c.url, c.begin)
	}
	c.url = ""
}

var (
	lineBreak = regexp.MustCompile(`(?i)</?(?:br|p|ul|ol|tr)(?:\s[^<>]*)?/?>`)
	listItem  = regexp.MustCompile(`(?i)<li(?:\s[^<>]*)?>`)
	htmlLink  = regexp.MustCompile(`(?i)^<a\s.*?href\s*=\s*["']?([^"'<>\s]+)`)
	tag       = regexp.MustCompile(`(?i)^(?:<!--.*?-->|` +
		`</?(?:[abiu]|strong|em|span|div|li|code|pre|font|img|su[bp]|t[dh]|table|tbody|thead|dx-[a-z-]+)(?:\s[^<>]*)?/?>)`)
	escaped    = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	blanks     = regexp.MustCompile(`[^\S\n]+`)
	blankLines = regexp.MustCompile(`\s*\n\s*`)
)

// tidy returns text without escapes. It drops the asterisks of bold text that Chinese text surrounds, where markdown
// wants blanks.
func tidy(text string) string {
	text = strings.ReplaceAll(text, "**", "")
	return oneParagraph(html.UnescapeString(escaped.ReplaceAllString(text, "$1")))
}

// oneParagraph returns text without blank lines, and without blanks but single spaces.
func oneParagraph(text string) string {
	text = blanks.ReplaceAllString(strings.Map(ordinarySpace, text), " ")
	return strings.TrimSpace(blankLines.ReplaceAllString(text, "\n"))
}

// ordinarySpace returns a space for each other kind of space, and drops the characters that have no width.
func ordinarySpace(r rune) rune {
	switch {
	case r == '\u200b' || r == '\ufeff':
		return -1
	case unicode.IsSpace(r) && r != '\n' && r != '\t':
		return ' '
	}
	return r
}

// languageOf returns the language of a text by its letters. Text without other letters is English.
func languageOf(text string) string {
	count := map[string]int{}
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			count["ja"]++
		case unicode.Is(unicode.Han, r):
			count["zh"]++
		case unicode.Is(unicode.Hangul, r):
			count["ko"]++
		case unicode.Is(unicode.Cyrillic, r):
			count["ru"]++
		case unicode.IsLetter(r):
			count["en"]++
		}
	}
	// Names and terms are Latin in every language, and Japanese texts are half Chinese characters.
	for _, language := range []string{"ja", "ko", "ru", "zh"} {
		if count[language]*8 > count["en"]+count["zh"] {
			return language
		}
	}
	return "en"
}
