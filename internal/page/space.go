package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// skip copies white space and comments.
func (l *lexer) skip() {
	for l.offset < len(l.text) {
		rest := l.rest()
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == '\n':
			l.line++
			fallthrough
		case r == ' ' || r == '\t':
			l.copy(rest[:1])
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			l.repair("white space is not that of JSON")
			l.copy(" ")
		case strings.HasPrefix(rest, "/*"):
			size = l.blockComment(rest)
		case r == '/' || r == '#':
			size = l.lineComment(rest)
		default:
			return
		}
		l.offset += size
	}
}

// hiddenText is where a comment ends at the latest that hides the rest of a sample.
var hiddenText = regexp.MustCompile(`"\w+"\s*:|[{}\[\]]`)

// lineComment copies the comment at the beginning of rest, and returns its length. Its mark may be a single slash. Some
// copies of pages have each sample on one line, where the comment has no end, so that its end is a guess.
func (l *lexer) lineComment(rest string) int {
	size := len(rest)
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		size = i
	}
	if strings.TrimLeft(rest[size:], " \t\n") == "" {
		if at := hiddenText.FindStringIndex(rest[:size]); at != nil {
			l.repair("the end of a comment is a guess, since the sample goes on in its line")
			size = at[0]
		}
	}
	l.repair(removedComment)
	l.comments[l.line] = strings.Trim(rest[:size], "/# \t")
	l.copy("//" + strings.TrimLeft(rest[:size], "/#"))
	if !strings.HasPrefix(rest[size:], "\n") {
		l.copy("\n")
	}
	return size
}

func (l *lexer) blockComment(rest string) int {
	size := len(rest)
	if i := strings.Index(rest[2:], "*/"); i >= 0 {
		size = i + 4
	}
	l.repair(removedComment)
	comment := rest[:size]
	l.comments[l.line] = strings.Trim(comment, "/* \t\n")
	newlines := strings.Count(comment, "\n")
	l.line += newlines
	l.copy(strings.Repeat("\n", newlines) + " ")
	return size
}
