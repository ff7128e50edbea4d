package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkGenerate runs go generate, which writes the files that are already there.
func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		runGo(b, "generate", ".")
	}
}

// BenchmarkCompile compiles package gen. Its dependencies are in the build cache.
func BenchmarkCompile(b *testing.B) {
	source, overlay := filepath.Join(b.TempDir(), "changed.go"), filepath.Join(b.TempDir(), "overlay.json")
	added, err := filepath.Abs("../gen/changed.go")
	require.NoError(b, err)
	text, err := json.Marshal(map[string]any{"Replace": map[string]string{added: source}})
	require.NoError(b, err)
	require.NoError(b, os.WriteFile(overlay, text, 0o600))
	for i := 0; b.Loop(); i++ {
		changed := fmt.Sprintf("package gen\n\n// Compiled in %s, %d.\n", b.TempDir(), i)
		require.NoError(b, os.WriteFile(source, []byte(changed), 0o600))
		runGo(b, "build", "-overlay", overlay, "./gen")
	}
}

func runGo(b *testing.B, arguments ...string) {
	b.Helper()
	command := exec.CommandContext(b.Context(), "go", arguments...)
	command.Dir = ".."
	output, err := command.CombinedOutput()
	require.NoError(b, err, string(output))
}
