package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/timsns/timsns/internal/attempt"
	"github.com/timsns/timsns/internal/redaction"
)

// Recorder judges live traffic, so that one notices when the service drifts away from the document. Wrap puts it around
// a transport:
//
//	recorder, err := api.NewRecorder(func(exchange api.Exchange, verdicts []api.Verdict) { … })
//	client, err := gen.NewClient(gen.Singapore, sign, rest.WithMiddleware(recorder.Wrap))
//
// It changes nothing of what passes, and holds it back until it has been read and judged. Placed by rest.WithMiddleware it
// sees requests before they are signed; around any other transport it sees signed URLs, judges their query, too, and
// keeps no UserSig of them.
type Recorder struct {
	document *Document
	observe  func(Exchange, []Verdict)
	limit    int64
	refuse   bool
}

// RecorderOption changes a default of [NewRecorder].
type RecorderOption func(*Recorder)

// RefuseViolations has a call fail whose reply breaks the contract: the transport returns the [Violations], which package
// rest takes for a reply that never came. The request was sent all the same.
func RefuseViolations() RecorderOption {
	return func(r *Recorder) { r.refuse = true }
}

// AllowUndeclared judges by the document as it stands, which allows properties and error codes that it does not know. The
// default is [LoadClosed], by which they are findings.
func AllowUndeclared() RecorderOption {
	return func(r *Recorder) { r.document = nil }
}

// NewRecorder returns a recorder that hands each exchange to observe, with the verdicts on it and without secrets: the
// UserSig is replaced wherever it stands, and of the headers only the content types are kept. Exchanges are UserIDs
// and friends all the same: keep them as such. Many goroutines call observe, before the reply goes on to the caller.
func NewRecorder(observe func(exchange Exchange, verdicts []Verdict), options ...RecorderOption) (*Recorder, error) {
	closed, err := LoadClosed()
	if err != nil {
		return nil, err
	}
	recorder := &Recorder{document: closed, observe: observe, limit: longestBody}
	for _, option := range options {
		option(recorder)
	}
	if recorder.document == nil {
		recorder.document, err = Load()
	}
	return recorder, err
}

// longestBody is how many bytes of a body are judged.
const longestBody = 16 << 20

// Wrap returns a transport that sends through next.
func (r *Recorder) Wrap(next http.RoundTripper) http.RoundTripper {
	return &recording{Recorder: r, next: next}
}

type recording struct {
	*Recorder

	next http.RoundTripper
}

// RoundTrip implements [http.RoundTripper].
func (r *recording) RoundTrip(request *http.Request) (*http.Response, error) {
	sent, body, err := r.readRequest(request)
	if err != nil {
		return nil, err
	}
	response, err := r.next.RoundTrip(sent)
	exchange := Exchange{
		Method: request.Method, URL: request.URL.String(), Unsigned: isUnsigned(request), RequestType: request.Header.Get("Content-Type"), Request: body,
	}
	if err != nil {
		_ = r.tell(request, &exchange) // there is no reply that could be refused
		return response, err
	}
	exchange.Status, exchange.ResponseType = response.StatusCode, response.Header.Get("Content-Type")
	var more []Finding // than an exchange tells of
	exchange.Response, response.Body, more = r.read(response.Body)
	if types := response.Header.Values("Content-Type"); len(types) != 1 || types[0] == "" {
		more = append(more, Finding{Path: "header.Content-Type", Reason: "want application/json, once"})
	}
	if found := r.tell(request, &exchange, more...); r.refuse && found != nil {
		_ = response.Body.Close()
		return nil, fmt.Errorf("api: the reply breaks the contract: %w", found)
	}
	return response, nil
}

// isUnsigned tells whether a signer below is going to add the query.
func isUnsigned(request *http.Request) bool {
	return attempt.FromContext(request.Context()) != nil && request.URL.RawQuery == ""
}

// readRequest returns the request to send in place of the given one, which must not be changed, and its body.
func (r *recording) readRequest(request *http.Request) (*http.Request, Body, error) {
	if request.Body == nil || request.Body == http.NoBody {
		return request, Body{}, nil
	}
	body, err := io.ReadAll(request.Body)
	if err := errors.Join(err, request.Body.Close()); err != nil {
		return nil, nil, fmt.Errorf("api: reading the request: %w", err)
	}
	sent := request.Clone(request.Context())
	sent.Body = io.NopCloser(bytes.NewReader(body))
	return sent, body, nil
}

// read returns a body, and one that reads the same. A body that is too long, or breaks off, is nil, and that is a finding.
func (r *recording) read(body io.ReadCloser) (Body, io.ReadCloser, []Finding) {
	start, err := io.ReadAll(io.LimitReader(body, r.limit+1))
	rest := io.Reader(body)
	if err != nil {
		rest = broken{err}
	}
	again := &replayed{Reader: io.MultiReader(bytes.NewReader(start), rest), Closer: body}
	switch {
	case err != nil:
		return nil, again, []Finding{{Reason: "the body broke off"}}
	case int64(len(start)) > r.limit:
		return nil, again, []Finding{{Reason: fmt.Sprintf("want a body of at most %d bytes", r.limit)}}
	}
	return start, again, nil
}

// replayed is a body that was read already, in part or as a whole.
type replayed struct {
	io.Reader
	io.Closer
}

// broken fails as the body did.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }

// tell judges the exchange as it was, hands it on without secrets, and returns what is wrong with the reply.
func (r *recording) tell(request *http.Request, exchange *Exchange, more ...Finding) error {
	verdicts := r.document.Judge(exchange)
	last := &verdicts[len(verdicts)-1]
	last.Findings = append(last.Findings, more...)
	redact := redactorOf(request)
	exchange.redact(redact)
	var found Violations
	for _, verdict := range verdicts {
		for i, finding := range verdict.Findings {
			finding.Path, finding.Reason = redact(finding.Path), redact(finding.Reason)
			verdict.Findings[i] = finding
			if verdict.Direction == Responses {
				found = append(found, Violation{Field: finding.Path, Reason: finding.Reason})
			}
		}
	}
	r.observe(*exchange, verdicts)
	if found == nil {
		return nil
	}
	return found
}

// redactorOf returns what replaces the UserSig of an exchange: that of the URL, and the one that a signer below added.
func redactorOf(request *http.Request) func(text string) string {
	below := func(text string) string { return text }
	if record := attempt.FromContext(request.Context()); record != nil && record.Redact != nil {
		below = record.Redact
	}
	if request.URL.RawQuery == "" {
		return below
	}
	above := redaction.OfQuery(request.URL.RawQuery)
	return func(text string) string { return below(above(text)) }
}

func (e *Exchange) redact(redact func(text string) string) {
	e.URL = redact(withoutUserSig(e.URL))
	e.RequestType, e.ResponseType = redact(e.RequestType), redact(e.ResponseType)
	if e.Request != nil {
		e.Request = Body(redact(string(e.Request)))
	}
	if e.Response != nil {
		e.Response = Body(redact(string(e.Response)))
	}
}

// withoutUserSig drops the UserSig, which may be too short to be taken for one anywhere else.
func withoutUserSig(address string) string {
	parsed, err := url.Parse(address)
	if err != nil || !parsed.Query().Has("usersig") {
		return address
	}
	query := parsed.Query()
	query.Set("usersig", redaction.Redacted)
	parsed.RawQuery = query.Encode()
	return parsed.String()
}
