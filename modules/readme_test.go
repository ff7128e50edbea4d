package modules_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	blockOfGo = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")
	ofModules = regexp.MustCompile(`\b(account|follow|group|openim|profile)\.[A-Z]`)

	// notShown matches what a block of the README lacks.
	notShown = regexp.MustCompile(`(?m)^\t+| //nolint:.*$`)
)

// TestREADME_showsTheExamples checks that the code in each README that uses these modules is that of the examples,
// which run.
func TestREADME_showsTheExamples(t *testing.T) {
	examples := shownIn(t, "example_test.go")
	for _, readme := range []string{"../README.md", "../README.zh-CN.md"} {
		t.Run(readme, func(t *testing.T) {
			shown := 0
			for _, block := range blockOfGo.FindAllStringSubmatch(shownIn(t, readme), -1) {
				if ofModules.MatchString(block[1]) {
					assert.Contains(t, examples, block[1])
					shown++
				}
			}
			assert.Equal(t, 2, shown)
		})
	}
}

func shownIn(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	return notShown.ReplaceAllString(string(text), "")
}
