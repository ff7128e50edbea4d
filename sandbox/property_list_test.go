package sandbox_test

import (
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/timsns/timsns/gen"
)

func (w *world) blackListAdd(t *rapid.T) {
	request := gen.BlackListAddRequest{FromAccount: someone(t), ToAccount: some(t, "accounts", anyone)}
	response, err := w.client.BlackListAdd(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, "OK", w.model.blackListAdd(request), response.ResultItem, response.FailAccount)
}

func (w *world) blackListDelete(t *rapid.T) {
	request := gen.BlackListDeleteRequest{FromAccount: someone(t), ToAccount: some(t, "accounts", anyone)}
	response, err := w.client.BlackListDelete(t.Context(), request)
	require.NoError(t, err)
	compareResults(t, "OK", w.model.blackListDelete(request), response.ResultItem, response.FailAccount)
}

func (w *world) groupAdd(t *rapid.T) {
	request := gen.GroupAddRequest{FromAccount: someone(t), GroupName: some(t, "lists", rapid.SampledFrom(listNames))}
	if oneOf(t, "with friends", true, false) {
		request.ToAccount = some(t, "friends", rapid.OneOf(anyone, rapid.Just("")))
	}
	response, err := w.client.GroupAdd(t.Context(), request)
	code, codes := w.model.groupAdd(request)
	if code != 0 {
		require.ErrorIs(t, err, code)
		return
	}
	require.NoError(t, err)
	require.Equal(t, request.ToAccount == nil, response.ResultItem == nil)
	require.Equal(t, w.model.users[request.FromAccount].numbers["lists"], response.CurrentSequence)
	compareResults(t, "", append([]gen.ErrorCode{}, codes...), response.ResultItem, response.FailAccount)
}

func (w *world) groupDelete(t *rapid.T) {
	request := gen.GroupDeleteRequest{FromAccount: someone(t), GroupName: some(t, "lists", rapid.SampledFrom(listNames))}
	response, err := w.client.GroupDelete(t.Context(), request)
	require.NoError(t, err)
	w.model.groupDelete(request)
	require.Equal(t, w.model.users[request.FromAccount].numbers["lists"], response.CurrentSequence)
}

func (w *world) accept(t *rapid.T) {
	id := someone(t)
	w.service.AcceptRequests(id)
	w.model.acceptRequests(id)
}
