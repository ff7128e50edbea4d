package page

import (
	"regexp"
	"strings"

	"github.com/tailscale/hujson"
)

// Sample is a sample of a body.
type Sample struct {
	Label string // such as "Complete request", or "". It says nothing about the direction
	Mode  string // the heading above it, of a page that describes several ways to call the command
	Line  int    // of its first line of text
	Text  string // as in the page

	// Problem says why the sample cannot be read; otherwise, it is empty, and JSON is the repaired sample: the order of
	// its members and the digits of its numbers are those of the page.
	Problem string
	JSON    hujson.Value
	Repairs []Repair

	// Comments are the comments of the sample by their lines.
	Comments map[int]string

	newlines []int // the offsets of the line breaks in the repaired text
	lastLine int   // of Text, from 0
}

// Repair is a change that made a sample JSON.
type Repair struct {
	Line   int // the first one
	Reason string
	Count  int // how often it was needed
}

// Standard returns the sample as JSON with indentation and without comments.
func (s *Sample) Standard() []byte {
	value := s.JSON.Clone()
	value.Minimize()
	value.Format()
	return value.Pack()
}

// LineAt returns the line of the value at a JSON Pointer (RFC 6901). If the sample lacks it, the line is that of the
// innermost value on the way to it.
func (s *Sample) LineAt(pointer string) int {
	for ; pointer != ""; pointer = pointer[:strings.LastIndex(pointer, "/")] {
		if found := s.JSON.Find(pointer); found != nil {
			return s.lineOf(found.StartOffset)
		}
	}
	return s.lineOf(s.JSON.StartOffset)
}

// lineOf returns the line of the page at an offset in the repaired text, which has the same lines. What was added at
// its end belongs to the last one.
func (s *Sample) lineOf(offset int) int {
	low, high := 0, len(s.newlines)
	for low < high {
		if middle := (low + high) / 2; s.newlines[middle] < offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return s.Line + min(low, s.lastLine)
}

// maxSamples is how many samples of requests or responses a page may have.
const maxSamples = 100

// samples reads the samples in a fence: most often one.
func (r *reader) samples(b block) {
	samples := &r.page.RequestSamples
	if r.section.isResponse() {
		samples = &r.page.ResponseSamples
	}
	for b.text != "" {
		if len(*samples) == maxSamples {
			r.reportf(b.line, KindSample, "want at most %d samples", maxSamples)
			return
		}
		sample, rest := readSample(b)
		sample.Label, sample.Mode = r.label, r.mode
		r.reportSample(&sample)
		*samples = append(*samples, sample)
		b.line += strings.Count(b.text[:len(b.text)-len(rest)], "\n")
		b.text = rest
	}
	r.label = ""
}

// readSample reads the sample at the beginning of a fence, and returns the rest of the fence if another one follows.
func readSample(b block) (sample Sample, rest string) {
	b = withoutPreamble(b)
	sample = Sample{Line: b.line, Text: b.text}
	m := newMender(b.text, b.line)
	if sample.Problem = m.mend(); sample.Problem == "" {
		sample.parse(m.out.String())
	}
	sample.Repairs, sample.Comments = m.repairs, m.comments
	rest = m.rest()
	if sample.Problem != "" || !jsonBegin.MatchString(rest) {
		ignored := strings.TrimLeft(rest, " \t\n")
		if sample.Problem == "" && ignored != "" && ignored[0] != '/' {
			sample.Repairs = append(sample.Repairs, Repair{m.line, "text follows the end of the sample", 1})
		}
		return sample, ""
	}
	sample.Text = b.text[:len(b.text)-len(rest)]
	return sample, rest
}

// withoutPreamble returns a fence without the lines before the JSON text, such as the headers of the request.
func withoutPreamble(b block) block {
	begin := jsonBegin.FindStringIndex(b.text)
	if begin == nil {
		return b
	}
	b.line += strings.Count(b.text[:begin[1]-1], "\n")
	b.text = b.text[begin[1]-1:]
	return b
}

var jsonBegin = regexp.MustCompile(`(?m)^[ \t\x{a0}]*[{\[]`)

func (s *Sample) parse(text string) {
	value, err := hujson.Parse([]byte(text))
	if err != nil {
		s.Problem = "want JSON: " + err.Error()
		return
	}
	s.JSON = value
	s.lastLine = strings.Count(strings.TrimSuffix(s.Text, "\n"), "\n")
	for i := range len(text) {
		if text[i] == '\n' {
			s.newlines = append(s.newlines, i)
		}
	}
}

// reportSample reports what is wrong with a sample. Comments are not reported: every third sample has some.
func (r *reader) reportSample(s *Sample) {
	if s.Problem != "" {
		r.reportf(s.Line, KindSample, "the sample cannot be read: %s", s.Problem)
		return
	}
	for _, repair := range s.Repairs {
		if repair.Reason != removedComment {
			r.reportf(repair.Line, KindRepair, "%s", repair.Reason)
		}
	}
}

// boldPattern finds bold text even if Chinese text follows it, which markdown does not allow.
var boldPattern = regexp.MustCompile(`^\*\*(.+?)\*\*`)

// labelled remembers the label of the next sample: bold text if there is some, otherwise the first short line.
func (r *reader) labelled(markdown string) {
	text := listMarker.ReplaceAllString(strings.TrimSpace(markdown), "")
	bold := boldPattern.FindStringSubmatch(text)
	switch {
	case bold != nil:
		text = bold[1]
	case r.label != "" || r.mode != "" || len(text) > 80:
		return
	}
	r.label = strings.Trim(plain(text), " :：.。*")
}
