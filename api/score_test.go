//go:build !race

package api_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// score counts the edits by kind.
type score struct{ made, noticed map[string]int }

func newScore() *score { return &score{map[string]int{}, map[string]int{}} }

func (s *score) count(edit edit, isNoticed bool) {
	for _, kind := range []string{edit.kind, "~all"} { // sorts last
		s.made[kind]++
		if isNoticed {
			s.noticed[kind]++
		}
	}
}

func (s *score) String() string {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(table, "edits of\tmade\tnoticed\tsurvive\tscore\t")
	for _, kind := range slices.Sorted(maps.Keys(s.made)) {
		made, noticed := s.made[kind], s.noticed[kind]
		_, _ = fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%.1f %%\t\n", strings.TrimPrefix(kind, "~"), made, noticed, made-noticed,
			100*float64(noticed)/float64(made))
	}
	_ = table.Flush()
	return text.String()
}
