package api

import "strings"

// suggestOrList asks whether the name is a misspelling of one of the known names, or lists them if they are few.
func suggestOrList(name string, known []string) string {
	if meant := closest(name, known); meant != "" {
		return "did you mean " + meant + "?"
	}
	return "want " + listOf(known)
}

// didYouMean returns a question to end a message with, or "".
func didYouMean(name string, known []string) string {
	if meant := closest(name, known); meant != "" {
		return "; did you mean " + meant + "?"
	}
	return ""
}

// listOf returns the names as "a, b or c".
func listOf(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// closest returns the name that needs the fewest edits, or "" if none is similar.
func closest(name string, known []string) string {
	best, fewest := "", max(2, len(name)/4)+1
	for _, candidate := range known {
		if edits := distance(strings.ToLower(name), strings.ToLower(candidate)); edits < fewest && edits < len(candidate) {
			best, fewest = candidate, edits
		}
	}
	if best == "" && len(name) >= shortestPrefix {
		for _, candidate := range known {
			if strings.HasPrefix(candidate, name) {
				return candidate
			}
		}
	}
	return best
}

// shortestPrefix is the number of letters from which a name may be the beginning of another one.
const shortestPrefix = 5

// distance returns how many characters must be inserted, deleted or replaced (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, letter := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, other := range to {
			replaced := diagonal
			if letter != other {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
