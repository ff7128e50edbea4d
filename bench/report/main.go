// Command report makes tables of what the benchmarks printed, in Markdown: of each way to call a command, what it costs in
// comparison with a call by hand, and whether that is within the project's targets.
//
//	go run ./report calls.txt
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := report(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

func report(files []string) error {
	if len(files) == 0 {
		return errors.New("want the files that the benchmarks' output is in")
	}
	found := results{}
	for _, file := range files {
		if err := found.read(file); err != nil {
			return err
		}
	}
	for _, table := range []struct {
		title string
		rows  [][]string
	}{
		{"Time of a call", found.calls(units[0])},
		{"Allocations of a call", found.calls(units[1])},
		{"Bytes that a call allocates", found.calls(units[2])},
		{"Replies that grow", found.growth()},
		{"Parts of a call", found.parts()},
	} {
		if len(table.rows) > 1 {
			_, _ = fmt.Fprintf(os.Stdout, "### %s\n\n%s\n", table.title, markdown(table.rows))
		}
	}
	return nil
}
