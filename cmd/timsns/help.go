package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// The widths of help in columns: on anything but a terminal, and at most.
const (
	helpWidth    = 80
	maxHelpWidth = 100
)

// printHelp prints the help of a command, wrapped to the terminal.
func printHelp(command *cobra.Command, _ []string) {
	text := strings.TrimRight(command.Long, " \n")
	if text == "" {
		text = command.Short
	}
	width := widthOf(command.OutOrStdout())
	if width == 0 {
		width = helpWidth
	}
	text = wrap(text+"\n\n"+command.UsageString(), min(width, maxHelpWidth))
	_, _ = fmt.Fprint(command.OutOrStdout(), text) // output keeps its error
}

// minParagraph is the length of a line that the next one continues: texts in the source have longer lines, and headings
// are shorter.
const minParagraph = 60

// wrap returns the text with lines of at most width columns, as far as words allow. It leaves examples as they are, so
// that they can be copied.
func wrap(text string, width int) string {
	var wrapped strings.Builder
	for _, line := range joinParagraphs(strings.Split(text, "\n")) {
		if utf8.RuneCountInString(line) <= width || strings.HasPrefix(line, "  timsns ") {
			wrapped.WriteString(line + "\n")
			continue
		}
		wrapLine(&wrapped, line, width)
	}
	return strings.TrimRight(wrapped.String(), "\n") + "\n"
}

// joinParagraphs joins the lines of paragraphs that are not indented.
func joinParagraphs(lines []string) []string {
	var joined []string
	isOpen := false // whether the next line may continue the last one
	for _, line := range lines {
		isText := line != "" && !strings.HasPrefix(line, " ")
		if isOpen && isText {
			joined[len(joined)-1] += " " + line
		} else {
			joined = append(joined, line)
		}
		isOpen = isText && len(line) >= minParagraph
	}
	return joined
}

// wrapLine wraps a line. The lines after the first begin where its text does: after the name that it explains, if it
// begins with one.
func wrapLine(wrapped *strings.Builder, line string, width int) {
	body := strings.TrimLeft(line, " ")
	indent := len(line) - len(body)
	if _, text, isEntry := strings.Cut(body, "  "); isEntry && indent > 0 {
		body = strings.TrimLeft(text, " ")
	}
	start := strings.TrimSuffix(line, body)
	hanging := utf8.RuneCountInString(start)
	if hanging > width/2 { // there is more room below the name
		wrapped.WriteString(strings.TrimRight(start, " ") + "\n")
		hanging = indent + 4
		start = strings.Repeat(" ", hanging)
	}
	column := 0
	for word := range strings.FieldsSeq(body) {
		length := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			wrapped.WriteString(start)
			column = hanging
		case column+1+length > width:
			wrapped.WriteString("\n" + strings.Repeat(" ", hanging))
			column = hanging
		default:
			wrapped.WriteString(" ")
			column++
		}
		wrapped.WriteString(word)
		column += length
	}
	wrapped.WriteString("\n")
}
