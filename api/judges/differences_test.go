package judges

import "slices"

// difference is a kind of exchanges on which one or more validators differ from the corpus.
type difference struct {
	judges  []string
	accepts bool   // whether they accept what the corpus says is invalid; otherwise they reject what it says is valid
	pattern string // of exchanges, matched against Case
	because string
}

const (
	own   = "api"
	kin   = "kin-openapi"
	pb33f = "libopenapi"
)

// differences is the complete list. The test fails if there are others, or if one of these does not occur.
var differences = slices.Concat(ofStrictMode, ofScope, ofDecoders, ofRouters)

var ofStrictMode = []difference{
	{
		judges: []string{own, kin}, accepts: true, pattern: `\(the document allows it\)$`,
		because: "properties and codes that the document does not declare are only violations in strict mode",
	}, {
		judges: []string{pb33f}, accepts: true,
		pattern: `(Code: value is not one of|the catalogue does not have the code).*\(the document allows it\)$`,
		because: "its strict mode only concerns objects: the catalogue of codes is an extension",
	}, {
		judges: []string{pb33f}, pattern: `^requests/query/with a parameter that is not declared`,
		because: "its strict mode concerns the query too; the document does not forbid other parameters",
	},
}

var ofScope = []difference{
	{
		judges: []string{kin, pb33f}, accepts: true,
		pattern: `^responses/fixture/refused/(no-sequence|curruent-sequence-lower-case): `,
		because: "x-alias-of, which requires one of two spellings, is an extension",
	}, {
		judges: []string{own}, accepts: true, pattern: `^(requests|responses)/content type/(missing|empty)|^responses/status/\d+ with`,
		because: "an exchange without a header or body is not validated for it; a Recorder, which sees the message, reports this",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/query/\w+: .*: (the value is no|the number is too|the text is too)`,
		because: "a security scheme of type apiKey has no schema: x-schema is an extension, and only presence is checked",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/query/\w+: twice.*: the parameter is given more than once`,
		because: "as above: only the first value is read",
	}, {
		judges: []string{kin}, accepts: true, pattern: `^responses/status/(301|304|307|308) `,
		because: "it does not validate responses with these statuses",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^responses/(body/(empty|a \w+: (null|white space alone))|fixture/refused/(null|nothing)): `,
		because: "it does not validate a response that is empty or null",
	},
}

var ofDecoders = []difference{
	{
		judges: []string{own, kin, pb33f}, accepts: true, pattern: `too small for a floating-point number`,
		because: "a float64 rounds 1e-999 to 0, which is an integer; the client rejects it",
	}, {
		judges: []string{kin}, accepts: true, pattern: `by one beyond 64 bits`,
		because: "a float64 cannot tell the largest int64 from the integer above it; the client rejects it",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `not valid JSON: duplicate name|/name-twice: not valid JSON`,
		because: "encoding/json takes the last of two members with the same name",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `not valid JSON: the text is not UTF-8|/invalid-utf-8: not valid JSON`,
		because: "encoding/json replaces invalid UTF-8 by U+FFFD",
	}, {
		judges: []string{kin}, accepts: true, pattern: `(a second value|words after|a zero byte after|a brace too many|/two-values): not valid JSON`,
		because: "it stops reading at the end of the first value",
	},
}

var ofRouters = []difference{
	{
		judges: []string{kin, pb33f}, accepts: true, pattern: `^requests/path/a slash after`,
		because: "their routers ignore a slash at the end of a path",
	}, {
		judges: []string{pb33f}, accepts: true, pattern: `^requests/path/two slashes`,
		because: "its router ignores empty segments",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `/content type/two headers`,
		because: "they read the first of several headers",
	}, {
		judges: []string{kin, pb33f}, accepts: true, pattern: `/content type/a parameter without a value`,
		because: "they ignore what follows the semicolon",
	}, {
		judges: []string{kin, pb33f}, pattern: `^requests/content type/missing`,
		because: "they require the header, without which RFC 9110 lets a recipient examine the body",
	},
}
