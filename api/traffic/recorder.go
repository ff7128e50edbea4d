package traffic

import (
	"errors"
	"net/http"

	"github.com/timsns/timsns/api"
)

// Recorder validates live traffic, to detect when the service departs from the document. Wrap adds it to a transport:
//
//	recorder, err := traffic.NewRecorder(func(exchange traffic.Exchange, results []traffic.Result) { … })
//	client, err := gen.NewClient(gen.Singapore, sign, rest.WithMiddleware(recorder.Wrap))
//
// It does not change requests or responses. A response reaches the caller after it has been read and validated. With
// rest.WithMiddleware, the recorder sees requests before they are signed. Around any other transport it sees signed
// URLs, validates their query too, and removes the UserSig from what it reports.
type Recorder struct {
	document *api.Document
	report   func(Exchange, []Result)

	failOnViolation bool
	undeclared      bool // whether to allow what the document does not declare
}

// RecorderOption changes a default of [NewRecorder].
type RecorderOption func(*Recorder) error

// WithFailOnViolation makes a call fail that would succeed if its response violates the document: the transport returns
// an error that wraps [api.Violations]. The request has been sent, and package rest does not repeat it if the recorder
// is a middleware. A response that is a failure anyway is reported and passed on, so that the caller gets the error
// code and decides about a retry as without a recorder: an error of the service, another HTTP status than 200, or a
// body that could not be read to its end.
func WithFailOnViolation() RecorderOption {
	return func(r *Recorder) error {
		r.failOnViolation = true
		return nil
	}
}

// WithUndeclared allows properties and error codes that the document does not declare. By default they are violations.
func WithUndeclared() RecorderOption {
	return func(r *Recorder) error {
		r.undeclared = true
		return nil
	}
}

// WithDocument validates against another document than that of this module.
func WithDocument(document *api.Document) RecorderOption {
	return func(r *Recorder) error {
		if document == nil {
			return errors.New("traffic: WithDocument: want a document, got nil")
		}
		r.document = document
		return nil
	}
}

// NewRecorder returns a recorder that calls report for each exchange, with the results of validating it in strict mode
// (see [api.Document.Strict]). Report may be called from many goroutines at once, each time before the response reaches
// the caller.
//
// The exchange holds no secrets: the UserSig is redacted wherever it occurs, and of the headers only the
// Content-Types are kept. It does hold UserIDs and friends, which are personal data. A response compressed with gzip,
// because the caller asked for that, is validated and reported uncompressed. A response that is cut off because the
// request's context ended is not reported.
func NewRecorder(report func(exchange Exchange, results []Result), options ...RecorderOption) (*Recorder, error) {
	if report == nil {
		return nil, errors.New("traffic: report: want a function, got nil")
	}
	document, err := api.Load()
	if err != nil {
		return nil, err
	}
	recorder := &Recorder{document: document, report: report}
	for _, option := range options {
		if option == nil {
			return nil, errors.New("traffic: want options that are not nil")
		}
		if err := option(recorder); err != nil {
			return nil, err
		}
	}
	if !recorder.undeclared {
		recorder.document, err = recorder.document.Strict()
	}
	return recorder, err
}

// Wrap returns a transport that sends requests through next, or through [http.DefaultTransport] if next is nil.
func (r *Recorder) Wrap(next http.RoundTripper) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &recordingTransport{r, next}
}
