package main

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// foldHelp makes the help of all commands fit the terminal.
func foldHelp(root *cobra.Command, out io.Writer) {
	help := root.HelpFunc()
	root.SetHelpFunc(func(command *cobra.Command, arguments []string) {
		width := widthOf(out)
		if width == 0 {
			help(command, arguments)
			return
		}
		var text strings.Builder
		command.SetOut(&text)
		help(command, arguments)
		command.SetOut(out)
		_, _ = io.WriteString(out, fold(text.String(), width)) // runContext reports the error
	})
}

// fold breaks the lines of a help text that have more columns than the width. What follows is indented like the line or,
// in a table, like its last column. The next line of the same paragraph continues it. A command line stays whole, so
// that it can be copied.
func fold(text string, width int) string {
	var folded strings.Builder
	rest, restIndent := "", -1
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n")
		indent, words, hanging := partsOf(line)
		switch {
		case rest == "":
		case indent == restIndent && hanging == indent && continues(words):
			line = strings.Repeat(" ", indent) + rest + " " + words
		default:
			folded.WriteString(strings.Repeat(" ", restIndent) + rest + "\n")
		}
		if hanging > width/2 {
			hanging = max(indent, width/4) // a narrow column would be hard to read
		}
		rest, restIndent = "", hanging
		if !strings.HasPrefix(words, "timsns ") {
			line, rest = foldLine(line, width, hanging)
		}
		folded.WriteString(line + "\n")
	}
	if rest != "" {
		folded.WriteString(strings.Repeat(" ", restIndent) + rest + "\n")
	}
	return folded.String()
}

// item begins an item of a list.
const item = "- "

// continues reports whether a line may continue the one before.
func continues(words string) bool {
	return words != "" && !strings.HasPrefix(words, item) && !strings.HasPrefix(words, "timsns ")
}

// partsOf returns how far a line is indented, its words, and how far the lines are that continue it: like its last
// column, or like the text of an item.
func partsOf(line string) (indent int, words string, hanging int) {
	words = strings.TrimLeft(line, " ")
	indent = len(line) - len(words)
	hanging = indent
	if strings.HasPrefix(words, item) {
		hanging += len(item)
	}
	if gap := strings.LastIndex(words, "  "); gap >= 0 {
		hanging = indent + utf8.RuneCountInString(words[:gap+2])
	}
	return indent, words, hanging
}

// foldLine breaks a line before the last word that fits, as often as needed. The rest is what remains of its last line.
func foldLine(line string, width, hanging int) (folded, rest string) {
	for utf8.RuneCountInString(line) > width {
		before := len(string([]rune(line)[:width+1]))
		at := strings.LastIndex(line[:before], " ")
		if at <= hanging {
			break // a long word
		}
		folded += strings.TrimRight(line[:at], " ") + "\n"
		line = strings.Repeat(" ", hanging) + line[at+1:]
		rest = line
	}
	if rest == "" {
		return line, ""
	}
	return strings.TrimSuffix(folded, "\n"), strings.TrimSpace(rest)
}
