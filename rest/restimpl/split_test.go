package restimpl_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

var errBroken = errors.New("broken")

// splitAPI is a fake that records its calls, and fails one of them.
type splitAPI struct {
	gen.API

	calls   []int // how many accounts each call had
	failAt  int   // which call fails, counted from 1
	respond func(gen.BlackListAddRequest) *gen.BlackListAddResponse
}

func (f *splitAPI) BlackListAdd(
	_ context.Context, request gen.BlackListAddRequest, _ ...rest.CallOption,
) (*gen.BlackListAddResponse, error) {
	f.calls = append(f.calls, len(request.ToAccount))
	if len(f.calls) == f.failAt {
		return nil, errBroken
	}
	if f.respond != nil {
		return f.respond(request), nil
	}
	response := &gen.BlackListAddResponse{ErrorInfo: strconv.Itoa(len(f.calls))}
	for i, account := range request.ToAccount {
		item := gen.ResultItem{ToAccount: account}
		if i == 0 {
			item.ResultCode = gen.CodeInvalidParameter
			response.FailAccount = append(response.FailAccount, account)
		}
		response.ResultItem = append(response.ResultItem, item)
	}
	return response, nil
}

func userIDs(number int) []string {
	names := make([]string, number)
	for i := range names {
		names[i] = fmt.Sprint("user", i)
	}
	return names
}

func TestCallAll(t *testing.T) {
	tests := map[string]struct {
		accounts int
		calls    []int
	}{
		"none":                    {0, []int{0}},
		"one":                     {1, []int{1}},
		"as many as a call takes": {1000, []int{1000}},
		"one more":                {1001, []int{1000, 1}},
		"two calls, full":         {2000, []int{1000, 1000}},
		"three calls":             {2500, []int{1000, 1000, 500}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fake := &splitAPI{}
			request := gen.BlackListAddRequest{FromAccount: "alice", ToAccount: userIDs(test.accounts)}
			before := slices.Clone(request.ToAccount)
			response, err := gen.BlackListAddAll(t.Context(), fake, request)
			require.NoError(t, err)
			assert.Equal(t, test.calls, fake.calls)
			assert.Equal(t, before, request.ToAccount, "the request is not changed")
			require.Len(t, response.ResultItem, test.accounts)
			for i, item := range response.ResultItem {
				require.Equal(t, before[i], item.ToAccount, "in order")
			}
			assert.Len(t, response.FailAccount, min(test.accounts, len(test.calls)), "one of each call failed")
			assert.Len(t, response.Failures(), len(response.FailAccount))
			assert.Equal(t, strconv.Itoa(len(test.calls)), response.ErrorInfo, "that of the last response")
		})
	}
}

func TestCallAll_keepsAbsentArraysNil(t *testing.T) {
	fake := &splitAPI{respond: func(gen.BlackListAddRequest) *gen.BlackListAddResponse {
		return &gen.BlackListAddResponse{}
	}}
	response, err := gen.BlackListAddAll(t.Context(), fake, gen.BlackListAddRequest{ToAccount: userIDs(1500)})
	require.NoError(t, err)
	assert.Nil(t, response.ResultItem)
	assert.Nil(t, response.FailAccount)
}

func TestCallAll_stopsAtAnError(t *testing.T) {
	tests := map[string]struct {
		failAt, done, sent int
	}{
		"of the first call":  {1, 0, 1000},
		"of the second call": {2, 1000, 2000},
		"of the last call":   {3, 2000, 2500},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fake := &splitAPI{failAt: test.failAt}
			response, err := gen.BlackListAddAll(t.Context(), fake, gen.BlackListAddRequest{ToAccount: userIDs(2500)})
			require.ErrorIs(t, err, errBroken)
			split, ok := errors.AsType[*rest.SplitError](err)
			require.True(t, ok)
			assert.Equal(t, rest.SplitError{Op: "BlackListAdd", Done: test.done, Sent: test.sent, Total: 2500, Err: errBroken}, *split)
			assert.EqualError(t, err, fmt.Sprintf("BlackListAdd: %d of 2500 items were answered before a call failed: broken", test.done))
			assert.Len(t, fake.calls, test.failAt, "no call follows")
			if test.done == 0 {
				assert.Nil(t, response)
				return
			}
			assert.Len(t, response.ResultItem, test.done, "CallAll returns the responses before the error")
		})
	}
}

