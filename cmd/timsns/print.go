package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
)

// outputJSON is a value of --output for all commands.
const outputJSON = "json"

// output is a command's standard output. It keeps the first error, since cobra ignores the errors of writing help.
type output struct {
	io.Writer

	err error // an *outputError, or nil
}

func (o *output) Write(text []byte) (int, error) {
	n, err := o.Writer.Write(text)
	if err != nil {
		err = &outputError{fmt.Errorf("writing to standard output: %w", err)}
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

// outputError is an error of printing what a command has.
type outputError struct{ err error }

func (e *outputError) Error() string { return e.err.Error() }

func (e *outputError) Unwrap() error { return e.err }

// isUnsafe reports whether a character could break a line, control a terminal or change the order of the text around
// it. Unusual blanks and joiners are safe: names contain them.
func isUnsafe(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || // line and paragraph separators
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' // embeddings, overrides and isolates
}

// isSafe reports whether text can be printed on one line as it is.
func isSafe(text string) bool { return utf8.ValidString(text) && !strings.ContainsFunc(text, isUnsafe) }

// quoteUnsafe quotes text that cannot be printed on one line as it is, and returns other text unchanged.
func quoteUnsafe(text string) string {
	if isSafe(text) {
		return text
	}
	return strconv.Quote(text)
}

// escapeUnsafe escapes the parts of a message that cannot be printed on one line.
func escapeUnsafe(text string) string {
	if isSafe(text) {
		return text
	}
	var escaped strings.Builder
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		if isUnsafe(r) || r == utf8.RuneError && size == 1 {
			quoted := strconv.QuoteToASCII(text[:size])
			escaped.WriteString(quoted[1 : len(quoted)-1])
		} else {
			escaped.WriteString(text[:size])
		}
		text = text[size:]
	}
	return escaped.String()
}

// terminalOf returns the file of a stream that is a terminal.
func terminalOf(stream any) (*os.File, bool) {
	if out, ok := stream.(*output); ok {
		stream = out.Writer
	}
	file, ok := stream.(*os.File)
	return file, ok && term.IsTerminal(int(file.Fd()))
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	_, ok := terminalOf(stream)
	return ok
}

// widthOf returns the number of columns of a terminal, and 0 for any other stream.
func widthOf(stream any) int {
	terminal, ok := terminalOf(stream)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(terminal.Fd()))
	if err != nil {
		return 0
	}
	return width
}
