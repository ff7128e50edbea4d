package snippet

import (
	"regexp"
	"strings"
)

// plain matches arguments that mean themselves in a POSIX shell.
var plain = regexp.MustCompile(`^[\w@%+:,./-]+(=[\w@%+:=,./-]*)?$`)

// Quote returns an argument for a POSIX shell, in quotes if it needs them.
func Quote(argument string) string {
	if plain.MatchString(argument) {
		return argument
	}
	return "'" + strings.ReplaceAll(argument, "'", `'\''`) + "'"
}

func commandLine(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = Quote(word)
	}
	return strings.Join(quoted, " ")
}
