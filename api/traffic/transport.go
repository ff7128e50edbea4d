package traffic

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/timsns/timsns/api"
)

type recordingTransport struct {
	*Recorder

	next http.RoundTripper
}

// RoundTrip implements [http.RoundTripper].
func (t *recordingTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	sent, body, err := captureRequest(request)
	if err != nil {
		return nil, err
	}
	secret := secretOf(request)
	exchange := newExchange(request, body, secret)
	response, err := t.next.RoundTrip(sent)
	if err != nil {
		_ = t.validateAndReport(exchange, secret) // there is no response that could be replaced
		return response, err
	}
	captured := captureResponse(response)
	isAbandoned := captured.err != nil && request.Context().Err() != nil
	if !isAbandoned { // otherwise the caller ended the call, and the service is not to blame
		captured.addTo(exchange, response)
	}
	found := t.validateAndReport(exchange, secret)
	if t.failOnViolation && found != nil && !captured.isFailure(response, exchange.Response) {
		_ = response.Body.Close()
		return nil, fmt.Errorf("traffic: the response violates the document: %w", found)
	}
	return response, nil
}

// captureRequest reads the body of a request. It returns the request to send instead, since a transport must not change
// the one that it gets.
func captureRequest(request *http.Request) (*http.Request, Body, error) {
	if request.Body == nil || request.Body == http.NoBody {
		return request, Body{}, nil
	}
	body, err := io.ReadAll(request.Body)
	if err := errors.Join(err, request.Body.Close()); err != nil {
		return nil, nil, fmt.Errorf("traffic: reading the request: %w", err)
	}
	sent := request.Clone(request.Context())
	sent.Body = io.NopCloser(bytes.NewReader(body))
	return sent, body, nil
}

// newExchange returns an exchange without its response.
func newExchange(request *http.Request, body Body, secret secret) *Exchange {
	return &Exchange{
		Method: request.Method, URL: request.URL.String(), Unsigned: secret.isBelow && request.URL.RawQuery == "",
		RequestType: request.Header.Get("Content-Type"), Request: body,
	}
}

// validateAndReport validates the exchange, reports it without secrets, and returns the violations of the response.
func (t *recordingTransport) validateAndReport(exchange *Exchange, secret secret) api.Violations {
	results := Validate(t.document, exchange)
	secret.redactExchange(exchange)
	var found api.Violations
	for _, result := range results {
		secret.redactViolations(result.Violations)
		if result.Direction == api.Responses {
			found = append(found, result.Violations...)
		}
	}
	t.report(*exchange, results)
	return found
}
