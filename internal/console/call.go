package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// maxRequest is the largest number of bytes of a request's body. No request of the service is nearly as large.
const maxRequest = 8 << 20

// targetHeader is the header of a call with the name of its target.
const targetHeader = "Timsns-Target"

// serveCall sends a request to the service, and returns its response. It sends the request once: what is sent by hand
// can be sent again by hand, and the page shows exactly what happened.
func (c *console) serveCall(w http.ResponseWriter, r *http.Request) {
	operation, isKnown := c.Document.OperationAt(r.URL.Path)
	target, hasTarget := c.target(r.Header.Get(targetHeader))
	switch {
	case !isKnown:
		http.Error(w, "the document has no such command", http.StatusNotFound)
		return
	case !hasTarget:
		http.Error(w, targetHeader+": want the name of a target", http.StatusBadRequest)
		return
	case !operation.Idempotent && !c.AllowWrites: // only reads qualify
		http.Error(w, operation.Command+" changes data: start timsns console --allow-writes to send it", http.StatusForbidden)
		return
	}
	body, err := readJSON(w, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), callTimeout)
	defer cancel()
	ctx, recorded, err := newRecording(ctx, c.Document)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	result := c.call(ctx, operation, target, body)
	result.add(recorded)
	result.addAccounts(operation, body, recorded.exchange.Response, c.Document.LookupCode)
	result.write(w, recorded.exchange.Response)
}

// readJSON reads the body of a request, which is any JSON value.
func readJSON(w http.ResponseWriter, r *http.Request) (jsontext.Value, error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
	if err != nil {
		return nil, fmt.Errorf("the request cannot be read: %w", err)
	}
	if value := jsontext.Value(body); value.IsValid() {
		return value, nil
	}
	return nil, errors.New("the request is not valid JSON")
}

// call calls an operation and returns the outcome.
func (c *console) call(ctx context.Context, operation *api.Operation, target Target, body jsontext.Value) *outcome {
	result := &outcome{Target: target.Name, Command: operation.Command, Method: http.MethodPost}
	_, err := rest.Call[rest.RawResponse](ctx, c.clients[target.Name], rest.Operation{
		ID: operation.ID, Path: operation.Path, RateLimit: operation.RateLimit,
	}, body, rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
		result.addAttempt(attempt, operation, target)
	}))
	result.addError(err, operation, c.Document.LookupCode)
	return result
}

// responseType returns the Content-Type for a body from the service, so that the browser takes it for text.
func responseType(contentType string) string {
	if mediaType, _, _ := mime.ParseMediaType(contentType); mediaType == "application/json" {
		return mediaType
	}
	return "text/plain; charset=utf-8"
}
