package verify_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

const (
	goodRequest  = `{"From_Account":"alice","LastSequence":0}`
	goodResponse = `{"ResultItem":[],"CurrentSequence":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
)

// lines writes results as file:line command direction, and below each its violations as line:column path.
func lines(results []verify.Result) []string {
	var text []string
	for _, result := range results {
		text = append(text, fmt.Sprintf("%s:%d %s %s", result.File, result.Line, result.Command, result.Direction))
		for _, violation := range result.Violations {
			text = append(text, fmt.Sprintf("%d:%d %s", violation.Line, violation.Column, violation.Path))
		}
	}
	return text
}

// violationTexts writes violations as line:column path: reason.
func violationTexts(results []verify.Result) []string {
	var text []string
	for _, result := range results {
		for _, violation := range result.Violations {
			text = append(text, fmt.Sprintf("%d:%d %s: %s", violation.Line, violation.Column, violation.Path, violation.Reason))
		}
	}
	return text
}

func loadStrict(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.LoadStrict()
	require.NoError(t, err)
	return document
}

// allFixtures returns the fixtures of one direction, the invalid ones last.
func allFixtures(t *testing.T, command string, direction api.Direction) []api.Fixture {
	t.Helper()
	valid, err := loadStrict(t).Fixtures(command, direction)
	require.NoError(t, err)
	invalid, err := api.ReadFixtures(os.DirFS("../fixtures/refused"), command, direction)
	require.NoError(t, err)
	return append(valid, invalid...)
}
