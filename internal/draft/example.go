package draft

import (
	"fmt"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// synthesize returns a value that the schema allows, with all members.
func synthesize(v *value) *yaml.Node {
	kind := v.kind()
	switch {
	case v.isCode:
		return integer(0)
	case v.isUnion:
		return v.observed.sample
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
	return v.synthesizeScalar(kind)
}

// synthesizeScalar prefers a value in the samples.
func (v *value) synthesizeScalar(kind page.Type) *yaml.Node {
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
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: integerTag, Value: value}
		}
		return integer(1)
	case page.Boolean:
		return boolean(value == "true")
	default:
		return text(value)
	}
}

// validate reports which samples are valid in a document, and returns a point for each of the others.
func validate(text []byte, path string, requests, responses []*sample) (map[*sample]bool, []Point, error) {
	document, err := api.Parse(text)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errExamples, err)
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
				reason := "the sample is no example, since it does not fit: " + oneLine(err.Error())
				points = append(points, Point{s.file, s.line, reason, ""})
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

// withOwn adds a sample with all members to an empty list, or to a single request: a packet with all of them notices
// more mistakes.
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
