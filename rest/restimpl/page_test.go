package restimpl_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// pageAPI is a fake that records its requests.
type pageAPI struct {
	gen.API

	requests []gen.FriendGetRequest
	answer   func(call int, start int64) (*gen.FriendGetResponse, error)
}

func (f *pageAPI) FriendGet(
	_ context.Context, request gen.FriendGetRequest, _ ...rest.CallOption,
) (*gen.FriendGetResponse, error) {
	f.requests = append(f.requests, request)
	return f.answer(len(f.requests), request.StartIndex)
}

// page returns a page with one friend, whose UserID ends with friend.
func page(friend any, next int64, complete int64) *gen.FriendGetResponse {
	return &gen.FriendGetResponse{
		UserDataItem:   []gen.UserDataItem{{ToAccount: fmt.Sprint("user", friend)}},
		NextStartIndex: next, CompleteFlag: complete,
	}
}

// threePages responds with friends user0, user100 and user200.
func threePages(_ int, start int64) (*gen.FriendGetResponse, error) {
	if start == 200 {
		return page(start, 0, 1), nil
	}
	return page(start, start+100, 0), nil
}

// pull collects the friends of all pages until an error occurs.
func pull(ctx context.Context, fake *pageAPI, request gen.FriendGetRequest) (friends []string, err error) {
	for page, err := range gen.FriendGetPages(ctx, fake, request) {
		if err != nil {
			return friends, err
		}
		for _, friend := range page.UserDataItem {
			friends = append(friends, friend.ToAccount)
		}
	}
	return friends, nil
}

func TestPages(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	request := gen.FriendGetRequest{FromAccount: "alice", StandardSequence: 7}
	friends, err := pull(t.Context(), fake, request)
	require.NoError(t, err)
	assert.Equal(t, []string{"user0", "user100", "user200"}, friends)
	for i, sent := range fake.requests {
		assert.Equal(t, gen.FriendGetRequest{FromAccount: "alice", StandardSequence: 7, StartIndex: int64(i) * 100}, sent)
	}
	assert.Zero(t, request.StartIndex, "the request is not changed")
}

func TestPages_startAtTheRequestsPage(t *testing.T) {
	friends, err := pull(t.Context(), &pageAPI{answer: threePages}, gen.FriendGetRequest{StartIndex: 100})
	require.NoError(t, err)
	assert.Equal(t, []string{"user100", "user200"}, friends)
}

func TestPages_canBeRangedOverAgain(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	pages := gen.FriendGetPages(t.Context(), fake, gen.FriendGetRequest{})
	for range 2 {
		number := 0
		for _, err := range pages {
			require.NoError(t, err)
			number++
		}
		assert.Equal(t, 3, number)
	}
	assert.Len(t, fake.requests, 6)
}

func TestPages_callOnDemand(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	for _, err := range gen.FriendGetPages(t.Context(), fake, gen.FriendGetRequest{}) {
		require.NoError(t, err)
		break
	}
	assert.Len(t, fake.requests, 1, "the iterator requests a page only when it is needed")
}

func TestPages_end(t *testing.T) {
	tests := map[string]struct {
		answer  func(call int, start int64) (*gen.FriendGetResponse, error)
		friends int
		want    error
	}{
		"with the error of a call": {func(call int, start int64) (*gen.FriendGetResponse, error) {
			if call == 2 {
				return nil, errBroken
			}
			return threePages(call, start)
		}, 1, errBroken},
		"if a page refers to itself": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			return page(start, start, 0), nil
		}, 1, rest.ErrRepeatedPage},
		"if pages refer to each other": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			return page(start, 100-start, 0), nil
		}, 2, rest.ErrRepeatedPage},
		"if the start changes and the page does not": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			return page("same", start+100, 0), nil
		}, 101, rest.ErrRepeatedPage},
		"if the start changes and pages are repeated": {func(call int, start int64) (*gen.FriendGetResponse, error) {
			return page(call%3, start+100, 0), nil
		}, 103, rest.ErrRepeatedPage},
		"if pages are repeated with other tags, some without a value": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			page := page("same", start+100, 0)
			page.UserDataItem[0].ValueItem = []gen.TagItem{
				{Tag: gen.TagAddTime, Value: rest.IntegerValue(start)}, {Tag: gen.TagRemark},
			}
			return page, nil
		}, 101, rest.ErrRepeatedPage},
		"if all further pages are empty": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			return &gen.FriendGetResponse{NextStartIndex: start + 1}, nil
		}, 0, rest.ErrRepeatedPage},
		"if a fake returns nothing": {func(int, int64) (*gen.FriendGetResponse, error) {
			return nil, nil //nolint:nilnil // what is tested
		}, 0, errors.ErrUnsupported},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			friends, err := pull(t.Context(), &pageAPI{answer: test.answer}, gen.FriendGetRequest{})
			require.Error(t, err)
			if test.want == errors.ErrUnsupported { //nolint:errorlint // it stands for an error without a sentinel
				assert.ErrorContains(t, err, "neither a response nor an error")
			} else {
				assert.ErrorIs(t, err, test.want)
			}
			assert.Len(t, friends, test.friends)
		})
	}
}

