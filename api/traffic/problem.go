package traffic

import (
	"maps"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
)

// Problem is a problem with a message that cannot be derived from the other fields of an [Exchange], such as a body
// that was not recorded. [Validate] returns a violation for each problem, and for each unknown one.
type Problem string

// The problems, as they are written in a file.
const (
	ProblemContentType Problem = "content-type" // the Content-Type is missing or given more than once
	ProblemTruncated   Problem = "truncated"    // reading the body failed before its end
	ProblemTooLong     Problem = "too-long"     // the body is longer than [MaxBody]
	ProblemCompression Problem = "compression"  // the body is not compressed with gzip, or the gzip data is invalid
	ProblemNotRecorded Problem = "not-recorded" // the archive mentions a body but does not contain it
	ProblemEncoding    Problem = "encoding"     // the archive contains the body in an encoding that HAR does not define
	ProblemBase64      Problem = "base64"       // the archive contains the body as invalid base64
	ProblemForm        Problem = "form"         // the body is a form
)

var problems = map[Problem]api.Violation{
	ProblemContentType: {Path: contentTypePath, Reason: "want application/json, once"},
	ProblemTruncated:   {Reason: "the body is truncated"},
	ProblemTooLong:     {Reason: "want a body of at most 16777216 bytes"},
	ProblemCompression: {Reason: "want a body that is compressed with gzip or not at all"},
	ProblemNotRecorded: {Reason: "the body was not recorded: save the archive with content"},
	ProblemEncoding:    {Reason: "want the body's encoding to be base64 or absent"},
	ProblemBase64:      {Reason: "the content is not valid base64"},
	ProblemForm:        {Reason: "want a JSON body, got a form"},
}

// violationsOf returns a violation for each problem.
func violationsOf(found []Problem) api.Violations {
	violations := make(api.Violations, 0, len(found))
	for _, problem := range found {
		violation, ok := problems[problem]
		if !ok {
			violation.Reason = "unknown problem: want one of " + strings.Join(problemNames(), ", ")
		}
		violations = append(violations, violation)
	}
	return violations
}

func problemNames() []string {
	names := make([]string, 0, len(problems))
	for _, problem := range slices.Sorted(maps.Keys(problems)) {
		names = append(names, string(problem))
	}
	return names
}
