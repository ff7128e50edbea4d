package sandbox_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/sandbox"
)

func TestSandbox_limitsCallsInAnySecond(t *testing.T) {
	service := newSandbox(t)
	synctest.Test(t, func(t *testing.T) {
		exchange := newExchange(t, service)
		answer := func() gen.ErrorCode {
			_, response := exchange.serve(t, service)
			return response.ErrorCode
		}
		for range 100 {
			require.Zero(t, answer())
		}
		time.Sleep(600 * time.Millisecond)
		for range 100 {
			require.Zero(t, answer())
		}
		assert.Equal(t, gen.CodeRateLimitExceeded, answer(), "the 201st call within a second")
		time.Sleep(399 * time.Millisecond)
		assert.Equal(t, gen.CodeRateLimitExceeded, answer(), "a second has not passed since the first")
		time.Sleep(time.Millisecond)
		for range 100 {
			require.Zero(t, answer(), "the first calls are a second old")
		}
		assert.Equal(t, gen.CodeRateLimitExceeded, answer(), "the later calls are not")
		assert.Equal(t, 300, service.Calls("group_get"), "rejected calls are not counted")
	})
}

func TestWithoutQuota(t *testing.T) {
	service, err := sandbox.New(sandbox.WithoutQuota())
	require.NoError(t, err)
	exchange := newExchange(t, service)
	for range 300 {
		_, response := exchange.serve(t, service)
		require.Zero(t, response.ErrorCode)
	}
	assert.Equal(t, 300, service.Calls("group_get"))
}

func TestSandbox_Calls(t *testing.T) {
	service := newSandbox(t)
	exchange := newExchange(t, service)
	exchange.body = `{"From_Account":"nobody","LastSequence":0}`
	exchange.serve(t, service)
	assert.Equal(t, 1, service.Calls("group_get"), "a call that fails is counted")
	exchange.body = `{}`
	exchange.serve(t, service)
	exchange.query.Set("usersig", "rubbish")
	exchange.serve(t, service)
	assert.Equal(t, 1, service.Calls("group_get"))
	assert.Zero(t, service.Calls("friend_add"))
}