// TestPages_allowPagesWithoutNewItems covers a service that omits items that did not change, and a list to which others
// add items at the beginning.
func TestPages_allowPagesWithoutNewItems(t *testing.T) {
	fake := &pageAPI{answer: func(call int, start int64) (*gen.FriendGetResponse, error) {
		switch {
		case call == 300:
			return page("last", 0, 2), nil // any number but 0 stands for the last page
		case call%100 == 50:
			return page(call, start+1, 0), nil
		case call%100 == 51:
			return page(call-1, start+1, 0), nil
		}
		return &gen.FriendGetResponse{NextStartIndex: start + 1}, nil
	}}
	friends, err := pull(t.Context(), fake, gen.FriendGetRequest{})
	require.NoError(t, err)
	assert.Equal(t, []string{"user50", "user50", "user150", "user150", "user250", "user250", "userlast"}, friends)
}

func TestPages_observeTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	fake := &pageAPI{answer: func(call int, start int64) (*gen.FriendGetResponse, error) {
		cancel()
		return threePages(call, start)
	}}
	friends, err := pull(ctx, fake, gen.FriendGetRequest{})
	require.ErrorIs(t, err, context.Canceled)
	failure, ok := errors.AsType[*rest.Error](err)
	require.True(t, ok)
	assert.Equal(t, "FriendGet", failure.Op)
	assert.Equal(t, []string{"user0"}, friends)
	assert.Len(t, fake.requests, 1)
}

func TestItems(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	var friends []string
	for friend, err := range gen.FriendGetAll(t.Context(), fake, gen.FriendGetRequest{}) {
		require.NoError(t, err)
		friends = append(friends, friend.ToAccount)
	}
	assert.Equal(t, []string{"user0", "user100", "user200"}, friends)
}

func TestItems_endWithAnError(t *testing.T) {
	fake := &pageAPI{answer: func(call int, start int64) (*gen.FriendGetResponse, error) {
		if call == 2 {
			return nil, errBroken
		}
		return threePages(call, start)
	}}
	var friends []gen.UserDataItem
	var errs []error
	for friend, err := range gen.FriendGetAll(t.Context(), fake, gen.FriendGetRequest{}) {
		friends, errs = append(friends, friend), append(errs, err)
	}
	assert.Equal(t, []gen.UserDataItem{{ToAccount: "user0"}, {}}, friends)
	assert.Equal(t, []error{nil, errBroken}, errs)
}

func TestItems_callOnDemand(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	for _, err := range gen.FriendGetAll(t.Context(), fake, gen.FriendGetRequest{}) {
		require.NoError(t, err)
		break
	}
	assert.Len(t, fake.requests, 1)
}

func TestPages_rejectNilAPI(t *testing.T) {
	var errs []error
	for _, err := range gen.FriendGetPages(t.Context(), nil, gen.FriendGetRequest{}) {
		errs = append(errs, err)
	}
	require.Len(t, errs, 1)
	assert.ErrorContains(t, errs[0], "FriendGet: want an API, got nil")
}

// TestOptions_reachEachCall checks that all derived functions pass their options on.
func TestOptions_reachEachCall(t *testing.T) {
	fake := &optionAPI{}
	option := rest.CallOption(nil)
	for _, err := range gen.FriendGetAll(t.Context(), fake, gen.FriendGetRequest{}, option) {
		require.NoError(t, err)
	}
	for _, err := range gen.FriendGetPages(t.Context(), fake, gen.FriendGetRequest{}, option, option) {
		require.NoError(t, err)
	}
	_, err := gen.BlackListAddAll(t.Context(), fake, gen.BlackListAddRequest{ToAccount: userIDs(1001)}, option)
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2, 1, 1}, fake.options)
}

// optionAPI is a fake that records how many options each call has.
type optionAPI struct {
	gen.API

	options []int
}

func (f *optionAPI) FriendGet(
	_ context.Context, _ gen.FriendGetRequest, options ...rest.CallOption,
) (*gen.FriendGetResponse, error) {
	f.options = append(f.options, len(options))
	return page("one", 0, 1), nil
}

func (f *optionAPI) BlackListAdd(
	_ context.Context, _ gen.BlackListAddRequest, options ...rest.CallOption,
) (*gen.BlackListAddResponse, error) {
	f.options = append(f.options, len(options))
	return &gen.BlackListAddResponse{}, nil
}
