package mutation

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// Score counts the edits by kind.
type Score struct{ made, noticed map[string]int }

// NewScore returns a score of no edits.
func NewScore() *Score { return &Score{map[string]int{}, map[string]int{}} }

// Count counts an edit.
func (s *Score) Count(edit Edit, isNoticed bool) {
	for _, kind := range []string{edit.kind, "~all"} { // sorts last
		s.made[kind]++
		if isNoticed {
			s.noticed[kind]++
		}
	}
}

// All returns the number of edits.
func (s *Score) All() int { return s.made["~all"] }

// String returns a table.
func (s *Score) String() string {
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
