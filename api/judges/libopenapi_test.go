package judges

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"sync"
	"testing"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/config"
	found "github.com/pb33f/libopenapi-validator/errors"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

// newLibopenapi returns libopenapi-validator, which shares no code with the others. Its strict mode reports what the
// document does not declare.
func newLibopenapi(t *testing.T) judge {
	t.Helper()
	document, err := libopenapi.NewDocument(timsns.Document)
	require.NoError(t, err)
	strict, problems := validator.NewValidator(document, config.WithStrictMode(), config.WithFormatAssertions(),
		config.WithRejectUnsupportedBodyContent(), config.WithRegexCache(&sync.Map{}), ignoreSchemes(t))
	require.Empty(t, problems)
	valid, invalid := strict.ValidateDocument()
	require.True(t, valid, "the document: %v", join(invalid))
	return judge{pb33f, func(exchange corpus.Exchange) error { return askLibopenapi(strict, exchange) }}
}

// ignoreSchemes keeps strict mode from reporting parameters that are declared as security schemes.
func ignoreSchemes(t *testing.T) config.Option {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	var paths []string
	for _, parameter := range document.Parameters() {
		paths = append(paths, "$.query."+parameter.Name)
	}
	return config.WithStrictIgnorePaths(paths...)
}

func askLibopenapi(strict validator.Validator, exchange corpus.Exchange) error {
	request, err := requestOf(exchange)
	if err != nil {
		return err
	}
	var violations []*found.ValidationError
	if exchange.Tested == api.Requests {
		_, violations = strict.ValidateHttpRequestSync(request)
	} else {
		_, violations = strict.ValidateHttpResponse(request, &http.Response{
			StatusCode: exchange.Response.Status, Header: exchange.Response.Header, Body: io.NopCloser(bytes.NewReader(exchange.Response.Body)),
		})
	}
	return join(violations)
}

// join converts the errors one by one, since a nil pointer would become a non-nil error.
func join(violations []*found.ValidationError) error {
	all := make([]error, len(violations))
	for i, violation := range violations {
		all[i] = violation
	}
	return errors.Join(all...)
}
