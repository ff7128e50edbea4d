package api

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// body tells where in a file the values of a body are.
type body struct {
	places *positions
	at     jsontext.Pointer // of the body
	start  int              // where in the file the body begins
	isRaw  bool             // whether it stands there as it is, and not in a string
	isBad  bool             // whether it stops to be valid JSON, where its own positions end
	bad    int              // where in the file it does
}

func newBody(text []byte, places *positions, at jsontext.Pointer) body {
	b := body{places: places, at: at, start: places.of(at)}
	trimmed := bytes.TrimLeft(text, " \t\r\n")
	if b.isRaw = bytes.HasPrefix(places.text[b.start-places.start:], trimmed); !b.isRaw {
		return b
	}
	if fault := syntaxFaultOf(text); fault != nil && len(trimmed) > 0 {
		leading := len(text) - len(trimmed)
		b.isBad, b.bad = true, min(b.start-leading+fault.offset, places.start+len(places.text))
	}
	return b
}

// offsetOf returns where in the file the value is.
func (b body) offsetOf(pointer string) int {
	switch {
	case !b.isRaw:
		return b.start
	case b.isBad:
		return b.bad
	}
	return b.places.of(b.at + jsontext.Pointer(pointer))
}

// place sets the lines and columns of verdicts.
func place(lines *lineIndex, verdicts []Verdict, bodies map[Direction]body) {
	for i := range verdicts {
		verdict, body := &verdicts[i], bodies[verdicts[i].Direction]
		verdict.Line, _ = lines.of(body.start)
		for j := range verdict.Findings {
			finding := &verdict.Findings[j]
			finding.Line, finding.Column = lines.of(body.offsetOf(finding.pointer))
		}
		slices.SortStableFunc(verdict.Findings, func(a, b Finding) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
	}
}
