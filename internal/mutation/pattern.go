package mutation

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	anchors     = regexp.MustCompile(`^\^|\$$`)
	repetitions = regexp.MustCompile(`\{(\d+),(\d*)\}`)
	groups      = regexp.MustCompile(`\([^()]*\|[^()]*\)`)
	letters     = regexp.MustCompile(`\[A-Za-z\]`)
)

// patternsLike returns patterns that differ from a pattern in one detail: an anchor, the bound of a repetition, an
// alternative, or a set of letters.
func patternsLike(pattern string) []string {
	var found []string
	change := func(part *regexp.Regexp, others func(text string) []string) {
		for _, at := range part.FindAllStringIndex(pattern, -1) {
			for _, other := range others(pattern[at[0]:at[1]]) {
				found = append(found, pattern[:at[0]]+other+pattern[at[1]:])
			}
		}
	}
	change(anchors, func(string) []string { return []string{""} })
	change(repetitions, boundsLike)
	change(groups, alternativesOf)
	change(letters, func(string) []string { return []string{"[a-z]", "[A-Z]", "[A-Za-z0-9]"} })
	return found
}

// boundsLike returns repetitions such as {1,8} with one bound moved by one.
func boundsLike(text string) []string {
	bounds := repetitions.FindStringSubmatch(text)[1:]
	var found []string
	for i := range bounds {
		for _, shift := range []int{-1, 1} {
			bound, err := strconv.Atoi(bounds[i])
			if err != nil || bound+shift < 0 {
				continue // no upper bound, or none below 0
			}
			moved := slices.Clone(bounds)
			moved[i] = strconv.Itoa(bound + shift)
			found = append(found, fmt.Sprintf("{%s,%s}", moved[0], moved[1]))
		}
	}
	return found
}

// alternativesOf returns a group such as (a|b|c) without one of its alternatives.
func alternativesOf(group string) []string {
	alternatives := strings.Split(strings.Trim(group, "()"), "|")
	found := make([]string, len(alternatives))
	for i := range alternatives {
		found[i] = "(" + strings.Join(slices.Delete(slices.Clone(alternatives), i, i+1), "|") + ")"
	}
	return found
}
