package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
)

// The limits of a report, which is held in memory.
const (
	maxListed     = 100_000 // violations that are listed; the others are counted
	maxJUnitTests = 250_000
)

// verification is the result of validating all files.
type verification struct {
	files      int
	messages   int // requests and responses
	invalid    int // of the messages
	strays     int // of the messages: those whose command is not known, which are not validated
	violations int
	listed     int // of the violations

	isQuiet    bool            // whether the report has only violations, no summary
	keepsValid bool            // whether results has those without violations
	results    []verify.Result // one for each message
}

func newVerification(files int, keepsValid bool) *verification {
	return &verification{files: files, keepsValid: keepsValid}
}

// add counts a result and keeps what the report lists of it.
func (v *verification) add(result verify.Result) error {
	v.messages++
	v.violations += len(result.Violations)
	if v.keepsValid && v.messages > maxJUnitTests {
		return usagef("--output %s: want at most %d messages", outputJUnit, maxJUnitTests)
	}
	if len(result.Violations) > 0 {
		v.invalid++
	}
	if len(result.Violations) > 0 && result.Violations[0].Reason == traffic.ReasonNoCommand {
		v.strays++
	}
	listed := min(len(result.Violations), max(maxListed-v.listed, 0))
	if v.keepsValid && len(result.Violations) > 0 {
		listed = max(listed, 1) // without a violation, a message would count as valid
	}
	v.listed += listed
	result.Violations = slices.Clone(result.Violations[:listed])
	if v.keepsValid || listed > 0 {
		v.results = append(v.results, result)
	}
	return nil
}

// write renders the report in memory first, so that a rendering error leaves no partial output.
func (v *verification) write(out io.Writer, printReport func(io.Writer, *verification) error) error {
	var report bytes.Buffer
	err := printReport(&report, v)
	if err == nil {
		_, err = out.Write(report.Bytes())
	}
	return err
}

// each calls visit for each violation.
func (v *verification) each(visit func(verify.Result, api.Violation)) {
	for _, result := range v.results {
		for _, violation := range result.Violations {
			visit(result, violation)
		}
	}
}

func (v *verification) err() error {
	if v.invalid > 0 {
		return errInvalid
	}
	return nil
}

// omitted returns the number of violations that are not listed.
func (v *verification) omitted() int { return v.violations - v.listed }

func (v *verification) summary() string {
	text := fmt.Sprintf("%s in %s: ", plural(v.messages, "message"), plural(v.files, "file"))
	if v.invalid == 0 {
		return text + "all valid"
	}
	text += fmt.Sprintf("%d invalid, with %s", v.invalid, plural(v.violations, "violation"))
	if v.omitted() > 0 {
		text += fmt.Sprintf(", of which the first %d are listed", v.listed)
	}
	return text
}

func plural(count int, noun string) string {
	if count == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", count, noun)
}
