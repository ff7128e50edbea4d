package draft

import (
	"regexp"
	"slices"

	"github.com/timsns/timsns/internal/page"
)

var (
	codeName    = regexp.MustCompile(`^\w*Code$`)
	infoName    = regexp.MustCompile(`^\w*Info$`)
	accountList = regexp.MustCompile(`(?i)(accounts?|users?|ids?)_?(list)?$`)
	failureName = regexp.MustCompile(`(?i)fail|invalid|error`)
)

// batch returns x-batch, or nil if the response has no outcome for each of several accounts. It marks the properties
// that x-batch and x-result name.
func (d *drafter) batch(request, response *value) *object {
	results, lists := response.find(isResults), response.find(isFailedList)
	if len(results)+len(lists) == 0 {
		return nil
	}
	outcome, failed, isClear := d.outcomeOf(results, lists)
	if !isClear || d.losesArray(response, slices.Concat(results, lists)) {
		return nil
	}
	asked, key := elementsOf(request, results)
	if asked == nil {
		d.openf(response, "x-batch: no array of the request, or several, may be the accounts; name it")
		return nil
	}
	for _, array := range results {
		markResult(array.element)
	}
	return d.batchObject(asked, key, outcome, failed)
}

// outcomeOf returns the array with all outcomes, and the names of those with failures only. It is not clear if several
// arrays may have all outcomes.
func (d *drafter) outcomeOf(results, lists []*value) (outcome *value, failed []string, isClear bool) {
	for _, list := range lists {
		failed = append(failed, list.name)
	}
	for _, array := range results {
		switch {
		case failureName.MatchString(array.name):
			failed = append(failed, array.name)
		case outcome != nil:
			d.openf(array, "x-batch: %s and %s both have results; which is the response?", outcome.name, array.name)
			return nil, nil, false
		default:
			outcome = array
		}
	}
	return outcome, failed, true
}

// losesArray reports whether the response has an array that is not joined when a batch is split.
func (d *drafter) losesArray(response *value, joined []*value) bool {
	for _, array := range response.find(func(v *value) bool { return v.kind() == page.Array }) {
		if !slices.Contains(joined, array) {
			d.openf(array, "x-batch: %s would be lost when a batch is split, so that there is none", array.name)
			return true
		}
	}
	return false
}

func (d *drafter) batchObject(asked, key, outcome *value, failed []string) *object {
	o := newObject()
	o.set("request", text(asked.name))
	if key != nil {
		key.isRequired = true
		o.set("account", text(key.name))
	}
	if outcome != nil {
		o.set("response", text(outcome.name))
	}
	if failed != nil {
		o.set("failed", texts(failed...))
	}
	if d.taken[d.id+"All"] {
		o.set("method", text(d.taken.take(d.id+"Many")))
	}
	if asked.limits.maxItems == nil {
		note := "how many elements of " + asked.name + " may a call have? With maxItems there, the batch can be split"
		d.points = append(d.points, Point{asked.file, asked.line, note, ""})
		o.set("indivisible", boolean(true), note)
	}
	return &o
}

// isResults reports whether a value is an array with an outcome for each account.
func isResults(v *value) bool {
	return v.elements() == page.Object && accountOf(v.element) != nil && codeOf(v.element) != nil
}

// isFailedList reports whether a value is an array of the accounts that failed.
func isFailedList(v *value) bool {
	isOfStrings := v.kind() == page.Array && (v.element == nil || v.elements() == page.String)
	return isOfStrings && failureName.MatchString(v.name)
}

func accountOf(v *value) *value {
	return first(v.find(func(m *value) bool { return m.kind() == page.String && account.MatchString(m.name) }))
}

func codeOf(v *value) *value {
	return first(v.find(func(m *value) bool { return m.kind() == page.Integer && codeName.MatchString(m.name) }))
}

func first(values []*value) *value {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

// markResult sets x-result of an item, whose account and code are required.
func markResult(item *value) {
	who, code := accountOf(item), codeOf(item)
	for _, v := range []*value{who, code} {
		if !v.isRequired {
			v.notef("%s: it is required, since it belongs to the outcome of an account (x-result)", v.name)
			v.isRequired = true
		}
	}
	code.isCode = true
	o := newObject()
	o.set("account", text(who.name))
	o.set("code", text(code.name))
	prefix := code.name[:len(code.name)-len("Code")]
	info := first(item.find(func(m *value) bool {
		return m.kind() == page.String && infoName.MatchString(m.name) && m.name[:len(m.name)-len("Info")] == prefix
	}))
	if info != nil {
		o.set("info", text(info.name))
	}
	o.Style = flow
	item.result = &o
}

// elementsOf returns the array of the request with the accounts, and their property of its elements.
func elementsOf(request *value, results []*value) (array, key *value) {
	var candidates, keys []*value
	for _, v := range request.find(func(v *value) bool { return v.kind() == page.Array }) {
		switch v.elements() { //nolint:exhaustive // an account is a string, or in an object
		case page.String:
			if account.MatchString(v.name) || accountList.MatchString(v.name) {
				candidates, keys = append(candidates, v), append(keys, nil)
			}
		case page.Object:
			if who := accountOf(v.element); who != nil {
				candidates, keys = append(candidates, v), append(keys, who)
			}
		}
	}
	for i, candidate := range candidates {
		name := candidate.name
		if keys[i] != nil {
			name = keys[i].name
		}
		isOfResults := len(results) > 0 && accountOf(results[0].element).name == name
		if len(candidates) == 1 || isOfResults {
			return candidate, keys[i]
		}
	}
	return nil, nil
}
