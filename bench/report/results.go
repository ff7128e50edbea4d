package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/perf/benchfmt"
	"golang.org/x/perf/benchmath"
)

// results are the measurements of each benchmark, by unit.
type results map[string]map[string][]float64

// read adds what is in a file, as go test prints it.
func (r results) read(name string) error {
	file, err := os.Open(name) //nolint:gosec // the file that the user names is read
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	reader := benchfmt.NewReader(file, name)
	for reader.Scan() {
		switch record := reader.Result().(type) {
		case *benchfmt.Result:
			r.add(record)
		case *benchfmt.SyntaxError:
			return record
		}
	}
	if len(r) == 0 {
		return errors.Join(fmt.Errorf("%s: want the output of benchmarks", name), reader.Err())
	}
	return reader.Err()
}

func (r results) add(result *benchfmt.Result) {
	name := string(result.Name.Full())
	if processors := strings.LastIndexByte(name, '-'); processors > 0 {
		name = name[:processors]
	}
	if r[name] == nil {
		r[name] = map[string][]float64{}
	}
	for _, value := range result.Values {
		r[name][value.Unit] = append(r[name][value.Unit], value.Value)
	}
}

// names returns those of the benchmarks that begin so, in the order of their parts.
func (r results) names(prefix string) []string {
	var names []string
	for name := range r {
		if strings.HasPrefix(name, prefix) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return slices.Compare(sortKeys(a), sortKeys(b)) })
	return names
}

// sortKeys has numbers sorted by their value, and replies by their size.
func sortKeys(name string) []string {
	keys := strings.Split(name, "/")
	for i, key := range keys {
		_, value, _ := strings.Cut(key, "=")
		if place := slices.Index([]string{"small", "page", "large"}, value); place >= 0 {
			value = strconv.Itoa(place)
		}
		keys[i] = fmt.Sprintf("%10s", value)
	}
	return keys
}

// median returns the median of all runs, and how many there were.
func (r results) median(name, unit string) (median float64, runs int) {
	values := r[name][unit]
	if len(values) == 0 {
		return 0, 0
	}
	sample := benchmath.NewSample(values, &benchmath.DefaultThresholds)
	return benchmath.AssumeNothing.Summary(sample, 0.95).Center, len(values)
}

// part returns the value of a part of a benchmark's name, such as page of reply=page.
func part(name, key string) string {
	for element := range strings.SplitSeq(name, "/") {
		if value, ok := strings.CutPrefix(element, key+"="); ok {
			return value
		}
	}
	return ""
}
