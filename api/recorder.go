package api

import "net/http"

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
	refuse   bool
}

// RecorderOption changes a default of [NewRecorder].
type RecorderOption func(*Recorder)

// RefuseViolations has a call fail whose reply breaks the contract: the transport returns the [Violations], which package
// rest takes for a reply that never came. The request was sent all the same. The error of a reply that broke off wraps
// why it did; if that is the end of the request's context, it has no [Violations].
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
// A reply that is compressed with gzip, since the caller asked for that, is handed on and judged uncompressed. One that
// broke off since the request's context ended is not told of: that is no fault of the service.
func NewRecorder(observe func(exchange Exchange, verdicts []Verdict), options ...RecorderOption) (*Recorder, error) {
	closed, err := LoadClosed()
	if err != nil {
		return nil, err
	}
	recorder := &Recorder{document: closed, observe: observe}
	for _, option := range options {
		option(recorder)
	}
	if recorder.document == nil {
		recorder.document, err = Load()
	}
	return recorder, err
}

// Wrap returns a transport that sends through next, or through [http.DefaultTransport] if that is nil.
func (r *Recorder) Wrap(next http.RoundTripper) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &recording{Recorder: r, next: next}
}
