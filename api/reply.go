package api

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// longestBody is how many bytes of a body are judged.
const longestBody = 16 << 20

// reply is the body of a reply as it came.
type reply struct {
	start []byte // all of it, unless it is longer than longestBody
	err   error  // why it broke off
}

// readReply reads the body of a reply, and puts one that reads the same in its place.
func readReply(response *http.Response) reply {
	start, err := io.ReadAll(io.LimitReader(response.Body, longestBody+1))
	rest := io.Reader(response.Body)
	if err != nil {
		rest = broken{err}
	}
	response.Body = &replayed{Reader: io.MultiReader(bytes.NewReader(start), rest), Closer: response.Body}
	return reply{start, err}
}

// replayed is a body that was read already, in part or as a whole.
type replayed struct {
	io.Reader
	io.Closer
}

// broken fails as the body did.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }

// judged returns the body that is judged, nil if there is none, and what is wrong with the message beside it.
func (r reply) judged(header http.Header) (Body, []Fault) {
	var faults []Fault
	if types := header.Values("Content-Type"); len(types) != 1 || types[0] == "" {
		faults = append(faults, FaultContentType)
	}
	switch {
	case r.err != nil:
		return nil, append(faults, FaultBrokenOff)
	case len(r.start) > longestBody:
		return nil, append(faults, FaultTooLong)
	}
	text, fault := decompress(r.start, strings.Join(header.Values("Content-Encoding"), ", "))
	if fault != "" {
		return nil, append(faults, fault)
	}
	return text, faults
}

// decompress undoes what the transport has left, since the caller asked for it.
func decompress(body []byte, encoding string) (Body, Fault) {
	encoding = strings.ToLower(encoding)
	switch {
	case len(body) == 0, encoding == "", encoding == "identity":
		return body, ""
	case encoding != "gzip" && encoding != "x-gzip": // the same (RFC 9110, section 8.4.1.3)
		return nil, FaultCompression
	}
	packed, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, FaultCompression
	}
	text, err := io.ReadAll(io.LimitReader(packed, longestBody+1))
	switch {
	case err != nil:
		return nil, FaultCompression
	case len(text) > longestBody:
		return nil, FaultTooLong
	}
	return text, ""
}
