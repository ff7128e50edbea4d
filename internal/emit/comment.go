package emit

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// commentWidth leaves room for the indentation of fields within the 120 columns of a line.
const commentWidth = 116

// article matches descriptions that name a thing instead of saying what it does.
var article = regexp.MustCompile(`^(A|An|The) `)

// describe returns the comment of a Go name from the sentences of the document: "Adds friends." becomes "FriendAdd adds
// friends.", and "The UserID." becomes "FromAccount is the UserID." The verb is what precedes an article. Advice is
// x-go-doc, if there is one, which becomes a paragraph of its own.
func describe(name, verb, description string, advice any) string {
	if article.MatchString(description) {
		name += " " + verb
	}
	description = strings.TrimSpace(description)
	if !strings.HasPrefix(description, "TODO") {
		description = codegen.LowercaseFirstCharacter(description)
	}
	text := name + " " + description
	if advice, ok := advice.(string); ok {
		text += "\n\n" + strings.TrimSpace(advice)
	}
	return comment(text)
}

// comment returns text as a comment. It wraps the lines, except those of code, which begin with a tab. The lines of
// lists begin with spaces.
func comment(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "\t"):
			lines = append(lines, "//"+line)
		case strings.HasPrefix(line, "  - "):
			lines = append(lines, wrap("//   -", "//    ", line[len("  - "):])...)
		default:
			lines = append(lines, wrap("//", "//", line)...)
		}
	}
	return strings.Join(lines, "\n")
}

// wrap returns the lines of a paragraph, the first and the other ones each after their prefix.
func wrap(first, other, paragraph string) []string {
	lines := []string{first}
	for word := range strings.FieldsSeq(paragraph) {
		last := &lines[len(lines)-1]
		isEmpty := *last == first || *last == other
		if !isEmpty && utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) > commentWidth {
			lines = append(lines, other)
			last = &lines[len(lines)-1]
		}
		*last += " " + word
	}
	return lines
}

// listed returns words as a list of English, such as "a, b or c".
func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}

// idempotence says when a call of an operation that is idempotent by a key is repeated.
func idempotence(o operation) string {
	names := make([]string, len(o.Key))
	for i, field := range o.Key {
		names[i] = field.Name
	}
	all := "all of them"
	switch len(names) {
	case 1:
		all = "it"
	case 2:
		all = "both"
	}
	text := "Idempotent by " + listed(names, "and") + ": a call that sets " + all + " is repeated after a failure, since the service recognizes a second one"
	if o.KeySeconds > 0 {
		text += fmt.Sprintf(" for %d seconds", o.KeySeconds)
	}
	return text + "."
}
