package page

import (
	"regexp"
	"strings"
)

// block is a part of a page: one heading, paragraph line, fence or table.
type block struct {
	kind  blockKind
	line  int      // where it begins; in a fence, the line of its first line of text
	level int      // of a heading
	text  string   // markdown; in a fence, the text itself
	rows  []tabled // of a table, without the row of dashes
}

type blockKind int

const (
	isText blockKind = iota
	isHeading
	isFence
	isTable
)

var (
	quotePattern   = regexp.MustCompile(`^[\s\x{a0}]*(?:>[!?-]?[ \t]?)*`)
	headingPattern = regexp.MustCompile(`^(#{1,6}|#{2,6}[^#\s].*|#{1,6}\s.*)$`)
	fencePattern   = regexp.MustCompile("^(?:[-*+][ \t]+)?(`{3,}|~{3,}|:::)[ \t]*(.*)$")
	fenceInfo      = regexp.MustCompile(`^[\w+-]+(?:[ \t]+[\w+-]+)*[ \t]*$`)
)

// scanner splits a page into blocks. It takes each line once.
type scanner struct {
	lines  []string
	emit   func(block)
	report func(line int, kind Kind, format string, arguments ...any)
}

// scan emits the blocks of a text.
func (s *scanner) scan(text string) {
	s.lines = strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
	for i := 0; i < len(s.lines); {
		switch line := unquoted(s.lines[i]); {
		case fencePattern.MatchString(line):
			i = s.fence(i)
		case strings.HasPrefix(strings.TrimLeft(line, "` "), "{"):
			i = s.bare(i)
		case s.beginsTable(i):
			i = s.table(i)
		case htmlTable.MatchString(line):
			i = s.html(i)
		case headingPattern.MatchString(line):
			text := strings.TrimLeft(line, "#")
			level := len(line) - len(text)
			s.emit(block{kind: isHeading, line: i + 1, level: level, text: strings.Trim(text, "# \t")})
			i++
		default:
			s.emit(block{kind: isText, line: i + 1, text: line})
			i++
		}
	}
}

// unquoted returns a line without the marks of quotes and notes, which the vendor writes as ">!", and without the
// blanks around it.
func unquoted(line string) string {
	return strings.TrimSpace(line[len(quotePattern.FindString(line)):])
}

// bare emits a sample without a fence, and returns the line after it: where all its braces are closed, or the next
// heading.
func (s *scanner) bare(begin int) int {
	b := block{kind: isFence, line: begin + 1}
	var text strings.Builder
	depth, i := 0, begin
	for ; i < len(s.lines); i++ {
		line := strings.Trim(unquoted(s.lines[i]), "`")
		if headingPattern.MatchString(line) {
			break
		}
		text.WriteString(line + "\n")
		if depth += strings.Count(line, "{") - strings.Count(line, "}"); depth <= 0 {
			i++
			break
		}
	}
	b.text = text.String()
	s.emit(b)
	return i
}

// fence emits the fence that begins at a line, and returns the line after it. Text may stand beside either mark.
func (s *scanner) fence(begin int) int {
	parts := fencePattern.FindStringSubmatch(unquoted(s.lines[begin]))
	mark, beside := parts[1], parts[2]
	isQuoted := strings.HasPrefix(strings.TrimSpace(s.lines[begin]), ">")
	next := begin + 1
	if beside != "" && !fenceInfo.MatchString(beside) {
		s.lines[begin], next = strings.TrimLeft(beside, "`~: "), begin
	}
	b := block{kind: isFence, line: next + 1}
	b.text, next = s.fenceText(next, mark, isQuoted)
	s.emit(b)
	return next
}

// fenceText returns the text of a fence, and the line after it. A heading that belongs to every page, or the beginning
// of another fence, shows that the end mark is missing.
func (s *scanner) fenceText(begin int, mark string, isQuoted bool) (string, int) {
	var text strings.Builder
	for i := begin; i < len(s.lines); i++ {
		line := s.lines[i]
		if isQuoted {
			line = strings.TrimPrefix(strings.TrimLeft(line, " \t"), ">")
		}
		trimmed := unquoted(line)
		isHeading := headingPattern.MatchString(trimmed) && sectionOf(strings.TrimLeft(trimmed, "#")) != unknown
		if isHeading || strings.HasPrefix(trimmed, mark) && strings.Trim(trimmed, mark[:1]) != "" {
			s.report(i+1, KindLayout, "want the end of the fence that begins at line %d", begin)
			return text.String(), i
		}
		before, _, isEnd := strings.Cut(line, mark)
		if !isEnd || strings.TrimSpace(before) != "" {
			text.WriteString(before + "\n")
		}
		if isEnd {
			return text.String(), i + 1
		}
	}
	s.report(begin, KindLayout, "want the end of the fence")
	return text.String(), len(s.lines)
}
