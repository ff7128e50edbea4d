package api

import (
	"maps"
	"slices"
	"strings"
)

// Fault is something wrong with a message that no other member of an [Exchange] tells: what is known of a body that is not
// there, or of a header beyond its value. [Document.Judge] makes a [Finding] of each, and of one that is none of these.
type Fault string

// The faults, in the words that they have in a file.
const (
	FaultContentType Fault = "content-type" // a Content-Type is missing, or there are several
	FaultBrokenOff   Fault = "broken-off"   // the body ended before it was whole
	FaultTooLong     Fault = "too-long"     // the body has more than 16 MiB, which is all that a Recorder reads
	FaultCompression Fault = "compression"  // the body is compressed with something else than gzip, or with a bad gzip
	FaultNotRecorded Fault = "not-recorded" // the archive tells of a body, and does not hold it
	FaultEncoding    Fault = "encoding"     // the archive holds the body in an encoding that HAR does not know
	FaultBase64      Fault = "base64"       // the archive holds the body as base64, which it is not
	FaultForm        Fault = "form"         // the body is a form
)

var faultFindings = map[Fault]Finding{
	FaultContentType: {Path: contentTypePath, Reason: "want application/json, once"},
	FaultBrokenOff:   {Reason: "the body broke off"},
	FaultTooLong:     {Reason: "want a body of at most 16777216 bytes"},
	FaultCompression: {Reason: "want a body that is compressed with gzip, or not at all"},
	FaultNotRecorded: {Reason: "the body was not recorded: save the archive with content"},
	FaultEncoding:    {Reason: "want the body's encoding to be base64, or none"},
	FaultBase64:      {Reason: "the content is no base64"},
	FaultForm:        {Reason: "want a JSON body, got a form"},
}

// findingsOf tells what is wrong. Faults of a file may have other names.
func findingsOf(faults []Fault) []Finding {
	found := make([]Finding, 0, len(faults))
	for _, fault := range faults {
		finding, isKnown := faultFindings[fault]
		if !isKnown {
			finding.Reason = "want faults among " + strings.Join(faultNames(), ", ")
		}
		found = append(found, finding)
	}
	return found
}

func faultNames() []string {
	names := make([]string, 0, len(faultFindings))
	for _, fault := range slices.Sorted(maps.Keys(faultFindings)) {
		names = append(names, string(fault))
	}
	return names
}
