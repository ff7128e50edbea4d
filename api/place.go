package api

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// body is where a body stands in a file.
type body struct {
	text   []byte
	places *positions
	at     jsontext.Pointer
}

// place sets the lines and columns of verdicts.
func place(lines *lineIndex, verdicts []Verdict, bodies map[Direction]body) {
	for i := range verdicts {
		verdict, body := &verdicts[i], bodies[verdicts[i].Direction]
		verdict.Line, _ = lines.of(body.places.of(body.at))
		for j := range verdict.Findings {
			finding := &verdict.Findings[j]
			finding.Line, finding.Column = lines.of(body.offsetOf(finding.pointer))
		}
		slices.SortStableFunc(verdict.Findings, func(a, b Finding) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
	}
}

// offsetOf returns where in the file the value is. Where a body stops to be valid JSON, its own positions end.
func (b body) offsetOf(pointer string) int {
	whole := b.places.of(b.at)
	isRaw := bytes.HasPrefix(b.places.text[whole-b.places.start:], bytes.TrimLeft(b.text, " \t\r\n"))
	if !isRaw { // it stands in a string
		return whole
	}
	if offset, isFault := faultOf(b.text); isFault {
		return min(whole-leading(b.text)+offset, b.places.start+len(b.places.text))
	}
	return b.places.of(b.at + jsontext.Pointer(pointer))
}

func leading(text []byte) int { return len(text) - len(bytes.TrimLeft(text, " \t\r\n")) }
