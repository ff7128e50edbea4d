package main

import (
	"os"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// outputJSON is a value of --output for all commands.
const outputJSON = "json"

// quoteUnprintable quotes text that contains control characters or other unprintable characters, which could break the
// line or control the terminal. It returns other text unchanged.
func quoteUnprintable(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(text)
	}
	return text
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
