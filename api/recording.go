package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/timsns/timsns/internal/redaction"
	"github.com/timsns/timsns/internal/signature"
)

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
	exchange := exchangeOf(request, body)
	if err != nil {
		_ = r.tell(request, exchange) // there is no reply that could be refused
		return response, err
	}
	reply := readReply(response)
	ended := reply.err != nil && request.Context().Err() != nil
	if !ended { // otherwise the caller gave up, and nothing is known of the reply
		exchange.Status, exchange.ResponseType = response.StatusCode, response.Header.Get("Content-Type")
		exchange.Response, exchange.ResponseFaults = reply.judged(response.Header)
	}
	found := r.tell(request, exchange)
	if r.refuse && (found != nil || ended) {
		_ = response.Body.Close()
		return nil, refusal(found, redaction.Error(reply.err, userSigOf(request)), request.Context().Err())
	}
	return response, nil
}

// exchangeOf returns what is known before there is a reply.
func exchangeOf(request *http.Request, body Body) *Exchange {
	return &Exchange{
		Method: request.Method, URL: request.URL.String(), RequestType: request.Header.Get("Content-Type"), Request: body,
		Unsigned: isUnsigned(request),
	}
}

// refusal is the error of a reply that is not handed on, for what was found in it, or since it broke off.
func refusal(found Violations, broken, ended error) error {
	switch {
	case broken == nil:
		return fmt.Errorf("api: the reply breaks the contract: %w", found)
	case ended == nil:
		return fmt.Errorf("api: the reply breaks the contract: %w: %w", found, broken)
	}
	return fmt.Errorf("api: reading the reply: %w", ended)
}

// isUnsigned tells whether a signer below is going to add the query.
func isUnsigned(request *http.Request) bool {
	return signature.FromContext(request.Context()) != nil && request.URL.RawQuery == ""
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

// tell judges the exchange as it was, hands it on without secrets, and returns what is wrong with the reply.
func (r *recording) tell(request *http.Request, exchange *Exchange) Violations {
	verdicts := r.document.Judge(exchange)
	redact := func(text string) string { return redaction.Text(text, userSigOf(request)) }
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
	return found
}

// userSigOf returns the UserSig of a request: that of its URL, or the one that is added below.
func userSigOf(request *http.Request) string {
	if below := signature.FromContext(request.Context()); below != nil {
		return below.UserSig
	}
	return redaction.UserSig(request.URL.String())
}

func (e *Exchange) redact(redact func(text string) string) {
	e.URL = redact(redaction.URL(e.URL)) // in which a UserSig may be too short to be taken for one anywhere else
	e.RequestType, e.ResponseType = redact(e.RequestType), redact(e.ResponseType)
	if e.Request != nil {
		e.Request = Body(redact(string(e.Request)))
	}
	if e.Response != nil {
		e.Response = Body(redact(string(e.Response)))
	}
}
