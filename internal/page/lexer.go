package page

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexer reads the tokens of a sample, and mends them one by one.
type lexer struct {
	text     string
	offset   int
	line     int
	copy     func(text string) // writes white space and comments
	comments map[int]string
	repairs  []Repair

	afterComma bool // whether nothing follows the last comma yet
}

type token struct {
	kind tokenKind
	text string // valid JSON, but for bare words
}

type tokenKind int

const (
	endOfText tokenKind = iota
	beginMark
	endMark
	commaMark
	colonMark
	quotedText
	bareWord // a number, a literal or text without quotes
	dots
	remark // text other than JSON and names without quotes
)

// repair records a repair in the current line.
func (l *lexer) repair(reason string) {
	if i := slices.IndexFunc(l.repairs, func(r Repair) bool { return r.Reason == reason }); i >= 0 {
		l.repairs[i].Count++
		return
	}
	l.repairs = append(l.repairs, Repair{l.line, reason, 1})
}

func (l *lexer) rest() string { return l.text[l.offset:] }

// wideMarks are the marks of Chinese text that stand for those of JSON.
var wideMarks = map[rune]string{'，': ",", '：': ":", '｛': "{", '｝': "}", '［': "[", '］': "]", '【': "[", '】': "]", '、': ","}

// next returns the next token. If a name may stand there, a word without quotes is one, not a remark.
func (l *lexer) next(wantsName bool) token {
	l.skip()
	rest := l.rest()
	if rest == "" {
		return token{kind: endOfText}
	}
	r, size := utf8.DecodeRuneInString(rest)
	if mark, ok := wideMarks[r]; ok {
		l.repair("a mark of Chinese text stands for one of JSON")
		return l.mark(mark, size)
	}
	switch {
	case strings.ContainsRune("{}[],:", r):
		return l.mark(rest[:1], 1)
	case strings.HasPrefix(rest, "..") || r == '…':
		l.offset += len(rest) - len(strings.TrimLeft(rest, ".…"))
		return token{kind: dots}
	case strings.ContainsRune(`"'“”‘’`, r):
		l.afterComma = false
		return l.quoted(r, size)
	default:
		return l.word(wantsName)
	}
}

func (l *lexer) mark(mark string, size int) token {
	l.offset += size
	kind := map[string]tokenKind{"{": beginMark, "[": beginMark, "}": endMark, "]": endMark, ",": commaMark, ":": colonMark}[mark]
	if kind == beginMark {
		l.afterComma = false
	}
	return token{kind, mark}
}

// closing are the marks that end a text that begins with another mark than that of JSON.
var closing = map[rune]string{'"': `"`, '\'': `'`, '“': `”"“`, '”': `”"“`, '‘': `’'‘`, '’': `’'‘`}

// quoted reads a text in quotes. Without an end, it reaches to the end of the line.
func (l *lexer) quoted(mark rune, size int) token {
	rest := l.rest()[size:]
	length, next := closedAt(rest, closing[mark])
	if length < 0 {
		l.repair("the end of a text is missing")
		line, _, _ := strings.Cut(rest, "\n")
		length = len(strings.TrimRight(line, ", \t\r}]”"))
		next = len(strings.TrimRight(line, ", \t\r}]"))
	}
	if mark != '"' {
		l.repair("a text is in quotes that are not those of JSON")
	}
	l.offset += size + next
	return token{quotedText, l.escaped(rest[:length])}
}

// closedAt returns where a text ends, and the offset behind its end, or -1 if it does not end in its line. A quote
// before a letter is part of the text if another one follows.
func closedAt(rest, marks string) (length, next int) {
	for i := 0; i < len(rest) && rest[i] != '\n'; {
		r, size := utf8.DecodeRuneInString(rest[i:])
		after := rest[i+size:]
		if r == '\\' && after != "" && after[0] != '\n' {
			_, escaped := utf8.DecodeRuneInString(after)
			size += escaped
		} else if strings.ContainsRune(marks, r) {
			following, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \t"))
			another := strings.IndexAny(after, marks+"\n")
			if !unicode.IsLetter(following) || another < 0 || after[another] == '\n' {
				return i, i + size
			}
		}
		i += size
	}
	return -1, 0
}

var escapePattern = regexp.MustCompile(`\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})|\\|"|[\x00-\x1f]`)

// escaped returns text in quotes. Escapes that JSON knows remain.
func (l *lexer) escaped(content string) string {
	return `"` + escapePattern.ReplaceAllStringFunc(content, func(found string) string {
		if len(found) > 1 {
			return found
		}
		l.repair("a character in a text needs an escape")
		if found == `\` {
			return ""
		}
		encoded := quoted(found)
		return encoded[1 : len(encoded)-1]
	}) + `"`
}

// quoted returns content as a text of JSON.
func quoted(content string) string {
	encoded, err := json.Marshal(content)
	if err != nil {
		return `""` // which does not happen: every string has an encoding
	}
	return string(encoded)
}

var (
	literal       = regexp.MustCompile(`^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$`)
	leadLiteral   = regexp.MustCompile(`^(-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false|null)\s+\S`)
	wordEnd       = regexp.MustCompile(`[,{}\[\]:"\n，：｛｝［］【】]|//|/\*|\s[/#]`)
	followedColon = regexp.MustCompile(`^"?\s*[:：]`)
)

func isLiteral(word string) bool { return literal.MatchString(word) }

// word reads a word without quotes. Where a name is wanted, and after a number, it may be a remark, which is dropped.
func (l *lexer) word(wantsName bool) token {
	rest := l.rest()
	size := len(rest)
	if at := wordEnd.FindStringIndex(rest); at != nil {
		size = max(at[0], 1)
	}
	word := strings.TrimSpace(rest[:size])
	l.offset += size
	if wantsName && !followedColon.MatchString(l.rest()) {
		l.repair("a remark is not marked as a comment")
		return token{kind: remark}
	}
	l.afterComma = false
	if wantsName && strings.HasPrefix(l.rest(), `"`) {
		l.offset++
	}
	if found := leadLiteral.FindStringSubmatch(word); found != nil {
		l.repair("a remark is not marked as a comment")
		word = found[1]
	}
	return token{bareWord, word}
}
