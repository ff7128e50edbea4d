package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

// checkCall makes a call that only reads, about the administrator's own account.
func (d *doctor) checkCall(ctx context.Context, server rest.Server, credentials signer.Credentials) {
	operation, body, ok := d.service.harmlessCall(credentials.Identifier)
	if !ok {
		d.reportf(warn, "call", "the document has no operation that only reads, so that none was called")
		return
	}
	call, err := d.call(ctx, server, credentials, operation, body)
	switch {
	case err == nil:
		d.reportf(isOK, "call", "%s succeeds", operation.Command)
	case call == nil:
		d.reportf(fail, "call", "%v", err)
	case call.Code == 0:
		d.reportf(fail, "call", "%s: %v", operation.Command, call.Err)
	case isOfFrontEnd(call.Code), d.service.isEmbedded && errors.Is(err, gen.CodeAdminRequired):
		d.reportf(fail, "call", "%s returns code %d: %s; %s", operation.Command, call.Code, call.Meaning, call.Advice)
	default:
		d.reportf(warn, "call", "the signature is accepted, but %s returns code %d: %s; %s",
			operation.Command, call.Code, call.Meaning, call.Advice)
	}
	if isOfRegion(err) && server.Name != "" { // a server that was given as a URL has no other regions
		d.checkRegions(ctx, server, credentials, operation, body)
	}
}

// call makes one attempt. The first result is nil if there was no attempt.
func (d *doctor) call(
	ctx context.Context, server rest.Server, credentials signer.Credentials, operation *api.Operation, body []byte,
) (*rest.Error, error) {
	client, err := d.service.newClient(server, credentials, []rest.Option{
		rest.WithoutRetry(), rest.WithAttemptTimeout(patienceOfDoctor),
	})
	if err != nil {
		return nil, err
	}
	_, err = rest.Call[rest.RawResponse](ctx, client, restOperation(operation, body), json.RawMessage(body))
	call, _ := errors.AsType[*rest.Error](err)
	return call, err
}

// harmlessCall returns an operation that only reads, and its example, with the account in place of the sample account.
func (s *service) harmlessCall(account string) (operation *api.Operation, body []byte, ok bool) {
	quoted, sample := jsonString(account), jsonString(s.SampleAccount())
	for _, operation := range s.Operations() {
		if !operation.Idempotent {
			continue
		}
		fixtures, err := s.Fixtures(operation.Command, api.Requests)
		if err != nil {
			continue
		}
		for _, fixture := range fixtures {
			if fixture.Name == "basic" {
				return operation, bytes.ReplaceAll(fixture.Body, sample, quoted), true
			}
		}
	}
	return nil, nil, false
}

// isOfFrontEnd reports whether a code, 6xxxx or 7xxxx, means that the call did not reach the command.
func isOfFrontEnd(code rest.Code) bool { return code >= 60000 && code < 80000 }

// isOfRegion reports whether a call fails as one to another region than the app's.
func isOfRegion(err error) bool {
	return errors.Is(err, gen.CodeWrongRegion) || errors.Is(err, gen.CodeKeyMissing) || errors.Is(err, gen.CodeAppNotFound)
}

// checkRegions makes the same call in the other regions.
func (d *doctor) checkRegions(
	ctx context.Context, asked rest.Server, credentials signer.Credentials, operation *api.Operation, body []byte,
) {
	var names []string
	for _, server := range d.service.Servers() {
		if server.URL == asked.URL {
			continue
		}
		call, err := d.call(ctx, server, credentials, operation, body)
		if err == nil || call != nil && call.Code != 0 && !isOfRegion(err) {
			names = append(names, server.Name)
		}
	}
	if names == nil {
		d.reportf(fail, "region", "no other region says that it knows app %d: check the SDKAppID", credentials.SDKAppID)
		return
	}
	d.reportf(fail, "region", "the app belongs to %[1]s: set --server or TIMSNS_SERVER to %[1]s", strings.Join(names, " or "))
}

// jsonString returns a text as JSON. What is not UTF-8 is replaced.
func jsonString(text string) []byte {
	quoted, _ := jsontext.AppendQuote(nil, text) // the error says what was replaced
	return quoted
}
