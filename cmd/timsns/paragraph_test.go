package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWriteParagraphs(t *testing.T) {
	for description, want := range map[string]string{
		"One.":         "  One.\n",
		"One.\n\nTwo.": "  One.\n\n  Two.\n",
		"One\n  two.":  "  One\n  two.\n",
	} {
		var text strings.Builder
		writeParagraphs(&text, description, "  ")
		assert.Equal(t, want, text.String())
	}
}

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "",
		"Pulls a page.":                  "Pulls a page.",
		"The index, from 0 up. Send it.": "The index, from 0 up.",
		"Pulls version 1.2 of a page.":   "Pulls version 1.2 of a page.",
		"Pulls a page.\n\nMore of it.":   "Pulls a page.",
	} {
		assert.Equal(t, want, firstSentence(text))
	}
}
