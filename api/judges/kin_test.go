package judges

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

// newKin returns the filter of kin-openapi, which validates HTTP messages. Package api only uses its schemas.
func newKin(t *testing.T) judge {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromData(timsns.Document)
	require.NoError(t, err)
	spec.Servers = openapi3.Servers{{URL: address}}
	router, err := legacy.NewRouter(spec)
	require.NoError(t, err)
	document, err := api.Load()
	require.NoError(t, err)
	options := &openapi3filter.Options{
		MultiError: true, IncludeResponseStatus: true, SkipSettingDefaults: true,
		// The schema of a query parameter is an extension of this project, which other validators do not know.
		AuthenticationFunc: func(_ context.Context, scheme *openapi3filter.AuthenticationInput) error {
			return document.ValidateQuery(scheme.RequestValidationInput.Request.URL.Query())
		},
	}
	return judge{kin, func(exchange corpus.Exchange) error { return askKin(router, options, exchange) }}
}

func askKin(router routers.Router, options *openapi3filter.Options, exchange corpus.Exchange) error {
	request, err := requestOf(exchange)
	if err != nil {
		return err
	}
	route, parameters, err := router.FindRoute(request)
	if err != nil {
		return err
	}
	input := &openapi3filter.RequestValidationInput{Request: request, PathParams: parameters, Route: route, Options: options}
	if exchange.Tested == api.Requests {
		return openapi3filter.ValidateRequest(request.Context(), input)
	}
	return openapi3filter.ValidateResponse(request.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Options: options,
		Status: exchange.Response.Status, Header: exchange.Response.Header, Body: io.NopCloser(bytes.NewReader(exchange.Response.Body)),
	})
}
