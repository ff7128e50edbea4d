package page

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

var (
	anchor      = regexp.MustCompile(`\[\]\([^()\s]*\)|!\[[^\[\]]*\]\([^()]*\)`)
	link        = regexp.MustCompile(`\[([^\[\]]*)\]\(([^()\s]*)\)`)
	htmlLink    = regexp.MustCompile(`(?i)<a\s[^<>]*?href\s*=\s*["']?([^"'<>\s]*)["']?[^<>]*>([^<>]*)(?:</a>)?`)
	lineBreak   = regexp.MustCompile(`(?i)\s*</?(?:br|p|ul|ol|tr)\s*/?>\s*`)
	listItem    = regexp.MustCompile(`(?i)\s*<li[^<>]*>\s*`)
	tag         = regexp.MustCompile(`(?i)</?(?:a|b|i|u|strong|em|span|div|p|ul|ol|li|code|pre|font|su[bp]|t[drh]|table|tbody|thead|img|dx-[a-z-]+)(?:\s[^<>]*)?/?>`)
	code        = regexp.MustCompile("`+([^`]*)`+")
	escaped     = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
	blanks      = regexp.MustCompile(`[^\S\n]+`)
	blankLines  = regexp.MustCompile(`\s*\n\s*`)
	listMarker  = regexp.MustCompile(`^(?:[-*+•]|\d+[.)、])\s+`)
	boldPattern = regexp.MustCompile(`^\*\*(.+?)\*\*`)
)

// plain returns the text that a reader sees in markdown. Each line break and list item begins a line.
func plain(markdown string) string {
	text := strings.Map(ordinarySpace, markdown)
	text = anchor.ReplaceAllString(text, "")
	text = link.ReplaceAllString(text, "$1")
	text = lineBreak.ReplaceAllString(text, "\n")
	text = listItem.ReplaceAllString(text, "\n- ")
	text = tag.ReplaceAllString(text, "")
	text = code.ReplaceAllStringFunc(text, func(span string) string { return strings.TrimSpace(strings.Trim(span, "`")) })
	text = strings.ReplaceAll(text, "**", "")
	text = escaped.ReplaceAllString(text, "$1")
	text = strings.Map(ordinarySpace, html.UnescapeString(text))
	text = blankLines.ReplaceAllString(blanks.ReplaceAllString(text, " "), "\n")
	return strings.TrimSpace(text)
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

// linksIn returns the links of markdown, which may be HTML and may lack its end.
func linksIn(markdown string, line int) []Link {
	var links []Link
	for _, found := range link.FindAllStringSubmatch(markdown, -1) {
		if found[1] != "" {
			links = append(links, Link{Text: plain(found[1]), URL: found[2], Line: line})
		}
	}
	for _, found := range htmlLink.FindAllStringSubmatch(markdown, -1) {
		if found[1] != "" {
			links = append(links, Link{Text: plain(found[2]), URL: found[1], Line: line})
		}
	}
	return links
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
