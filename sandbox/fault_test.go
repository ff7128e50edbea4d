package sandbox_test

import (
	"math"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

func TestWithFaults_returnsCodes(t *testing.T) {
	service := sandbox.Start(t, sandbox.WithFaults(sandbox.Faults{Codes: map[string]gen.ErrorCode{
		"group_get": gen.CodeInternalError, "friend_get": 0, "": gen.CodeWriteConflict,
	}}))
	client := newClient(t, service)
	_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"}, rest.WithoutRetry())
	require.ErrorIs(t, err, gen.CodeInternalError, "the code of the command")
	_, err = client.FriendDeleteAll(t.Context(), gen.FriendDeleteAllRequest{FromAccount: "alice"})
	require.ErrorIs(t, err, gen.CodeWriteConflict, "the code of the others")
	friends, err := client.FriendGet(t.Context(), gen.FriendGetRequest{FromAccount: "alice"})
	require.NoError(t, err, "0 excepts a command")
	assert.Len(t, friends.UserDataItem, 3, "a refused command is not carried out")
}

func TestWithFaults_delaysResponses(t *testing.T) {
	service, err := sandbox.New(sandbox.WithFaults(sandbox.Faults{Latency: time.Minute}))
	require.NoError(t, err)
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, response := newExchange(t, service).serve(t, service)
		assert.Zero(t, response.ErrorCode)
		assert.Equal(t, time.Minute, time.Since(start))
	})
}

func TestWithFaults_dropsResponses(t *testing.T) {
	service := sandbox.Start(t, sandbox.WithFaults(sandbox.Faults{Drop: 0.25}))
	client := newClient(t, service)
	var failed []int
	for call := 1; call <= 8; call++ {
		_, err := client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: "alice"}, rest.WithoutRetry())
		if err != nil {
			failed = append(failed, call)
		}
	}
	assert.Equal(t, []int{4, 8}, failed)
	assert.Equal(t, 8, service.Calls("group_get"), "the command is carried out, and its response lost")
}

func TestWithFaults_rejectsInvalidFaults(t *testing.T) {
	for message, faults := range map[string]sandbox.Faults{
		"sandbox: Faults.Latency: want 0 or more, got -1ns":        {Latency: -1},
		"sandbox: Faults.Drop: want a share from 0 to 1, got -0.5": {Drop: -0.5},
		"sandbox: Faults.Drop: want a share from 0 to 1, got 1.5":  {Drop: 1.5},
		"sandbox: Faults.Drop: want a share from 0 to 1, got NaN":  {Drop: math.NaN()},
	} {
		_, err := sandbox.New(sandbox.WithFaults(faults))
		assert.EqualError(t, err, message)
	}
}

func TestWithAddress(t *testing.T) {
	first := sandbox.Start(t, sandbox.WithAddress("localhost:0"))
	assert.Regexp(t, `^http://(127\.0\.0\.1|\[::1\]):[1-9]\d*$`, first.Endpoint.URL)

	taken := first.Endpoint.URL[len("http://"):]
	_, err := sandbox.Listen(sandbox.WithAddress(taken))
	require.ErrorContains(t, err, taken)

	for _, address := range []string{"", "127.0.0.1", ":8080", "0.0.0.0:0", "192.0.2.1:80", "example.com:80"} {
		_, err := sandbox.Listen(sandbox.WithAddress(address))
		assert.ErrorContains(t, err, "sandbox: want a loopback address such as 127.0.0.1:8080, got ", address)
	}
}
