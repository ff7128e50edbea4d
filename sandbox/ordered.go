package sandbox

import (
	"iter"
	"slices"
)

// ordered is a map that keeps the order in which its keys were added. The zero value is empty.
type ordered[V any] struct {
	keys   []string
	values map[string]V
}

func (o *ordered[V]) get(key string) (V, bool) {
	value, ok := o.values[key]
	return value, ok
}

func (o *ordered[V]) has(key string) bool {
	_, ok := o.values[key]
	return ok
}

func (o *ordered[V]) set(key string, value V) {
	if o.values == nil {
		o.values = map[string]V{}
	}
	if !o.has(key) {
		o.keys = append(o.keys, key)
	}
	o.values[key] = value
}

func (o *ordered[V]) delete(key string) {
	if o.has(key) {
		delete(o.values, key)
		o.keys = slices.DeleteFunc(o.keys, func(k string) bool { return k == key })
	}
}

func (o *ordered[V]) len() int {
	return len(o.keys)
}

// page returns at most size entries in order, beginning at index start, and the index of the next page, 0 if there is
// none.
func (o *ordered[V]) page(start, size int64) (entries iter.Seq2[string, V], next int64) {
	total := int64(len(o.keys))
	start = min(start, total)
	end := start + min(size, total-start)
	if end < total {
		next = end
	}
	return func(yield func(string, V) bool) {
		for _, key := range o.keys[start:end] {
			if !yield(key, o.values[key]) {
				return
			}
		}
	}, next
}