func TestCallAll_observesItsContext(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	fake := &splitAPI{respond: func(gen.BlackListAddRequest) *gen.BlackListAddResponse {
		cancel(errBroken)
		return &gen.BlackListAddResponse{}
	}}
	response, err := gen.BlackListAddAll(ctx, fake, gen.BlackListAddRequest{ToAccount: userIDs(2000)})
	require.ErrorIs(t, err, context.Canceled)
	assert.NotNil(t, response)
	assert.Len(t, fake.calls, 1)
	split, ok := errors.AsType[*rest.SplitError](err)
	require.True(t, ok)
	assert.Equal(t, []int{1000, 1000}, []int{split.Done, split.Sent}, "Sent does not count elements that were not sent")
}

// TestCallAll_sharesNoArrays uses a fake that keeps its response and modifies its request.
func TestCallAll_sharesNoArrays(t *testing.T) {
	items := append(make([]gen.ResultItem, 0, 8), result("bob", 0), result("kept", 0))
	kept := &gen.BlackListAddResponse{ResultItem: items[:1]} // with spare capacity, which must not be written to
	fake := &splitAPI{respond: func(request gen.BlackListAddRequest) *gen.BlackListAddResponse {
		_ = append(request.ToAccount, "changed")
		return kept
	}}
	request := gen.BlackListAddRequest{ToAccount: userIDs(5000)}
	response, err := gen.BlackListAddAll(t.Context(), fake, request)
	require.NoError(t, err)
	assert.Len(t, response.ResultItem, 5, "one of each call")
	assert.Len(t, kept.ResultItem, 1)
	assert.Equal(t, "kept", items[:2][1].ToAccount)
	assert.Equal(t, userIDs(5000), request.ToAccount)
}

func TestCallAll_rejectsInvalidSize(t *testing.T) {
	for _, size := range []int{0, -1} {
		_, err := restimpl.CallAll(t.Context(), gen.API(&splitAPI{}), gen.BlackListAddRequest{ToAccount: userIDs(1)}, nil,
			restimpl.BatchSpec[gen.API, gen.BlackListAddRequest, gen.BlackListAddResponse, string]{
				Op: "Op", Size: size,
				Elements: func(request *gen.BlackListAddRequest) *[]string { return &request.ToAccount },
			})
		assert.EqualError(t, err, fmt.Sprintf("Op: BatchSpec.Size: want at least 1, got %d", size))
	}
}

func TestCallAll_rejectsNilResponse(t *testing.T) {
	fake := &splitAPI{respond: func(gen.BlackListAddRequest) *gen.BlackListAddResponse { return nil }}
	_, err := gen.BlackListAddAll(t.Context(), fake, gen.BlackListAddRequest{})
	assert.ErrorContains(t, err, "neither a response nor an error")
}

func TestCallAll_rejectsNilAPI(t *testing.T) {
	_, err := gen.BlackListAddAll(t.Context(), nil, gen.BlackListAddRequest{ToAccount: userIDs(1)})
	require.ErrorContains(t, err, "BlackListAdd: want an API, got nil")
	split, ok := errors.AsType[*rest.SplitError](err)
	require.True(t, ok)
	assert.Zero(t, split.Sent)
}

// TestClient_withoutNewClient covers clients that are nil or zero.
func TestClient_withoutNewClient(t *testing.T) {
	for name, client := range map[string]*gen.Client{"nil": nil, "zero": {}} {
		t.Run(name, func(t *testing.T) {
			_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{})
			require.ErrorContains(t, err, "want a client that NewClient returned")
			_, err = client.FriendDelete(t.Context(), gen.FriendDeleteRequest{})
			require.ErrorContains(t, err, "want a client that NewClient returned")
			_, err = client.BlackListAddAll(t.Context(), gen.BlackListAddRequest{ToAccount: userIDs(2000)})
			require.ErrorContains(t, err, "want a client that NewClient returned")
			for _, err = range client.FriendGetAll(t.Context(), gen.FriendGetRequest{}) {
				require.ErrorContains(t, err, "want a client that NewClient returned")
			}
			require.Error(t, err)
			assert.NotPanics(t, client.CloseIdleConnections)
		})
	}
}
