package postman_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"

	"github.com/timsns/timsns/api"
)

// queries is a server that keeps the queries it gets.
type queries struct {
	mutex sync.Mutex
	all   []url.Values
}

func (q *queries) start(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q.mutex.Lock()
		defer q.mutex.Unlock()
		q.all = append(q.all, r.URL.Query())
		_, _ = w.Write([]byte(`{"ActionStatus": "OK", "ErrorCode": 0}`))
	}))
	t.Cleanup(server.Close)
	return server
}

// writeData writes the values of the variables for each iteration of a run.
func writeData(t *testing.T, rows []map[string]string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "data.json")
	writeJSON(t, file, rows)
	return file
}

// TestSign_makesValidUserSigs runs one request with a data file, for several apps and users.
func TestSign_makesValidUserSigs(t *testing.T) {
	rows := []map[string]string{
		{"sdkappid": "1400000000", "identifier": "administrator", "secret_key": "key"},
		{"sdkappid": "4294967295", "identifier": "管理员👩", "secret_key": "clé"},
		{"sdkappid": "1", "identifier": `a b&c=d%2B+"\{{server}}#`, "secret_key": strings.Repeat("long", 100)},
		{"sdkappid": "1400000000", "identifier": strings.Repeat("👩", 32), "secret_key": "key"},
	}
	got := &queries{}
	server := got.start(t)
	collection := collect(t, "--server", server.URL+"/")
	found, passed := newman(t, collection, nil, "--folder", "group_get", "--iteration-data", writeData(t, rows))
	require.True(t, passed, found.Run.Failures)

	document, err := api.Load()
	require.NoError(t, err)
	require.Len(t, got.all, len(rows))
	randoms := map[string]bool{}
	for i, row := range rows {
		query := got.all[i]
		require.NoError(t, document.ValidateQuery(query), row["identifier"])
		assert.Equal(t, row["sdkappid"], query.Get("sdkappid"))
		assert.Equal(t, row["identifier"], query.Get("identifier"))
		randoms[query.Get("random")] = true
		app, err := strconv.ParseUint(row["sdkappid"], 10, 32)
		require.NoError(t, err)
		verify := func(at time.Time) error {
			return tencentyun.VerifyUserSig(app, row["secret_key"], row["identifier"], query.Get("usersig"), at)
		}
		require.NoError(t, verify(time.Now()), row["identifier"])
		require.ErrorIs(t, verify(time.Now().Add(601*time.Second)), tencentyun.ErrExpired)
	}
	assert.Len(t, randoms, len(rows))
}

// TestSign_namesWrongVariables runs one request with a row of data for each case.
func TestSign_namesWrongVariables(t *testing.T) {
	got := &queries{}
	local := got.start(t).URL
	valid := map[string]string{
		"server": local, "sdkappid": "1400000000", "identifier": "administrator", "secret_key": "secretsecret",
	}
	const server = "the URL of the app's region, from https:// to the host, without a slash at the end"
	cases := []struct{ variable, value, want string }{
		{"server", "", server + ", and it is empty."},
		{"server", local + "/", server + "."},
		{"server", "http://timsns.invalid", server + "."},
		{"sdkappid", "", "the app's SDKAppID, a number, and it is empty."},
		{"sdkappid", "secretsecret", "the app's SDKAppID, a number."},
		{"identifier", "", "the UserID of an app administrator, and it is empty."},
		{"secret_key", "", "the app's secret key, and it is empty."},
		{"secret_key", "  ", "the app's secret key, and it is empty."},
	}
	var rows []map[string]string
	var want []string
	for _, test := range cases {
		row := maps.Clone(valid)
		row[test.variable] = test.value
		rows = append(rows, row)
		want = append(want, "Set the variable "+test.variable+" of the collection or the environment: want "+test.want)
	}
	found, passed := newman(t, collect(t), nil, "--folder", "group_get", "--iteration-data", writeData(t, rows))
	assert.False(t, passed)
	var messages []string
	for _, failure := range found.Run.Failures {
		if strings.HasPrefix(failure.Error.Message, "Set ") { // others are of requests that have no server
			messages = append(messages, failure.Error.Message)
		}
	}
	assert.Equal(t, want, messages)
	require.NotEmpty(t, got.all, "newman goes on after an error of a script, without a signature")
	for _, query := range got.all {
		assert.Empty(t, query)
	}
}

// TestSign_leavesOtherServersAlone has requests that a user added to the collection.
func TestSign_leavesOtherServersAlone(t *testing.T) {
	variables := startSandbox(t)
	others := &queries{}
	other := others.start(t)
	file := collect(t)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	var collection map[string]any
	require.NoError(t, json.Unmarshal(text, &collection))
	var items []any
	for _, server := range []string{
		other.URL,
		variables["server"] + strings.Replace(other.URL, "http://", "@", 1), // where the own one is a user and a password
		variables["server"] + "0", // another port
	} {
		request := map[string]any{"method": "POST", "url": server + "/v4/sns/group_get"}
		items = append(items, map[string]any{"name": server, "request": request})
	}
	collection["item"] = items
	writeJSON(t, file, collection)
	found, _ := newman(t, file, variables)
	require.Len(t, found.Run.Executions, len(items))
	for _, execution := range found.Run.Executions {
		assert.Empty(t, execution.Request.URL.Query, execution.Item.Name)
	}
	assert.Equal(t, []url.Values{{}, {}}, others.all)
}

func TestSign_followsNoRedirect(t *testing.T) {
	others := &queries{}
	target := others.start(t).URL
	redirecting := httptest.NewServer(http.RedirectHandler(target, http.StatusTemporaryRedirect))
	t.Cleanup(redirecting.Close)
	variables := startSandbox(t)
	variables["server"] = redirecting.URL
	found, passed := newman(t, collect(t), variables, "--folder", "group_get")
	assert.False(t, passed)
	require.Len(t, found.Run.Failures, 2)
	assert.Equal(t, "expected 307 to equal 200", found.Run.Failures[0].Error.Message)
	assert.Contains(t, found.Run.Failures[1].Error.Message, "want a JSON object of the service")
	assert.Empty(t, others.all)
}
