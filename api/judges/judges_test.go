package judges

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

// TestValidators_agree compares the validators on the whole corpus. With -v it logs how many messages each accepts.
func TestValidators_agree(t *testing.T) {
	document, err := api.Open(timsns.Document, os.DirFS("../fixtures")) // with refused fixtures
	require.NoError(t, err)
	exchanges, err := corpus.Load(document, nil)
	require.NoError(t, err)
	judges := []judge{newOwn(t), newKin(t), newLibopenapi(t)}
	errs := ask(judges, exchanges)
	t.Log(table(judges, exchanges, errs))
	explained := newExplained(t)
	for i, exchange := range exchanges {
		for j, judge := range judges {
			if accepts := errs[i][j] == nil; accepts != exchange.Good {
				assert.True(t, explained.find(judge.name, accepts, exchange),
					"%s accepts: %t, the corpus: %t: %s: %s: %v", judge.name, accepts, exchange.Good, exchange.Command, exchange.Case(), errs[i][j])
			}
		}
	}
	explained.assertAllNeeded(t)
}

// ask returns the error of each validator for each exchange.
func ask(judges []judge, exchanges []corpus.Exchange) [][]error {
	errs := make([][]error, len(exchanges))
	workers := runtime.NumCPU()
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			for i := worker; i < len(exchanges); i += workers {
				for _, judge := range judges {
					errs[i] = append(errs[i], judge.validate(exchanges[i]))
				}
			}
		})
	}
	group.Wait()
	return errs
}

// explained counts the results that each of the differences explains.
type explained struct {
	patterns []*regexp.Regexp
	counts   []map[string]int // by validator
}

func newExplained(t *testing.T) *explained {
	t.Helper()
	e := &explained{}
	for _, difference := range differences {
		pattern, err := regexp.Compile(difference.pattern)
		require.NoError(t, err)
		e.patterns = append(e.patterns, pattern)
		e.counts = append(e.counts, map[string]int{})
	}
	return e
}

// find reports whether one of the differences explains a result.
func (e *explained) find(judge string, accepts bool, exchange corpus.Exchange) bool {
	found := false
	for i, difference := range differences {
		if difference.accepts == accepts && slices.Contains(difference.judges, judge) && e.patterns[i].MatchString(exchange.Case()) {
			e.counts[i][judge]++
			found = true
		}
	}
	return found
}

func (e *explained) assertAllNeeded(t *testing.T) {
	t.Helper()
	for i, difference := range differences {
		for _, judge := range difference.judges {
			t.Logf("%5d results of %s: %s", e.counts[i][judge], judge, difference.because)
			assert.NotZero(t, e.counts[i][judge], "%s no longer differs: %s", judge, difference.pattern)
		}
	}
}

// table counts, for each kind of message, how many the corpus and each validator accept.
func table(judges []judge, exchanges []corpus.Exchange, errs [][]error) string {
	counts := map[string][]int{} // all, those the corpus accepts, those each validator accepts
	for i, exchange := range exchanges {
		kind := kindOf(exchange)
		if counts[kind] == nil {
			counts[kind] = make([]int, 2+len(judges))
		}
		counts[kind][0]++
		if exchange.Good {
			counts[kind][1]++
		}
		for j := range judges {
			if errs[i][j] == nil {
				counts[kind][2+j]++
			}
		}
	}
	return format(judges, counts)
}

func kindOf(exchange corpus.Exchange) string {
	kind := fmt.Sprintf("%s, %s, ", exchange.Tested, exchange.Kind)
	switch {
	case exchange.Good:
		return kind + "good"
	case exchange.OnlyStrict:
		return kind + "bad in strict mode"
	}
	return kind + "bad"
}

func format(judges []judge, counts map[string][]int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "\n%-45s%13s%13s", "accepted messages, of", "all", "corpus")
	for _, judge := range judges {
		fmt.Fprintf(&text, "%13s", judge.name)
	}
	kinds := make([]string, 0, len(counts))
	for kind := range counts {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		fmt.Fprintf(&text, "\n%-45s", kind)
		for _, count := range counts[kind] {
			fmt.Fprintf(&text, "%13d", count)
		}
	}
	return text.String()
}
