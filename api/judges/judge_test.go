package judges

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/corpus"
)

// judge gives its verdict of the packet under test: nil if it is good, and otherwise what is wrong. Many goroutines may ask it.
type judge struct {
	name    string
	verdict func(corpus.Exchange) error
}

// address is a host that no request is sent to.
const address = "http://127.0.0.1"

// requestOf returns the request of an exchange as net/http has it.
func requestOf(exchange corpus.Exchange) (*http.Request, error) {
	sent := exchange.Request
	request, err := http.NewRequestWithContext(context.Background(), sent.Method, address+sent.Path+"?"+sent.Query, bytes.NewReader(sent.Body))
	if err != nil {
		return nil, err
	}
	request.Header = sent.Header.Clone()
	return request, nil
}

// newOwn returns the project's own judge, package api.
func newOwn(t *testing.T) judge {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	return judge{own, func(exchange corpus.Exchange) error {
		for _, verdict := range document.Judge(recorded(exchange)) {
			if verdict.Direction == exchange.Tested && len(verdict.Findings) > 0 {
				return errors.New(verdict.Findings[0].Reason)
			}
		}
		return nil
	}}
}

// recorded returns an exchange as package api has it, with several headers of one name as one.
func recorded(exchange corpus.Exchange) *api.Exchange {
	sent, reply := exchange.Request, exchange.Reply
	return &api.Exchange{
		Method: sent.Method, URL: address + sent.Path + "?" + sent.Query, RequestType: strings.Join(sent.Header.Values("Content-Type"), ", "), Request: append(api.Body{}, sent.Body...),
		Status: reply.Status, ResponseType: strings.Join(reply.Header.Values("Content-Type"), ", "), Response: append(api.Body{}, reply.Body...),
	}
}
