package draft

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tailscale/hujson"
	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// sample is a sample of a page, which becomes an example and a packet.
type sample struct {
	name  string
	value *yaml.Node
	body  []byte
	file  string
	line  int
	isOwn bool // no page has it
}

// samplesOf returns the samples of pages that are objects, without repetitions.
func samplesOf(pages []*page.Page, direction api.Direction) []*sample {
	var found []*sample
	known := map[string]bool{}
	for _, p := range pages {
		for _, s := range p.Samples(direction) {
			if _, isObject := s.JSON.Value.(*hujson.Object); s.Problem != "" || !isObject {
				continue
			}
			sample, err := newSample(s.Standard())
			if err != nil || known[string(sample.body)] {
				continue
			}
			known[string(sample.body)] = true
			sample.file, sample.line, sample.name = p.File, s.Line, nameOf(s.Label)
			found = append(found, sample)
		}
	}
	return found
}

func newSample(text []byte) (*sample, error) {
	value, err := fromJSON(text)
	if err != nil {
		return nil, err
	}
	body, err := bodyOf(value)
	return &sample{value: value, body: body}, err
}

// bodyOf returns a packet: JSON in the order of the sample.
func bodyOf(value *yaml.Node) ([]byte, error) {
	var compact, indented bytes.Buffer
	if err := writeJSON(&compact, value); err != nil {
		return nil, err
	}
	if err := json.Indent(&indented, compact.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	return append(indented.Bytes(), '\n'), nil
}

func writeJSON(out *bytes.Buffer, value *yaml.Node) error {
	separator := func(i int) {
		if i > 0 {
			out.WriteByte(',')
		}
	}
	switch {
	case value.Kind == yaml.MappingNode:
		out.WriteByte('{')
		for i := 0; i+1 < len(value.Content); i += 2 {
			separator(i)
			if err := writeJSON(out, value.Content[i]); err != nil {
				return err
			}
			out.WriteByte(':')
			if err := writeJSON(out, value.Content[i+1]); err != nil {
				return err
			}
		}
		out.WriteByte('}')
	case value.Kind == yaml.SequenceNode:
		out.WriteByte('[')
		for i, element := range value.Content {
			separator(i)
			if err := writeJSON(out, element); err != nil {
				return err
			}
		}
		out.WriteByte(']')
	case value.Tag == stringTag:
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(value.Value)
	default:
		out.WriteString(value.Value)
	}
	return nil
}

const (
	basic    = "basic"
	complete = "complete"
	failed   = "failed"
)

var (
	basicLabel    = regexp.MustCompile(`(?i)\bbasic\b|基础|基本|базов`)
	completeLabel = regexp.MustCompile(`(?i)\b(complete|full)\b|完整|完全|полн`)
	letters       = regexp.MustCompile(`[a-z0-9]+`)
)

// nameOf returns the name of an example for the label of a sample, or "".
func nameOf(label string) string {
	switch {
	case basicLabel.MatchString(label):
		return basic
	case completeLabel.MatchString(label):
		return complete
	}
	words := letters.FindAllString(strings.ToLower(label), -1)
	return strings.Join(words[:min(len(words), 5)], "-")
}

// nameSamples gives each sample a name of its own. The first one is basic, unless another one is.
func nameSamples(samples []*sample, first string) {
	isFirst := func(s *sample) bool { return s.name == first }
	if len(samples) > 0 && !slices.ContainsFunc(samples, isFirst) {
		samples[0].name = first
	}
	slices.SortStableFunc(samples, func(a, b *sample) int { return rank(a.name, first) - rank(b.name, first) })
	taken := map[string]bool{}
	for _, s := range samples {
		name := s.name
		if name == "" || first != failed && name == failed || first == failed && !strings.HasPrefix(name, failed) {
			name = "sample"
			if first == failed {
				name = failed
			}
		}
		s.name = name
		for i := 2; taken[s.name]; i++ {
			s.name = name + "-" + strconv.Itoa(i)
		}
		taken[s.name] = true
	}
}

func rank(name, first string) int {
	if name == first {
		return 0
	}
	return 1
}

// failureCode returns the ErrorCode of a response, or 0.
func failureCode(response *yaml.Node) int {
	_, code := member(response, errorCode)
	if code == nil {
		return 0
	}
	number, _ := strconv.Atoi(code.Value)
	return number
}
