package drift

import (
	"errors"
	"regexp"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

var index = regexp.MustCompile(`\[\d+\]`)

// samples validates the samples in strict mode. It reports a violation once, and only where nothing else explains it.
func (w *walk) samples() {
	validate := w.strict.ValidateRequest
	if w.direction == api.Responses {
		validate = w.strict.ValidateResponse
	}
	explained := w.explained()
	samples := w.page.Samples(w.direction)
	for i := range samples {
		if samples[i].Problem != "" {
			continue // unread reports it
		}
		var violations api.Violations
		errors.As(validate(samples[i].Standard()), &violations)
		for _, violation := range violations {
			w.sample(&samples[i], violation, explained)
		}
	}
}

// explained returns the paths where page and document differ, and those that moved properties had.
func (w *walk) explained() map[string]bool {
	paths := map[string]bool{}
	for _, finding := range w.found {
		paths[finding.Path] = finding.Direction == w.direction && finding.Path != "" || paths[finding.Path]
	}
	for _, absence := range w.dropped {
		paths[absence.path] = absence.isFound || paths[absence.path]
	}
	return paths
}

func (w *walk) sample(sample *page.Sample, violation api.Violation, explained map[string]bool) {
	path := index.ReplaceAllString(violation.Path, "[]")
	once := path + " " + violation.Reason
	if explained[once] || isExplained(path, explained) {
		return
	}
	explained[once] = true
	at := w.root.at(path)
	w.reportf(KindSample, sample.LineAt(violation.Pointer), path, at.path, "the document does not allow the sample: %s",
		violation.Reason).knows(at.edition())
}

// isExplained reports whether a path is one of the others or inside of one.
func isExplained(path string, others map[string]bool) bool {
	for end, letter := range path {
		if (letter == '.' || letter == '[') && others[path[:end]] {
			return true
		}
	}
	return others[path]
}
