package rest_test

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

// pageAPI is a fake whose method answers with what a test makes of the page's number.
type pageAPI struct {
	gen.API

	requests []gen.FriendGetRequest
	answer   func(call int, start int64) (*gen.FriendGetResponse, error)
}

func (f *pageAPI) FriendGet(_ context.Context, request gen.FriendGetRequest) (*gen.FriendGetResponse, error) {
	f.requests = append(f.requests, request)
	return f.answer(len(f.requests), request.StartIndex)
}

// page has one friend, who is named after it.
func page(friend any, next int64, complete int64) *gen.FriendGetResponse {
	return &gen.FriendGetResponse{
		UserDataItem:   []gen.UserDataItem{{ToAccount: fmt.Sprint("user", friend)}},
		NextStartIndex: next, CompleteFlag: complete,
	}
}

// threePages answers with friends user0, user100 and user200.
func threePages(_ int, start int64) (*gen.FriendGetResponse, error) {
	if start == 200 {
		return page(start, 0, 1), nil
	}
	return page(start, start+100, 0), nil
}

// pull collects the friends of all pages, until an error.
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

func TestPagesAreAllPages(t *testing.T) {
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

func TestPagesStartWhereTheRequestSays(t *testing.T) {
	friends, err := pull(t.Context(), &pageAPI{answer: threePages}, gen.FriendGetRequest{StartIndex: 100})
	require.NoError(t, err)
	assert.Equal(t, []string{"user100", "user200"}, friends)
}

func TestPagesCanBeRangedOverAgain(t *testing.T) {
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

func TestPagesStopAtABreak(t *testing.T) {
	fake := &pageAPI{answer: threePages}
	for _, err := range gen.FriendGetPages(t.Context(), fake, gen.FriendGetRequest{}) {
		require.NoError(t, err)
		break
	}
	assert.Len(t, fake.requests, 1, "a page is asked for when it is needed")
}

func TestPagesEnd(t *testing.T) {
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
		"if the place moves on and the page does not": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			return page("same", start+100, 0), nil
		}, 101, rest.ErrRepeatedPage},
		"if the place moves on and pages come again": {func(call int, start int64) (*gen.FriendGetResponse, error) {
			return page(call%3, start+100, 0), nil
		}, 103, rest.ErrRepeatedPage},
		"if pages come again with other tags, some without a value": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
			page := page("same", start+100, 0)
			page.UserDataItem[0].ValueItem = []gen.TagItem{{Tag: gen.TagAddTime, Value: rest.IntegerValue(start)}, {Tag: gen.TagRemark}}
			return page, nil
		}, 101, rest.ErrRepeatedPage},
		"if empty pages go on": {func(_ int, start int64) (*gen.FriendGetResponse, error) {
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
			if test.want == errors.ErrUnsupported { //nolint:errorlint // it stands for an error of no kind
				assert.ErrorContains(t, err, "neither a reply nor an error")
			} else {
				assert.ErrorIs(t, err, test.want)
			}
			assert.Len(t, friends, test.friends)
		})
	}
}

// TestPagesWithoutNewsAreNoRepetition is of a service that leaves out what did not change, and of a list that others make
// longer at its beginning.
func TestPagesWithoutNewsAreNoRepetition(t *testing.T) {
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

func TestPagesHeedTheirContext(t *testing.T) {
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
