package main

import (
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// The limits of a table. A small response could otherwise have a table of gigabytes.
const (
	maxRows      = 10_000
	maxColumns   = 20
	maxCellWidth = 100 // above which a cell is wrapped
	minCellWidth = 8   // below which a column is omitted rather than wrapped further
)

// grid is the content of a table.
type grid struct {
	columns []string            // in the order of their first use
	rows    []map[string]string // the keys are columns
	tags    []string            // the columns that come from names within cells

	omittedRows    int
	omittedColumns map[string]bool
	cellWidth      int // above which a cell is wrapped
}

func gridOf(elements []jsontext.Value) (*grid, error) {
	g := &grid{omittedColumns: map[string]bool{}, cellWidth: maxCellWidth}
	if len(elements) > maxRows {
		g.omittedRows = len(elements) - maxRows
		elements = elements[:maxRows]
	}
	for _, element := range elements {
		properties, err := propertiesOf(element)
		if err != nil {
			return nil, err
		}
		row := map[string]string{}
		for _, property := range properties {
			pairs, arePairs := pairsOf(property.value)
			if !arePairs {
				g.add(row, property)
				continue
			}
			for _, pair := range pairs {
				g.add(row, pair)
				if slices.Contains(g.columns, pair.name) && !slices.Contains(g.tags, pair.name) {
					g.tags = append(g.tags, pair.name)
				}
			}
		}
		g.rows = append(g.rows, row)
	}
	return g, nil
}

// add adds a cell to a row, and its column unless the grid has that already or is full. Columns without any text are
// omitted.
func (g *grid) add(row map[string]string, property property) {
	text := property.cell()
	isKnown := slices.Contains(g.columns, property.name)
	switch {
	case text == "":
	case !isKnown && len(g.columns) == maxColumns:
		g.omittedColumns[property.name] = true
	case !isKnown:
		g.columns = append(g.columns, property.name)
		row[property.name] = text
	default:
		row[property.name] = text
	}
}

// title returns the header of a column. Those of tags lack what all tags begin with.
func (g *grid) title(column string) string {
	short := strings.TrimPrefix(column, commonPrefix(g.tags))
	if !slices.Contains(g.tags, column) || slices.Contains(g.columns, short) {
		return column
	}
	return short
}

// fit wraps cells, and then omits the last columns, until the table has at most width columns of text. 0 is no limit.
func (g *grid) fit(width int) {
	if width == 0 {
		return
	}
	widths := g.widths()
	for !fits(widths, g.cellWidth, width) {
		switch last := len(g.columns) - 1; {
		case g.cellWidth > minCellWidth:
			g.cellWidth--
		case last == 0:
			return
		default:
			g.omittedColumns[g.columns[last]] = true
			g.columns, widths, g.cellWidth = g.columns[:last], widths[:last], maxCellWidth
		}
	}
}

// widths returns the width of each column without wrapping.
func (g *grid) widths() []int {
	widths := make([]int, len(g.columns))
	for i, column := range g.columns {
		widths[i] = text.LongestLineLen(g.title(column))
		for _, row := range g.rows {
			widths[i] = max(widths[i], text.LongestLineLen(row[column]))
		}
	}
	return widths
}

// fits reports whether a table of columns with these widths, or cellWidth if that is less, has at most width columns
// of text.
func fits(widths []int, cellWidth, width int) bool {
	total := 1 // for the border, with three characters more for each column
	for _, column := range widths {
		total += min(column, cellWidth) + 3
	}
	return total <= width
}

func (g *grid) render() string {
	writer := table.NewWriter()
	writer.SetStyle(table.StyleLight)
	writer.Style().Format.Header = text.FormatDefault // the service's names keep their case
	configs := make([]table.ColumnConfig, len(g.columns))
	for i := range configs {
		configs[i] = table.ColumnConfig{Number: i + 1, WidthMax: g.cellWidth, WidthMaxEnforcer: wrapCell}
	}
	writer.SetColumnConfigs(configs)
	writer.AppendHeader(g.tableRow(g.title))
	for _, row := range g.rows {
		writer.AppendRow(g.tableRow(func(column string) string { return row[column] }))
	}
	return writer.Render()
}

func (g *grid) tableRow(content func(column string) string) table.Row {
	row := make(table.Row, 0, len(g.columns))
	for _, column := range g.columns {
		row = append(row, content(column))
	}
	return row
}

// omissions returns a line about rows and columns that the table lacks, or "" for a whole table.
func (g *grid) omissions() string {
	var omitted []string
	if g.omittedRows > 0 {
		omitted = append(omitted, plural(g.omittedRows, "row"))
	}
	if len(g.omittedColumns) > 0 {
		omitted = append(omitted, plural(len(g.omittedColumns), "column"))
	}
	if omitted == nil {
		return ""
	}
	return "… " + strings.Join(omitted, " and ") + " omitted; --output json prints all\n"
}
