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
	case value.Tag == "!!str":
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

// synthesize returns a value that the schema allows, with all members.
func synthesize(v *value) *yaml.Node {
	kind := v.kind()
	switch {
	case v.isCode:
		return integer(0)
	case v.isAny && !slices.Contains(v.types, page.String):
		return integer(1)
	case v.isAny:
		return text("a")
	case kind == page.Object:
		o := newObject()
		for _, member := range v.members {
			o.set(member.name, synthesize(member))
		}
		return o.Node
	case kind == page.Array && v.element == nil:
		return list(text("a"))
	case kind == page.Array:
		return list(synthesize(v.element))
	}
	for _, sampled := range v.observed.texts {
		if v.allows(kind, sampled) {
			return scalar(kind, sampled)
		}
	}
	switch {
	case v.isEnum:
		return scalar(kind, v.choices[0].Text)
	case v.limits.minimum != nil && *v.limits.minimum > 0:
		return integer(*v.limits.minimum)
	}
	return scalar(kind, "1")
}

// allows reports whether a text in the samples is a value that the schema allows. It may have had another type there.
func (v *value) allows(kind page.Type, sampled string) bool {
	number, err := strconv.ParseInt(sampled, 10, 64)
	isChoice := func(choice page.Value) bool { return choice.Text == sampled }
	switch {
	case v.isEnum:
		return slices.ContainsFunc(v.choices, isChoice)
	case kind == page.Integer:
		isTooSmall := v.limits.minimum != nil && number < *v.limits.minimum
		isTooLarge := v.limits.maximum != nil && number > *v.limits.maximum
		return err == nil && number > 0 && !isTooSmall && !isTooLarge
	case kind == page.String:
		return sampled != "" && (v.limits.maxLength == nil || int64(len(sampled)) <= *v.limits.maxLength)
	}
	return true
}

func scalar(kind page.Type, value string) *yaml.Node {
	switch kind {
	case page.Integer, page.Number:
		if _, err := strconv.ParseInt(value, 10, 64); err == nil {
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: value}
		}
		return integer(1)
	case page.Boolean:
		return boolean(value == "true")
	}
	return text(value)
}

// validate reports which samples are valid in a document, and returns a point for each of the others.
func validate(text []byte, path string, requests, responses []*sample) (map[*sample]bool, []Point, error) {
	document, err := api.Parse(text)
	if err != nil {
		return nil, nil, err
	}
	strict, err := document.Strict()
	if err != nil {
		return nil, nil, err
	}
	operation, _ := strict.OperationAt(path)
	isValid := map[*sample]bool{}
	var points []Point
	check := func(samples []*sample, validate func([]byte) error) {
		for _, s := range samples {
			err := validate(s.body)
			isValid[s] = err == nil
			if err != nil {
				points = append(points, Point{s.file, s.line, "the sample is no example, since it does not fit: " + oneLine(err.Error()), ""})
			}
		}
	}
	check(requests, operation.ValidateRequest)
	check(responses, operation.ValidateResponse)
	return isValid, points, nil
}

// choose takes the valid samples as examples. If the necessary ones are missing, it makes some.
func (d *drafter) choose(direction api.Direction, v *value, samples []*sample, isValid map[*sample]bool) {
	var successes, failures []*sample
	for _, s := range samples {
		switch copied := *s; {
		case !isValid[s]:
		case direction == api.Responses && failureCode(s.value) != 0:
			failures = append(failures, &copied)
		default:
			successes = append(successes, &copied)
		}
	}
	whole := synthesize(v)
	if direction == api.Responses {
		d.envelope.complete(whole, 0, d.envelope.status, d.envelope.texts)
	}
	successes = withOwn(successes, whole, direction)
	nameSamples(successes, basic)
	isComplete := func(s *sample) bool { return s.name == complete }
	if slices.ContainsFunc(d.samples[api.Requests], isComplete) && !slices.ContainsFunc(successes, isComplete) {
		answer := own(whole) // the sandbox answers a request with the response of the same name
		answer.name = complete
		successes = append(successes, answer)
	}
	if direction == api.Responses {
		if len(failures) == 0 {
			failure := newObject().Node
			d.envelope.complete(failure, d.ownCode(), []string{fail}, d.envelope.ofFailure)
			failures = append(failures, own(failure))
		}
		nameSamples(failures, failed)
	}
	if d.samples == nil {
		d.samples = map[api.Direction][]*sample{}
	}
	d.samples[direction] = append(successes, failures...)
}

// withOwn adds a sample with all members if there are none, or if there is a single request: a packet with all of them
// notices more mistakes.
func withOwn(samples []*sample, whole *yaml.Node, direction api.Direction) []*sample {
	if len(samples) > 1 || len(samples) == 1 && direction == api.Responses {
		return samples
	}
	made := own(whole)
	made.name = complete
	if len(samples) == 1 && (string(samples[0].body) == string(made.body) || samples[0].name == complete) {
		return samples
	}
	return append(samples, made)
}

func own(value *yaml.Node) *sample {
	body, _ := bodyOf(value) // it has only what JSON has
	return &sample{value: value, body: body, isOwn: true}
}

// complete adds the envelope to a response.
func (e envelope) complete(response *yaml.Node, code int, status, texts []string) {
	o := object{response}
	if e.status != nil {
		o.set(actionStatus, text(status[0]))
	}
	o.set(errorCode, integer(code))
	for _, name := range texts {
		o.set(name, text(""))
	}
}
