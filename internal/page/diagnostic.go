package page

import (
	"cmp"
	"fmt"
	"slices"
)

// Kind says what a diagnostic is about.
type Kind string

// The kinds of diagnostics of a page.
const (
	KindLayout Kind = "layout" // a part of the page is missing, or is not where it belongs
	KindPath   Kind = "path"   // another place of the page names another path than the sample request URL
	KindRate   Kind = "rate"   // the rate limit cannot be read
	KindSample Kind = "sample" // a sample cannot be read
	KindRepair Kind = "repair" // a sample was repaired
	KindName   Kind = "name"   // the name of a field is prose, or occurs twice
	KindType   Kind = "type"   // a type is not known
	KindCode   Kind = "code"   // an error code is not a number, or occurs twice
)

// The kinds of diagnostics of a schema.
const (
	KindTableOnly    Kind = "table-only"    // no sample has the field
	KindSampleOnly   Kind = "sample-only"   // no table has the property
	KindDisagree     Kind = "disagree"      // table and sample have different types
	KindSpelling     Kind = "spelling"      // table and sample spell a name differently
	KindSeveralPaths Kind = "several-paths" // one row describes properties of several objects
	KindDotted       Kind = "dotted"        // the table states where the field is, as in ErrorList.To_Account
	KindSeveralTypes Kind = "several-types" // the table allows several types
	KindNoElement    Kind = "no-element"    // nothing shows what an array contains
)

// Diagnostic is something that a reader of the page should look at.
type Diagnostic struct {
	File    string
	Line    int // from 1
	Kind    Kind
	Message string
}

// String returns the diagnostic as compilers print errors.
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", d.File, d.Line, d.Kind, d.Message)
}

func sortDiagnostics(diagnostics []Diagnostic) {
	slices.SortStableFunc(diagnostics, func(a, b Diagnostic) int { return cmp.Compare(a.Line, b.Line) })
}
