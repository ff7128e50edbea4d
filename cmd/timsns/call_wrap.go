package main

import (
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"
)

// wrapCell breaks lines that are wider than width columns: between words, or after an underscore or hyphen, and within
// a word only if there is no such place. The wrapping of go-pretty breaks within words, and lets wide characters exceed
// the width.
func wrapCell(content string, width int) string {
	var lines []string
	for line := range strings.SplitSeq(content, "\n") {
		end := lineEnd(line, width)
		for ; end < len(line); end = lineEnd(line, width) {
			lines = append(lines, strings.TrimRight(line[:end], " "))
			line = strings.TrimLeft(line[end:], " ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// lineEnd returns where to break a line, or its length if it has at most width columns. It reads no further than
// needed, since a cell may have many lines.
func lineEnd(line string, width int) int {
	for i, r := range line {
		width -= text.RuneWidth(r)
		switch {
		case width >= 0:
		case i == 0:
			return utf8.RuneLen(r) // a character that never fits; the text is valid UTF-8
		case r == ' ':
			return i
		default:
			if last := strings.LastIndexAny(line[:i], " _-"); last >= 0 {
				return last + 1
			}
			return i
		}
	}
	return len(line)
}
