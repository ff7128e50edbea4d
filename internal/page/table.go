package page

import (
	"cmp"
	"regexp"
	"strings"
)

// tabled is a row of a table: the markdown of its cells.
type tabled struct {
	line  int
	cells []string
}

// dashes is the row below the header of a table. Its number of dashes and columns means nothing.
var dashes = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$`)

func (s *scanner) beginsTable(i int) bool {
	return i+1 < len(s.lines) && strings.Contains(s.lines[i], "|") && dashes.MatchString(unquoted(s.lines[i+1]))
}

// table emits the table that begins at a line, and returns the line after it.
func (s *scanner) table(begin int) int {
	b := block{kind: isTable, line: begin + 1}
	b.rows = append(b.rows, tabled{begin + 1, splitRow(unquoted(s.lines[begin]), 0)})
	columns := min(len(b.rows[0].cells), maxColumns)
	i := begin + 2
	for ; i < len(s.lines); i++ {
		first := i + 1
		line := s.joinRow(&i, columns)
		if line == "" || strings.HasPrefix(line, "<") && !strings.Contains(line, "|") {
			if s.continues(i + 1) {
				continue
			}
			break
		}
		if !strings.Contains(line, "|") || s.beginsTable(i) || headingPattern.MatchString(line) {
			break
		}
		b.rows = append(b.rows, tabled{first, splitRow(line, columns)})
	}
	s.emit(b)
	return i
}

// continues reports whether a row follows a line that is empty or a stray tag, which should end the table.
func (s *scanner) continues(i int) bool {
	return i < len(s.lines) && strings.HasPrefix(unquoted(s.lines[i]), "|") && !s.beginsTable(i)
}

// joinRow returns the row at a line. A cell may contain a line break: then the row has too few columns and no pipe at
// its end, and goes on in the next line, to which joinRow moves i.
func (s *scanner) joinRow(i *int, columns int) string {
	line := unquoted(s.lines[*i])
	for strings.HasPrefix(line, "|") && !strings.HasSuffix(line, "|") && *i+1 < len(s.lines) {
		next := unquoted(s.lines[*i+1])
		isRest := next != "" && !strings.HasPrefix(next, "|") && !headingPattern.MatchString(next)
		if !isRest || len(line) > maxCell || len(splitRow(line, 0))+len(splitRow(next, 0))-1 > columns {
			break
		}
		line += "<br>" + next
		*i++
	}
	return line
}

// maxColumns is how many columns of a table are read.
const maxColumns = 20

// maxCell is a length in bytes that no row reaches by accident.
const maxCell = 20_000

// splitRow returns the cells of a row. If columns is not 0, it returns that many: further cells belong to the last one,
// since a description may contain a pipe.
func splitRow(line string, columns int) []string {
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	var cells []string
	begin := 0
	for i := range len(line) {
		isPipe := line[i] == '|' && (i == 0 || line[i-1] != '\\')
		if isPipe && (columns == 0 || len(cells) < columns-1) {
			cells = append(cells, strings.TrimSpace(line[begin:i]))
			begin = i + 1
		}
	}
	cells = append(cells, strings.TrimSpace(line[begin:]))
	for len(cells) < columns {
		cells = append(cells, "")
	}
	return cells
}

var (
	htmlTable = regexp.MustCompile(`(?i)^<table\b`)
	htmlEnd   = regexp.MustCompile(`(?i)</table>`)
	htmlRow   = regexp.MustCompile(`(?i)<tr\b[^<>]*>`)
	htmlCell  = regexp.MustCompile(`(?i)<t[hd]\b[^<>]*>`)
)

// html emits the HTML table that begins at a line, and returns the line after it.
func (s *scanner) html(begin int) int {
	next := begin
	for next < len(s.lines) && !headingPattern.MatchString(unquoted(s.lines[next])) {
		next++
		if htmlEnd.MatchString(s.lines[next-1]) {
			break
		}
	}
	b := block{kind: isTable, line: begin + 1}
	line, columns := begin+1, 0
	for i, row := range htmlRow.Split(strings.Join(s.lines[begin:next], "\n"), -1) {
		cells := htmlCell.Split(strings.ReplaceAll(row, "\n", " "), -1)[1:]
		if i > 0 && len(cells) > 0 {
			columns = cmp.Or(columns, min(len(cells), maxColumns))
			b.rows = append(b.rows, tabled{line, append(cells, make([]string, columns)...)[:columns]})
		}
		line += strings.Count(row, "\n")
	}
	if len(b.rows) > 0 {
		s.emit(b)
	}
	return next
}
