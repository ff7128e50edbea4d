package judges

import "slices"

// difference is a kind of exchanges of which a judge, or several, say something else than the corpus.
type difference struct {
	judges  []string
	accepts bool   // what they say: that it is good, though the corpus says that it is bad, or the other way round
	pattern string // of an exchange's Case
	because string
}

const (
	own   = "api"
	kin   = "kin-openapi"
	pb33f = "libopenapi"
)

// differences are all of them. The test fails on one that is not here, and on an entry that explains none.
var differences = slices.Concat(ofTheOpenDocument, ofScope, ofDecoders, ofRouters)

var ofTheOpenDocument = []difference{
	{
		judges: []string{own, kin}, accepts: true, pattern: `\(the document allows it\)$`,
		because: "the document is open to properties and codes that it does not know; its closed twin is not",
	}, {
		judges: []string{pb33f}, accepts: true,
		pattern: `(Code: value is not one of|contradict each other|the catalogue does not have the code).*\(the document allows it\)$`,
		because: "strict mode closes objects alone: the catalogue of codes is an extension, and no schema ties a code to ActionStatus",
	}, {
		judges: []string{pb33f}, pattern: `^requests/query/with a parameter that is not declared`,
		because: "strict mode closes the query, too; the project's reading is that of the document, which says nothing of others",
	},
}

var ofScope = []difference{
	{
		judges: []string{own}, accepts: true, pattern: `^(requests|responses)/content type/(missing|empty)|^responses/status/\d+ with`,
		because: "an exchange tells nothing of a header or body that it has not; a Recorder, which sees the message itself, does",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/query/\w+: .*: (the value is no|the number is too|the text is too)`,
		because: "a security scheme of type apiKey has no schema: x-schema is the project's own, and only presence is judged",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/query/\w+: twice.*: the parameter is given more than once`,
		because: "as above: the first value is looked at",
	}, {
		judges: []string{kin}, accepts: true, pattern: `^responses/status/(301|304|307|308) `,
		because: "it lets redirects of these statuses, and 304, pass unread",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^responses/(body/(empty|a \w+: (null|white space alone))|fixture/refused/(null|nothing)): `,
		because: "it does not look at a reply that is empty or null",
	},
}

var ofDecoders = []difference{
	{
		judges: []string{own, kin, pb33f}, accepts: true, pattern: `too small for a floating-point number`,
		because: "a number is read as a float64, which makes 0 of 1e-999: an integer. The client refuses it",
	}, {
		judges: []string{kin}, accepts: true, pattern: `by one beyond 64 bits`,
		because: "a number is read as a float64, in which the largest int64 and the integer above it are the same. The client refuses it",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `not valid JSON: a name stands twice|/name-twice: not valid JSON`,
		because: "encoding/json takes the last of two members that have the same name",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `not valid JSON: the text is not UTF-8|/invalid-utf-8: not valid JSON`,
		because: "encoding/json puts U+FFFD in the place of what is no UTF-8",
	}, {
		judges: []string{kin}, accepts: true, pattern: `(a second value|words behind|a zero byte behind|a brace too many|/two-values): not valid JSON`,
		because: "it stops to read at the end of the first value",
	},
}

var ofRouters = []difference{
	{
		judges: []string{kin, pb33f}, accepts: true, pattern: `^requests/path/a slash behind`,
		because: "their routers make no difference between a path and the same with a slash",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/path/two slashes`,
		because: "its router looks at the segments that are not empty",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `/content type/two headers`,
		because: "they look at the first of several headers",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `/content type/a parameter without a value`,
		because: "they cut the header at its semicolon",
	}, {
		judges: []string{kin, pb33f}, pattern: `^requests/content type/missing`,
		because: "they demand the header, without which RFC 9110 lets a recipient look at the body",
	},
}
