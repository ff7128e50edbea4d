package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

// verification is the result of validating all files.
type verification struct {
	files   int
	results []verify.Result // one for each request and response
}

// write renders the report in memory first, so that a rendering error leaves no partial output.
func (v *verification) write(out io.Writer, printReport func(io.Writer, *verification) error) error {
	var report bytes.Buffer
	err := printReport(&report, v)
	if err == nil {
		_, err = out.Write(report.Bytes())
	}
	if err != nil {
		return usageError{fmt.Errorf("writing the report: %w", err)}
	}
	return nil
}

// each calls visit for each violation.
func (v *verification) each(visit func(verify.Result, api.Violation)) {
	for _, result := range v.results {
		for _, violation := range result.Violations {
			visit(result, violation)
		}
	}
}

// count returns the number of invalid requests and responses, and of all violations.
func (v *verification) count() (invalid, violations int) {
	for _, result := range v.results {
		if len(result.Violations) > 0 {
			invalid++
		}
		violations += len(result.Violations)
	}
	return invalid, violations
}

func (v *verification) err() error {
	if invalid, _ := v.count(); invalid > 0 {
		return errInvalid
	}
	return nil
}

func (v *verification) summary() string {
	invalid, violations := v.count()
	text := fmt.Sprintf("%s in %s: ", plural(len(v.results), "message"), plural(v.files, "file"))
	if invalid == 0 {
		return text + "all valid"
	}
	return text + fmt.Sprintf("%d invalid, with %s", invalid, plural(violations, "violation"))
}

func plural(count int, noun string) string {
	if count == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", count, noun)
}
