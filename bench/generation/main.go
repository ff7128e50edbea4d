// Command generation measures what it costs to emit, compile and link the client, for documents of several sizes:
//
//	go run ./generation -operations 15,150,1500
//
// The documents are the project's own with copies of its operations. The generator is built once and run as go generate
// runs it, in a folder of its own; the emitted package is compiled in the place of gen, with all that it imports compiled before.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	sizes := flag.String("operations", "15,150,1500", "how many operations the documents have")
	runs := flag.Int("runs", 5, "how many times each time is taken; the table has the median")
	flag.Parse()
	if err := measure(*sizes, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "generation:", err)
		os.Exit(1)
	}
}

func measure(sizes string, runs int) error {
	place, err := newWorkplace()
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(place.folder) }()
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
	_, _ = fmt.Fprintln(table, "| operations\t| document KB\t| generate s\t| ms an operation\t| lines\t| lines an operation\t| compile s\t| ms an operation\t| one command KB\t| all commands KB\t|")
	_, _ = fmt.Fprintln(table, "|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|")
	for size := range strings.SplitSeq(sizes, ",") {
		operations, err := strconv.Atoi(size)
		if err != nil || operations < 1 {
			return fmt.Errorf("-operations: want numbers above 0, parted by commas, got %q", sizes)
		}
		row, err := place.row(operations, runs)
		if err != nil {
			return fmt.Errorf("%d operations: %w", operations, err)
		}
		_, _ = fmt.Fprint(table, row)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(os.Stdout, "\nThe same program without the client, by hand over net/http and encoding/json: %d KB.\n", place.handSize/1024)
	return err
}

// row measures one size.
func (w *workplace) row(operations, runs int) (string, error) {
	size, err := w.writeDocument(operations)
	if err != nil {
		return "", err
	}
	generation, err := median(runs, w.generate)
	if err != nil {
		return "", err
	}
	lines, err := w.lines()
	if err != nil {
		return "", err
	}
	if err := w.compile(); err != nil { // and all that it imports
		return "", err
	}
	compilation, err := median(runs, w.compile)
	if err != nil {
		return "", err
	}
	one, err := w.link(programOfOne, nil)
	if err != nil {
		return "", err
	}
	all, err := w.linkAll()
	if err != nil {
		return "", err
	}
	each := func(d time.Duration) float64 { return d.Seconds() * 1000 / float64(operations) }
	return fmt.Sprintf("| %d\t| %d\t| %.2f\t| %.1f\t| %d\t| %.0f\t| %.2f\t| %.1f\t| +%d\t| +%d\t|\n", operations, size/1024, generation.Seconds(),
		each(generation), lines, float64(lines)/float64(operations), compilation.Seconds(), each(compilation),
		(one-w.handSize)/1024, (all-w.handSize)/1024), nil
}

// median takes the time of a step several times.
func median(runs int, step func() error) (time.Duration, error) {
	times := make([]time.Duration, max(1, runs))
	for i := range times {
		start := time.Now()
		if err := step(); err != nil {
			return 0, err
		}
		times[i] = time.Since(start)
	}
	slices.Sort(times)
	return times[len(times)/2], nil
}
