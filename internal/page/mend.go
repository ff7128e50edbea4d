package page

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// maxDepth is how deep the objects and arrays of a sample may nest.
const maxDepth = 100

// removedComment is the one repair that is too common to report.
const removedComment = "a comment is not JSON"

// mender rewrites a sample as JSON with comments and trailing commas, which hujson reads. It knows at each token what
// JSON wants there, and keeps the lines.
type mender struct {
	lexer

	out   strings.Builder
	stack []byte // the marks that end the open objects and arrays
	want  want
}

// want is what JSON wants next.
type want int

const (
	wantValue want = iota
	wantName
	wantColon
	wantComma // or an end
)

func newMender(text string, line int) *mender {
	m := &mender{lexer: lexer{text: text, line: line, comments: map[int]string{}}}
	m.copy = func(text string) { m.out.WriteString(text) }
	return m
}

// mend rewrites the first value of the text, and returns what is wrong if it cannot.
func (m *mender) mend() string {
	for len(m.stack) > 0 || m.want != wantComma {
		t := m.next(m.want == wantName)
		if t.kind == endOfText {
			return m.finish()
		}
		if problem := m.token(t); problem != "" {
			return problem
		}
	}
	m.out.WriteByte('\n')
	return ""
}

// token rewrites a token, and returns what is wrong if it cannot.
func (m *mender) token(t token) string {
	switch t.kind {
	case beginMark:
		return m.begin(t.text)
	case endMark:
		m.end(t.text[0])
	case commaMark:
		m.comma()
	case colonMark:
		m.colon()
	case dots:
		m.ellipsis()
	case remark, endOfText:
	case quotedText, bareWord:
		return m.scalar(t)
	}
	return ""
}

// begin opens an object or an array.
func (m *mender) begin(mark string) string {
	if len(m.stack) == maxDepth {
		return fmt.Sprintf("line %d nests more than %d objects and arrays", m.line, maxDepth)
	}
	m.beforeValue()
	if m.want == wantName {
		return fmt.Sprintf("line %d: want a name, got %q", m.line, mark)
	}
	m.out.WriteString(mark)
	if mark == "{" {
		m.stack, m.want = append(m.stack, '}'), wantName
	} else {
		m.stack, m.want = append(m.stack, ']'), wantValue
	}
	return ""
}

// beforeValue adds what is missing between the last token and a value or name.
func (m *mender) beforeValue() {
	switch m.want {
	case wantComma:
		m.repair("a comma is missing")
		m.out.WriteByte(',')
		m.want = wantValue
		if m.isObject() {
			m.want = wantName
		}
	case wantColon:
		m.repair("a colon is missing")
		m.out.WriteByte(':')
		m.want = wantValue
	case wantName, wantValue:
	}
}

func (m *mender) isObject() bool { return len(m.stack) > 0 && m.stack[len(m.stack)-1] == '}' }

// scalar writes a name, or a value other than an object or array.
func (m *mender) scalar(t token) string {
	m.beforeValue()
	text := t.text
	if t.kind == bareWord && (m.want == wantName || !isLiteral(text)) {
		m.repair("a name or text is not quoted")
		text = quoted(text)
	}
	if m.want != wantName {
		m.want = wantComma
		m.out.WriteString(text)
		return ""
	}
	if trimmed := strings.TrimSpace(text[1 : len(text)-1]); len(trimmed) != len(text)-2 {
		m.repair("a name has blanks around it")
		text = `"` + trimmed + `"`
	}
	m.want = wantColon
	m.out.WriteString(text)
	return ""
}

func (m *mender) comma() {
	switch {
	case m.want == wantValue && m.isObject():
		m.completeMember()
	case m.want != wantComma:
		m.repair("a comma follows nothing")
		return
	}
	m.out.WriteByte(',')
	m.want, m.afterComma = wantValue, true
	if m.isObject() {
		m.want = wantName
	}
}

func (m *mender) colon() {
	if m.want != wantColon {
		m.repair("a colon follows no name")
		return
	}
	m.out.WriteByte(':')
	m.want = wantValue
}

// ellipsis drops the dots that stand for more of the same. As the value of a name, they become null.
func (m *mender) ellipsis() {
	m.repair("dots stand for what the sample leaves out")
	if m.isObject() && m.want == wantValue {
		m.out.WriteString("null")
		m.want = wantComma
	}
}

// end closes an object or array, and before it those inside it that have no end. An end of nothing is dropped, and so
// is the end of the whole sample if more members follow.
func (m *mender) end(mark byte) {
	if !slices.Contains(m.stack, mark) || len(m.stack) == 1 && moreMembers.MatchString(m.rest()) {
		m.repair(fmt.Sprintf("%q ends nothing", mark))
		return
	}
	for m.stack[len(m.stack)-1] != mark {
		m.addEnd()
	}
	m.closeTop()
}

var moreMembers = regexp.MustCompile(`^\s*,\s*"`)

// addEnd closes the innermost object or array, whose end is missing.
func (m *mender) addEnd() {
	m.repair(fmt.Sprintf("%q is missing", m.stack[len(m.stack)-1]))
	m.closeTop()
}

func (m *mender) closeTop() {
	m.completeMember()
	m.out.WriteByte(m.stack[len(m.stack)-1])
	m.stack, m.want = m.stack[:len(m.stack)-1], wantComma
}

// completeMember adds what the last member of an object lacks.
func (m *mender) completeMember() {
	switch {
	case m.afterComma:
		m.repair("a comma follows the last element")
	case m.want == wantColon:
		m.repair("a value is missing")
		m.out.WriteString(":null")
	case m.want == wantValue && m.isObject():
		m.repair("a value is missing")
		m.out.WriteString("null")
	}
	m.afterComma = false
}

// finish ends what is still open at the end of the text.
func (m *mender) finish() string {
	if len(m.stack) == 0 {
		return "want an object"
	}
	if strings.HasSuffix(m.text, "\n") {
		m.line-- // the last line, not the one behind it
	}
	for len(m.stack) > 0 {
		m.addEnd()
	}
	m.out.WriteByte('\n')
	return ""
}
