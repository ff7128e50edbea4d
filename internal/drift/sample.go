package drift

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

var index = regexp.MustCompile(`\[\d+\]`)

// samples validates the samples in strict mode. It reports a violation once, and not where the properties differ anyway.
func (c *comparison) samples(root *node) {
	validate := c.strict.ValidateRequest
	if c.direction == api.Responses {
		validate = c.strict.ValidateResponse
	}
	reported := slices.Clone(c.found)
	samples := c.page.Samples(c.direction)
	for i := range samples {
		if samples[i].Problem != "" {
			continue // unread reports it
		}
		var violations api.Violations
		errors.As(validate(samples[i].Standard()), &violations)
		for _, violation := range violations {
			c.sample(&samples[i], violation, root, reported)
		}
	}
}

func (c *comparison) sample(sample *page.Sample, violation api.Violation, root *node, reported []Finding) {
	path := index.ReplaceAllString(violation.Path, "[]")
	at := root.at(path)
	reason := "the document does not allow the sample: " + violation.Reason
	explains := func(f Finding) bool { return f.Direction == c.direction && f.Path != "" && isInside(path, f.Path) }
	isSame := func(f Finding) bool {
		return f.Kind == KindSample && f.Path == path && strings.HasPrefix(f.Reason, reason)
	}
	if !slices.ContainsFunc(reported, explains) && !slices.ContainsFunc(c.found, isSame) {
		c.report(KindSample, sample.LineAt(violation.Pointer), path, at.path, "%s", reason).knows(at.edition())
	}
}

// isInside reports whether a path is that of a value or of something in it.
func isInside(path, outer string) bool {
	rest, isPrefixed := strings.CutPrefix(path, outer)
	return isPrefixed && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
