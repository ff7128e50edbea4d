package main

import "strings"

// writeParagraphs writes descriptions, each paragraph on a line after the indent.
func writeParagraphs(text *strings.Builder, description, indent string) {
	for line := range strings.Lines(description) {
		if words := strings.Join(strings.Fields(line), " "); words != "" {
			text.WriteString(indent + words)
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
