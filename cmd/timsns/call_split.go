package main

import (
	"context"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// splitBatch is a batch of any size.
type splitBatch struct {
	properties map[string]jsontext.Value
	array      string // the property that holds the elements
	elements   []jsontext.Value
}

func newSplitBatch(batch *api.Batch, body jsontext.Value) (split splitBatch, err error) {
	split.array = batch.Request
	if err := json.Unmarshal(body, &split.properties); err != nil {
		return split, usagef("--split: want a JSON object: %w", err)
	}
	if err := json.Unmarshal(split.properties[batch.Request], &split.elements); err != nil {
		return split, usagef("--split: %s: want an array: %w", batch.Request, err)
	}
	return split, nil
}

// body returns the request with these elements.
func (b splitBatch) body() (jsontext.Value, error) {
	elements, err := json.Marshal(b.elements)
	if err != nil {
		return nil, err
	}
	b.properties[b.array] = elements
	return json.Marshal(b.properties, json.Deterministic(true))
}

// bodies returns the bodies of the requests that the batch needs.
func (b splitBatch) bodies(size int) (bodies []jsontext.Value, err error) {
	for elements := range slices.Chunk(b.elements, size) {
		body, err := splitBatch{b.properties, b.array, elements}.body()
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, body)
	}
	return bodies, nil
}

// callSplit makes as many calls as the batch needs, and returns the merged response. It returns that of the calls that
// succeeded together with the error of the first that failed.
func (c *caller) callSplit(ctx context.Context, split splitBatch) (*rest.RawResponse, error) {
	batch := c.operation.Batch
	return restimpl.CallAll(ctx, c.client, split, nil, restimpl.BatchSpec[
		*rest.Client, splitBatch, rest.RawResponse, jsontext.Value]{
		Op: c.operation.ID, Size: batch.Size,
		Call: func(client *rest.Client, ctx context.Context, part splitBatch, options ...rest.CallOption,
		) (*rest.RawResponse, error) {
			body, err := part.body()
			if err != nil {
				return nil, err
			}
			return c.call(client, ctx, body, options...)
		},
		Elements: func(split *splitBatch) *[]jsontext.Value { return &split.elements },
		Merge: func(all, next rest.RawResponse) rest.RawResponse {
			if all.Body != nil {
				next.Body = mergeArrays(all.Body, next.Body, append(slices.Clip(batch.Failed), batch.Response))
			}
			return next
		},
	})
}

// mergeArrays returns the second response with the elements of the first one's arrays in front of its own. What cannot
// be merged stays as it is, and violates the document.
func mergeArrays(all, next jsontext.Value, names []string) jsontext.Value {
	var before map[string]jsontext.Value
	after, err := propertiesOf(next)
	if json.Unmarshal(all, &before) != nil || err != nil {
		return next
	}
	for _, name := range names {
		if _, isPresent := before[name]; !isPresent {
			continue
		}
		i := slices.IndexFunc(after, func(p property) bool { return p.name == name })
		if i < 0 {
			after = append(after, property{name, jsontext.Value("[]")})
			i = len(after) - 1
		}
		var elements, more []jsontext.Value
		if json.Unmarshal(before[name], &elements) != nil || json.Unmarshal(after[i].value, &more) != nil {
			return next
		}
		if merged, err := json.Marshal(append(elements, more...)); err == nil {
			after[i].value = merged
		}
	}
	return encodeProperties(after)
}

func encodeProperties(properties []property) jsontext.Value {
	object := &part{}
	for _, property := range properties {
		object.member(property.name).value = property.value
	}
	text, _ := object.encode() // the names come from JSON
	return text
}

// checkSplit returns an error if an operation has no batches, or none that may be split.
func (s *service) checkSplit(operation *api.Operation) error {
	isDivisible := func(o *api.Operation) bool { return o.Batch != nil && !o.Batch.Indivisible && o.Batch.Size > 0 }
	if isDivisible(operation) {
		return nil
	}
	names := s.commandsThat(isDivisible)
	return usagef("--split: %s takes no batch that can be split; want one of: %s", operation.Command, names)
}
