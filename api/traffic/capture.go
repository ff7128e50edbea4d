package traffic

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
)

// MaxBody is the largest number of bytes of a body that are validated.
const MaxBody = 16 << 20

// capturedBody is the body of a response as it was received.
type capturedBody struct {
	start []byte // all of it, unless it is longer than MaxBody
	err   error  // why reading it failed
}

// captureResponse reads the body of a response and replaces it by one that reads the same.
func captureResponse(response *http.Response) capturedBody {
	start, err := io.ReadAll(io.LimitReader(response.Body, MaxBody+1))
	rest := io.Reader(response.Body)
	if err != nil {
		rest = errorReader{err}
	}
	response.Body = replayedBody{io.MultiReader(bytes.NewReader(start), rest), response.Body}
	return capturedBody{start, err}
}

// replayedBody reads a body that was read before, entirely or in part.
type replayedBody struct {
	io.Reader
	io.Closer
}

type errorReader struct{ err error }

func (r errorReader) Read([]byte) (int, error) { return 0, r.err }

// addTo adds the response to the exchange.
func (b capturedBody) addTo(exchange *Exchange, response *http.Response) {
	exchange.Status, exchange.ResponseType = response.StatusCode, response.Header.Get("Content-Type")
	if types := response.Header.Values("Content-Type"); len(types) != 1 || types[0] == "" {
		exchange.ResponseProblems = append(exchange.ResponseProblems, ProblemContentType)
	}
	body, problem := b.decode(response.Header)
	if problem != "" {
		exchange.ResponseProblems = append(exchange.ResponseProblems, problem)
		return
	}
	exchange.Response = body
}

// isFailure reports whether the call fails whatever the document says: reading the response failed, or the status or
// the body is an error. Such a response is passed on, so that the caller gets its error and decides about a retry.
func (b capturedBody) isFailure(response *http.Response, body Body) bool {
	return b.err != nil || response.StatusCode != http.StatusOK || isServiceError(body)
}

// isServiceError reports whether a body is an error of the service: an object with an ErrorCode other than 0.
func isServiceError(body Body) bool {
	var envelope struct{ ErrorCode int64 }
	return jsonv2.Unmarshal(body, &envelope) == nil && envelope.ErrorCode != 0
}

// decode returns the body as it can be validated, or the problem that prevents this.
func (b capturedBody) decode(header http.Header) (Body, Problem) {
	switch {
	case b.err != nil:
		return nil, ProblemTruncated
	case len(b.start) > MaxBody:
		return nil, ProblemTooLong
	}
	return Decompress(b.start, strings.Join(header.Values("Content-Encoding"), ", "))
}

// Decompress returns a body that has the Content-Encoding, uncompressed, or the problem that prevents reading it. An
// empty body is not compressed, whatever its header says.
func Decompress(body Body, contentEncoding string) (Body, Problem) {
	switch encoding := strings.ToLower(strings.TrimSpace(contentEncoding)); {
	case len(body) == 0, encoding == "", encoding == "identity":
		return body, ""
	case encoding != "gzip" && encoding != "x-gzip": // a synonym (RFC 9110, section 8.4.1.3)
		return nil, ProblemCompression
	}
	reader, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, ProblemCompression
	}
	text, err := io.ReadAll(io.LimitReader(reader, MaxBody+1))
	switch {
	case err != nil:
		return nil, ProblemCompression
	case len(text) > MaxBody:
		return nil, ProblemTooLong
	}
	return text, ""
}
