// Package clients_test calls the sandbox with TypeScript clients that other generators make from the document.
package clients_test

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

func TestClients_callSandbox(t *testing.T) {
	command := exec.CommandContext(t.Context(), "node", "call.mjs", "alice", "nobody")
	command.Env = append(os.Environ(), "SANDBOX="+address(t, sandbox.Start(t, sandbox.WithoutQuota())))
	command.Stderr = t.Output()
	output, err := command.Output()
	require.NoError(t, err, "want the clients that .ci/languages/run generates")
	codes := map[string][]int{}
	require.NoError(t, json.Unmarshal(output, &codes))
	want := []int{0, 30003}
	assert.Equal(t, map[string][]int{"hey-api": want, "orval": want, "zod-client": want}, codes)
}

// address returns the URL of the sandbox and a signed query in JSON.
func address(t *testing.T, running *sandbox.Server) string {
	t.Helper()
	sign, err := signer.New(running.Credentials())
	require.NoError(t, err)
	edit, err := sign.RequestEditor(running.Endpoint.URL)
	require.NoError(t, err)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, running.Endpoint.URL, http.NoBody)
	require.NoError(t, err)
	require.NoError(t, edit(t.Context(), request))
	query := map[string]string{}
	for name, values := range request.URL.Query() {
		query[name] = values[0]
	}
	text, err := json.Marshal(map[string]any{"url": running.Endpoint.URL, "query": query})
	require.NoError(t, err)
	return string(text)
}
