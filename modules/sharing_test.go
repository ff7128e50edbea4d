package modules_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/modules/account"
	"github.com/timsns/timsns/modules/openim"
	"github.com/timsns/timsns/rest"
)

// countingLimiter counts the calls of each app and operation.
type countingLimiter map[uint32]map[string]int

func (l countingLimiter) Wait(_ context.Context, sdkAppID uint32, operation rest.Operation) (queued int, err error) {
	if l[sdkAppID] == nil {
		l[sdkAppID] = map[string]int{}
	}
	l[sdkAppID][operation.Path]++
	return 0, nil
}

// TestClients_shareALimiter checks that one limiter sees the calls of clients of several packages, as those of one app.
func TestClients_shareALimiter(t *testing.T) {
	server, sign, stop := startService()
	defer stop()
	limiter := countingLimiter{}
	friends, err := gen.NewClient(server, sign, rest.WithLimiter(limiter))
	require.NoError(t, err)
	accounts, err := account.NewClient(server, sign, rest.WithLimiter(limiter))
	require.NoError(t, err)
	messages, err := openim.NewClient(server, sign, rest.WithLimiter(limiter))
	require.NoError(t, err)
	for range 2 {
		_, err = friends.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"})
		require.NoError(t, err)
	}
	_, err = accounts.Kick(t.Context(), account.KickRequest{UserID: "alice"})
	require.NoError(t, err)
	_, err = messages.Sendmsg(t.Context(), openim.SendmsgRequest{ToAccount: "bob", MsgBody: []openim.MsgElement{}})
	require.NoError(t, err)
	assert.Equal(t, countingLimiter{sign.SDKAppID(): {
		"/v4/sns/group_get": 2, "/v4/im_open_login_svc/kick": 1, "/v4/openim/sendmsg": 1,
	}}, limiter)
}
