package main

import "strings"

const helpWidth = 80

// writeParagraphs writes descriptions with lines of at most 80 columns, as far as words allow, each after the indent.
func writeParagraphs(text *strings.Builder, description, indent string) {
	for line := range strings.Lines(description) {
		column := 0
		for word := range strings.FieldsSeq(line) {
			switch {
			case column == 0:
				text.WriteString(indent)
				column = len(indent)
			case column+1+len(word) > helpWidth:
				text.WriteString("\n" + indent)
				column = len(indent)
			default:
				text.WriteString(" ")
				column++
			}
			text.WriteString(word)
			column += len(word)
		}
		text.WriteString("\n")
	}
}

// firstSentence returns the text up to its first full stop at the end of a word.
func firstSentence(text string) string {
	first, _, hasMore := strings.Cut(text, ". ")
	if hasMore {
		return first + "."
	}
	first, _, _ = strings.Cut(text, "\n")
	return first
}
