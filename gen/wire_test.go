package gen_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

// TestClient_requestOnTheWire compares a request with a golden file, after replacing what differs from call to call.
func TestClient_requestOnTheWire(t *testing.T) {
	var wire []byte
	running := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var err error
		wire, err = httputil.DumpRequest(r, true)
		assert.NoError(t, err)
		_, _ = w.Write([]byte(`{"ActionStatus":"FAIL","ErrorCode":30003,"ErrorInfo":""}`))
	}))
	t.Cleanup(running.Close)
	client, err := gen.NewClient(rest.Server{URL: running.URL}, testutil.NewSigner(t))
	require.NoError(t, err)
	_, err = client.GroupGet(t.Context(), gen.GroupGetRequest{
		FromAccount: "id", NeedFriend: gen.NeedFriendTypeYes, LastSequence: 1, GroupName: []string{"同学 <1>"},
	})
	require.ErrorIs(t, err, gen.CodeAccountNotFound)
	for pattern, name := range map[string]string{
		`usersig=[A-Za-z0-9*_%-]+`: "usersig=USERSIG", `random=\d+`: "random=RANDOM", `127\.0\.0\.1:\d+`: "HOST",
	} {
		wire = regexp.MustCompile(pattern).ReplaceAll(wire, []byte(name))
	}
	want, err := os.ReadFile("testdata/group_get.http")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(bytes.ReplaceAll(wire, []byte("\r\n"), []byte("\n")))+"\n")
}
