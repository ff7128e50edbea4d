package judges

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/corpus"
)

// judge is a validator. Its validate method returns an error if the message under test is invalid. Many goroutines may
// call it.
type judge struct {
	name     string
	validate func(corpus.Exchange) error
}

// address is a host to which no request is sent.
const address = "http://127.0.0.1"

// requestOf returns the request of an exchange for net/http.
func requestOf(exchange corpus.Exchange) (*http.Request, error) {
	sent := exchange.Request
	request, err := http.NewRequestWithContext(context.Background(), sent.Method, address+sent.Path+"?"+sent.Query, bytes.NewReader(sent.Body))
	if err != nil {
		return nil, err
	}
	request.Header = sent.Header.Clone()
	return request, nil
}

// newOwn returns the project's own validator, package traffic.
func newOwn(t *testing.T) judge {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	return judge{own, func(exchange corpus.Exchange) error {
		for _, result := range traffic.Validate(document, recorded(exchange)) {
			if result.Direction == exchange.Tested && len(result.Violations) > 0 {
				return result.Violations
			}
		}
		return nil
	}}
}

// recorded returns an exchange for package traffic, with several headers of one name joined.
func recorded(exchange corpus.Exchange) *traffic.Exchange {
	sent, received := exchange.Request, exchange.Response
	return &traffic.Exchange{
		Method: sent.Method, URL: address + sent.Path + "?" + sent.Query,
		RequestType:  strings.Join(sent.Header.Values("Content-Type"), ", "),
		Request:      append(traffic.Body{}, sent.Body...),
		Status:       received.Status,
		ResponseType: strings.Join(received.Header.Values("Content-Type"), ", "),
		Response:     append(traffic.Body{}, received.Body...),
	}
}
