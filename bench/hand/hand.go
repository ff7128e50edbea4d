// Package hand calls two commands as a program without a client library does: with net/http, encoding/json, a kept
// connection for each caller, a time limit and a UserSig that was generated in advance.
package hand

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// Client calls the commands of one server.
type Client struct {
	http   *http.Client
	server string
	query  string // without the value of random, which comes last
}

// New returns a client that sends through transport.
func New(server string, transport http.RoundTripper, sdkAppID int, identifier, userSig string) *Client {
	query := url.Values{
		"sdkappid": {strconv.Itoa(sdkAppID)}, "identifier": {identifier}, "usersig": {userSig}, "contenttype": {"json"},
	}
	return &Client{
		http:   &http.Client{Transport: transport, Timeout: 5 * time.Second},
		server: server, query: query.Encode() + "&random=",
	}
}

// Envelope has the properties that all responses have in common.
type Envelope struct {
	ActionStatus string
	ErrorCode    int
	ErrorInfo    string
	ErrorDisplay string
}

func (e *Envelope) err() error {
	if e.ErrorCode != 0 || e.ActionStatus != "OK" {
		return fmt.Errorf("%s: error code %d: %s", e.ActionStatus, e.ErrorCode, e.ErrorInfo)
	}
	return nil
}

type response interface{ err() error }

// call sends the request and decodes the response.
func (c *Client) call(ctx context.Context, path string, request any, decoded response) error {
	response, err := c.send(ctx, path, request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if err := json.NewDecoder(response.Body).Decode(decoded); err != nil {
		return err
	}
	return decoded.err()
}

func (c *Client) send(ctx context.Context, path string, request any) (*http.Response, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	address := c.server + path + "?" + c.query + strconv.FormatUint(uint64(rand.Uint32()), 10)
	sent, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	sent.Header.Set("Content-Type", "application/json")
	sent.Header.Set("Accept", "application/json")
	response, err := c.http.Do(sent)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		_ = response.Body.Close()
		return nil, fmt.Errorf("unexpected HTTP status %s", response.Status)
	}
	return response, nil
}

// Discard sends a request and discards the response, to measure net/http alone.
func (c *Client) Discard(ctx context.Context, path string, request any) error {
	response, err := c.send(ctx, path, request)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
	return err
}
