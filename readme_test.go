package timsns_test

import (
	"context"
	"encoding/json"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestREADME_program runs the first Go program of each README.
func TestREADME_program(t *testing.T) {
	for _, readme := range []string{"README.md", "README.zh-CN.md"} {
		t.Run(readme, func(t *testing.T) {
			program := firstProgram(t, readme)
			formatted, err := format.Source([]byte(program))
			require.NoError(t, err)
			assert.Equal(t, string(formatted), program, "as gofmt writes it")

			const file = "testdata/readme.go" // in a folder that exists, as go vet requires
			overlay := overlayWith(t, file, program)
			output, err := goCommand(t.Context(), "vet", "-overlay", overlay, file)
			require.NoError(t, err, output)
			output, err = goCommand(t.Context(), "run", "-overlay", overlay, file)
			require.Error(t, err, "without a secret key")
			assert.Contains(t, output, "Credentials.SecretKey: want the app's secret key, got an empty string")
		})
	}
}

func firstProgram(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	_, block, isFound := strings.Cut(string(text), "```go\n")
	program, _, isClosed := strings.Cut(block, "```")
	require.True(t, isFound && isClosed, "%s: want a block of Go", file)
	return program
}

// overlayWith returns the name of a file that makes the go command see one more file in this module.
func overlayWith(t *testing.T, name, content string) string {
	t.Helper()
	absolute, err := filepath.Abs(filepath.FromSlash(name))
	require.NoError(t, err)
	folder := t.TempDir()
	source, overlay := filepath.Join(folder, "main.go"), filepath.Join(folder, "overlay.json")
	text, err := json.Marshal(map[string]any{"Replace": map[string]string{absolute: source}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(source, []byte(content), 0o600))
	require.NoError(t, os.WriteFile(overlay, text, 0o600))
	return overlay
}

// goCommand runs the go command without a secret key in its environment, and returns everything it prints.
func goCommand(ctx context.Context, arguments ...string) (string, error) {
	command := exec.CommandContext(ctx, "go", arguments...)
	command.Env = append(os.Environ(), "TIMSNS_SECRET_KEY=")
	output, err := command.CombinedOutput()
	return string(output), err
}
