package page

import (
	"regexp"
	"slices"
	"strings"
)

// Field is a row of a table of fields.
type Field struct {
	Name string // as in JSON, or dotted, such as ErrorList.To_Account

	// Types are those that the table allows, and TypeText is what it says, such as uint64_t/string/bytes. Elements are
	// the types of an array's elements, which few pages state.
	Types, Elements []Type
	TypeText        string

	Required     Required
	RequiredText string // what the table says, such as the condition

	Description string // plain text; each line break and list item begins a line
	Prose              // what the description says in a form that is known

	Links []Link
	Line  int
}

// Type is a type of JSON values, as schemas name it.
type Type string

// The types of JSON values.
const (
	Object  Type = "object"
	Array   Type = "array"
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
)

// Required says whether a request must contain a field.
type Required string

// Whether a field is required.
const (
	RequiredYes         Required = "yes"
	RequiredNo          Required = "no"
	RequiredConditional Required = "conditional" // RequiredText says when
	RequiredUnknown     Required = "unknown"     // responses, and cells that are empty
)

var (
	identifier   = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(?:(?:\[\])?\.[A-Za-z_][A-Za-z0-9_]*)*$`)
	notName      = regexp.MustCompile(`^[^A-Za-z0-9_\p{Han}]+|\s*[（(][^()（）]*[)）]$|(?:\[\]|[\s*])+$`)
	unionPattern = regexp.MustCompile(`(?i)[/|,、]|\bor\b|或|или`)
	typeWord     = regexp.MustCompile(`[\pL][\pL\d_]*(?:\[\])?|\[\]`)
	yesPattern   = regexp.MustCompile(`(?i)^(?:yes|y|true|required|mandatory|must|必填|必须|必选|是|да|обязательно|обязательное|обязательный|はい|必須|필수)$`)
	noPattern    = regexp.MustCompile(`(?i)^(?:no|n|false|optional|not required|选填|可选|非必填|否|нет|необязательно|необязательное|необязательный|опционально|いいえ|任意|オプション|選択|선택)$`)
)

// typeWords are the words for types in all languages, in lower case.
var typeWords = map[string]Type{
	"string": String, "str": String, "char": String, "bytes": String, "byte": String, "text": String, "字符串": String,
	"строка": String, "文字列": String, "string_array": Array,
	"integer": Integer, "int": Integer, "long": Integer, "uint": Integer, "int32": Integer, "uint32": Integer,
	"int64": Integer, "uint64": Integer, "uint32_t": Integer, "uint64_t": Integer, "int32_t": Integer, "int64_t": Integer,
	"整数": Integer, "整型": Integer, "целое": Integer, "unsigned": Integer, "timestamp": Integer,
	"number": Number, "float": Number, "double": Number, "数字": Number, "число": Number, "数値": Number,
	"bool": Boolean, "boolean": Boolean, "布尔": Boolean, "布尔值": Boolean, "логический": Boolean,
	"object": Object, "obj": Object, "json": Object, "map": Object, "struct": Object, "dict": Object, "对象": Object,
	"объект": Object, "オブジェクト": Object,
	"array": Array, "list": Array, "[]": Array, "数组": Array, "массив": Array, "配列": Array,
}

// maxFields is how many rows the fields of a request or response may have.
const maxFields = 1000

// fields reads a table of fields: name, type, whether it is required if there are four columns, and description.
func (r *reader) fields(b block) {
	fields := &r.page.Request
	if r.section.isResponse() {
		fields = &r.page.Response
	}
	for _, row := range b.rows[1:] {
		if len(*fields) == maxFields {
			r.reportf(row.line, KindLayout, "want at most %d fields", maxFields)
			return
		}
		name := notName.ReplaceAllString(plain(row.cells[0]), "")
		if name == "" {
			continue
		}
		field := newField(name, row.line, strings.Join(row.cells[2:], "\n"))
		if len(row.cells) > 3 {
			field = newField(name, row.line, strings.Join(row.cells[3:], "\n"))
			field.RequiredText = plain(row.cells[2])
			field.Required = requiredOf(field.RequiredText)
		}
		field.setType(plain(row.cells[1]))
		r.checkField(field)
		*fields = append(*fields, field)
	}
}

func (r *reader) checkField(field Field) {
	if !identifier.MatchString(field.Name) {
		r.reportf(field.Line, KindName, "want the name of a field, got %q", clipped(field.Name))
	}
	if len(field.Types) == 0 {
		r.reportf(field.Line, KindType, "%s: want a type, got %q", clipped(field.Name), clipped(field.TypeText))
	}
	place := namedField{r.section.isResponse(), field.Name}
	if first := r.lines[place]; first != 0 {
		r.reportf(field.Line, KindName, "%s has another row, at line %d", clipped(field.Name), first)
	} else {
		r.lines[place] = field.Line
	}
}

// newField returns a field without a type. The description is markdown.
func newField(name string, line int, description string) Field {
	text, links := readText(description, line)
	return Field{Name: name, Line: line, Required: RequiredUnknown, Description: text, Links: links}
}

// setType reads the type of a field: words that a slash or anything else separates.
func (f *Field) setType(text string) {
	f.TypeText = text
	words := typeWord.FindAllString(strings.ToLower(strings.ReplaceAll(text, "_array", " array")), -1)
	for _, word := range words {
		bare, isArray := strings.CutSuffix(word, "[]")
		found, isKnown := typeWords[bare]
		if !isKnown {
			found, isKnown = typeWords[strings.TrimSuffix(bare, "s")]
		}
		if isKnown && bare != "" && (len(f.Types) == 0 || f.Types[len(f.Types)-1] != found) {
			f.Types = append(f.Types, found)
		}
		if isArray {
			f.Types = append(f.Types, Array)
		}
	}
	// Without a slash, "Array of String", "Array<Object>" and "String[]" are one type.
	isUnion := unionPattern.MatchString(text)
	if !isUnion && len(f.Types) > 1 && slices.Contains(f.Types, Array) {
		f.Elements = slices.DeleteFunc(f.Types, func(t Type) bool { return t == Array })
		f.Types = []Type{Array}
	}
	f.Types = unique(f.Types)
}

// requiredOf reads the cell that says whether a field is required.
func requiredOf(text string) Required {
	trimmed := strings.Trim(text, " *.。")
	switch {
	case trimmed == "" || trimmed == "-" || trimmed == "/":
		return RequiredUnknown
	case yesPattern.MatchString(trimmed):
		return RequiredYes
	case noPattern.MatchString(trimmed):
		return RequiredNo
	}
	return RequiredConditional
}

// unique returns the values without repetitions, in the order of their first occurrence.
func unique[T comparable](values []T) []T {
	var found []T
	isKnown := map[T]bool{}
	for _, value := range values {
		if !isKnown[value] {
			found = append(found, value)
		}
		isKnown[value] = true
	}
	return found
}

// clipped returns text for a message, cut where it becomes too long to read.
func clipped(text string) string {
	const limit = 60
	if letters := []rune(text); len(letters) > limit {
		return string(letters[:limit]) + "…"
	}
	return text
}
