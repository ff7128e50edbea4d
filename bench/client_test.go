package bench

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/bench/hand"
	"github.com/timsns/timsns/bench/stock"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/signer"
)

const (
	sdkAppID   = 1400000000
	identifier = "administrator"
	secretKey  = "key"
	account    = "alice"
)

// call makes one call and returns the number of items in the response.
type call func(ctx context.Context) (int, error)

// newCalls contains a function for each client, by name. It returns the client's call of a command.
var newCalls = map[string]func(tb testing.TB, at endpoint, command string) call{
	"hand": newHandCall, "stock": newStockCall, "timsns": newTimsnsCall, "floor": newFloorCall,
}

// clients are the names of the clients. benchstat compares the others with the first one.
var clients = []string{"hand", "stock", "timsns", "floor"}

func newHand(tb testing.TB, at endpoint) *hand.Client {
	tb.Helper()
	userSig, err := tencentyun.GenUserSig(sdkAppID, secretKey, identifier, 24*60*60)
	require.NoError(tb, err)
	return hand.New(at.url, at.transport, sdkAppID, identifier, userSig)
}

func newHandCall(tb testing.TB, at endpoint, command string) call {
	tb.Helper()
	client := newHand(tb, at)
	if command == "friend_get" {
		return func(ctx context.Context) (int, error) {
			response, err := client.FriendGet(ctx, hand.FriendGetRequest{FromAccount: account})
			if err != nil {
				return 0, err
			}
			return len(response.UserDataItem), nil
		}
	}
	return func(ctx context.Context) (int, error) {
		response, err := client.GroupGet(ctx, hand.GroupGetRequest{FromAccount: account, NeedFriend: "Need_Friend_Type_Yes"})
		if err != nil {
			return 0, err
		}
		return len(response.ResultItem), nil
	}
}

// newFloorCall returns a call that discards the response.
func newFloorCall(tb testing.TB, at endpoint, command string) call {
	tb.Helper()
	client := newHand(tb, at)
	return func(ctx context.Context) (int, error) {
		request := hand.GroupGetRequest{FromAccount: account, NeedFriend: "Need_Friend_Type_Yes"}
		return 1, client.Discard(ctx, "/v4/sns/"+command, request)
	}
}

// newTimsnsCall returns a call without a quota, which would slow the benchmark down. rest.BenchmarkLimiter measures
// what the quota costs.
func newTimsnsCall(tb testing.TB, at endpoint, command string) call {
	tb.Helper()
	sign, err := signer.New(signer.Credentials{SDKAppID: sdkAppID, Identifier: identifier, SecretKey: secretKey})
	require.NoError(tb, err)
	client, err := gen.NewClient(rest.Server{URL: at.url}, sign, at.option, rest.WithLimiter(rest.NoLimit()))
	require.NoError(tb, err)
	tb.Cleanup(client.CloseIdleConnections)
	if command == "friend_get" {
		return func(ctx context.Context) (int, error) {
			response, err := client.FriendGet(ctx, gen.FriendGetRequest{FromAccount: account})
			if err != nil {
				return 0, err
			}
			return len(response.UserDataItem), nil
		}
	}
	return func(ctx context.Context) (int, error) {
		response, err := client.GroupGet(ctx, gen.GroupGetRequest{FromAccount: account, NeedFriend: gen.NeedFriendTypeYes})
		if err != nil {
			return 0, err
		}
		return len(response.ResultItem), nil
	}
}

func newStockCall(tb testing.TB, at endpoint, command string) call {
	tb.Helper()
	userSig, err := tencentyun.GenUserSig(sdkAppID, secretKey, identifier, 24*60*60)
	require.NoError(tb, err)
	query := url.Values{
		"sdkappid": {strconv.Itoa(sdkAppID)}, "identifier": {identifier}, "usersig": {userSig}, "contenttype": {"json"},
	}.Encode()
	client, err := stock.NewClientWithResponses(at.url, stock.WithHTTPClient(&http.Client{Transport: at.transport}),
		stock.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
			request.URL.RawQuery = query + "&random=" + strconv.FormatUint(uint64(rand.Uint32()), 10)
			request.Header.Set("Accept", "application/json")
			return nil
		}))
	require.NoError(tb, err)
	if command == "friend_get" {
		return func(ctx context.Context) (int, error) { return stockFriendGet(ctx, client) }
	}
	return func(ctx context.Context) (int, error) { return stockGroupGet(ctx, client) }
}

var errNoResponse = errors.New("no response")

func stockGroupGet(ctx context.Context, client *stock.ClientWithResponses) (int, error) {
	need := stock.NeedFriendTypeYes
	result, err := client.GroupGetWithResponse(ctx, stock.GroupGetRequest{FromAccount: account, NeedFriend: &need})
	if err != nil {
		return 0, err
	}
	if result.JSON200 == nil {
		return 0, errNoResponse
	}
	response, err := result.JSON200.AsGroupGetResponse()
	if err == nil && response.ErrorCode != 0 {
		return 0, errNoResponse
	}
	return len(response.ResultItem), err
}

func stockFriendGet(ctx context.Context, client *stock.ClientWithResponses) (int, error) {
	result, err := client.FriendGetWithResponse(ctx, stock.FriendGetRequest{FromAccount: account})
	if err != nil {
		return 0, err
	}
	if result.JSON200 == nil {
		return 0, errNoResponse
	}
	response, err := result.JSON200.AsFriendGetResponse()
	if err != nil {
		return 0, err
	}
	if response.ErrorCode != 0 || response.UserDataItem == nil {
		return 0, errNoResponse
	}
	return len(*response.UserDataItem), nil
}
