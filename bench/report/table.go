package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// unit is one in which calls are measured, with the most that timsns may take, as a ratio to a call by hand.
type unit struct {
	name         string // as go test prints it
	head         string
	scale        float64
	small, large float64
}

// bound heads the columns of targets.
const bound = "at most"

var units = []unit{
	{"sec/op", "by hand, µs", 1e6, 1.05, 0.7},
	{"allocs/op", "by hand", 1, 1, 0.6},
	{"B/op", "by hand, KB", 1.0 / 1024, 1, 0.5},
}

// calls returns a row for each network, reply and number of callers.
func (r results) calls(unit unit) [][]string {
	rows := [][]string{{"network", "reply", "callers", unit.head, "stock", "timsns", bound, "", "net/http alone"}}
	for _, name := range r.names("Call/") {
		of, client, _ := strings.Cut(name, "/client=")
		base, _ := r.median(name, unit.name)
		if client != "hand" || base == 0 {
			continue
		}
		ratio := func(client string) float64 {
			other, _ := r.median(of+"/client="+client, unit.name)
			return other / base
		}
		target := unit.large
		if part(name, "reply") == "small" {
			target = unit.small
		}
		rows = append(rows, []string{
			part(name, "network"), part(name, "reply"), part(name, "callers"), fmt.Sprintf("%.4g", base*unit.scale),
			times(ratio("stock")), times(ratio("timsns")), times(target), verdict(ratio("timsns") > 0 && ratio("timsns") <= target), times(ratio("floor")),
		})
	}
	return rows
}

// times writes a ratio, which is 0 if there was nothing measured.
func times(ratio float64) string {
	if ratio == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2fx", ratio)
}

func verdict(isMet bool) string {
	if isMet {
		return "met"
	}
	return "missed"
}

// most is how many times the size of what was decoded may be in memory while a reply is read.
const most = 3

// growth returns a row for each size of a reply.
func (r results) growth() [][]string {
	names := r.names("Growth/")
	rows := make([][]string, 0, len(names)+1)
	rows = append(rows, []string{"entries", "length known", "number", "ns an entry", "bytes decoded, an entry", "allocated", "most in memory", bound, ""})
	for _, name := range names {
		value := func(unit string) float64 {
			median, _ := r.median(name, unit)
			return median
		}
		peak, decoded := value("peak/decoded"), value("decoded-B/entry")
		rows = append(rows, []string{
			part(name, "of"), part(name, "sized"), part(name, "entries"), fmt.Sprintf("%.0f", value("sec/entry")*1e9),
			fmt.Sprintf("%.0f", decoded), times(value("allocated/decoded")), times(peak), times(most), verdict(decoded > 0 && peak >= 1 && peak <= most),
		})
	}
	return rows
}

// parts returns a row for each part of a call that has a benchmark of its own.
func (r results) parts() [][]string {
	rows := [][]string{{"", "ns", bound, "", "allocations", bound, ""}}
	for _, step := range []struct {
		name, title    string
		time, allocate float64 // at most; 0 if there is no target
	}{
		{"Sign", "a cached signature", 100, 1},
		{"Mint", "a mint", 5000, 0},
		{"Limiter", "the quota, without waiting", 0, 0},
	} {
		seconds, runs := r.median(step.name, "sec/op")
		allocations, _ := r.median(step.name, "allocs/op")
		if runs == 0 {
			continue
		}
		row := []string{step.title, fmt.Sprintf("%.0f", seconds*1e9), "", "", fmt.Sprintf("%.0f", allocations), "", ""}
		if step.time > 0 {
			row[2], row[3] = fmt.Sprintf("%.0f", step.time), verdict(seconds*1e9 <= step.time)
		}
		if step.allocate > 0 {
			row[5], row[6] = fmt.Sprintf("%.0f", step.allocate), verdict(allocations <= step.allocate)
		}
		rows = append(rows, row)
	}
	return rows
}

// markdown writes a table whose first row is its head. Its columns stand below each other in the text, too.
func markdown(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var text strings.Builder
	for i, row := range rows {
		for j, cell := range row {
			fmt.Fprintf(&text, "| %s%s ", strings.Repeat(" ", widths[j]-utf8.RuneCountInString(cell)), cell)
		}
		text.WriteString("|\n")
		if i == 0 {
			for _, width := range widths {
				text.WriteString("| " + strings.Repeat("-", max(width-1, 1)) + ": ")
			}
			text.WriteString("|\n")
		}
	}
	return text.String()
}
