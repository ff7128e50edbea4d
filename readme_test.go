package timsns_test

import (
	"context"
	"encoding/json"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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

// fragmentFile is a program that the fragments of a README are functions of.
const fragmentFile = `package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/redis/go-redis/v9"

	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/redisquota"
	"github.com/timsns/timsns/signer"
)

func main() {}

func check(error) {}

`

// TestREADME_fragments compiles the other blocks of Go in each README, as functions whose parameters they may use.
func TestREADME_fragments(t *testing.T) {
	for _, readme := range []string{"README.md", "README.zh-CN.md"} {
		t.Run(readme, func(t *testing.T) {
			var program strings.Builder
			program.WriteString(fragmentFile)
			fragments := goBlocks(t, readme)[1:]
			for i, fragment := range fragments {
				if ofOtherModule.MatchString(fragment) {
					continue
				}
				request := "gen.GroupGetRequest"
				if strings.Contains(fragment, "client.FriendAdd(") {
					request = "gen.FriendAddRequest"
				}
				fmt.Fprintf(&program, "func _(ctx context.Context, client *gen.Client, sign *signer.Signer, "+
					"redisClient redis.UniversalClient, file io.Writer, request %s) {{\n//line %s:fragment%d:1\n%s}}\n\n", request, readme, i+1, fragment)
			}
			const file = "testdata/fragments.go"
			output, _ := goCommand(t.Context(), "build", "-gcflags=-e", "-o", os.DevNull,
				"-overlay", overlayWith(t, file, program.String()), file)
			for line := range strings.Lines(output) {
				isUnused := strings.Contains(line, "declared and not used") || strings.Contains(line, "imported and not used")
				assert.True(t, isUnused || strings.HasPrefix(line, "#"), "%s", line)
			}
		})
	}
}

// ofOtherModule matches the code of other modules, whose examples have it too.
var ofOtherModule = regexp.MustCompile(`profile\.|openim\.`)

func firstProgram(t *testing.T, file string) string {
	t.Helper()
	return goBlocks(t, file)[0]
}

// goBlocks returns the blocks of Go in a file, without their indentation. There is at least one.
func goBlocks(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	var blocks []string
	for _, found := range regexp.MustCompile("(?ms)^( *)```go\n(.*?)^ *```$").FindAllStringSubmatch(string(text), -1) {
		blocks = append(blocks, strings.ReplaceAll("\n"+found[2], "\n"+found[1], "\n")[1:])
	}
	require.NotEmpty(t, blocks, "%s: want a block of Go", file)
	return blocks
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
