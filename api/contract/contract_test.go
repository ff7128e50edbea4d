package contract_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api/contract"
	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/internal/testutil"
)

// folderVariable and clientVariable tell TestFolder what to test.
const (
	folderVariable = "CONTRACT_FOLDER"
	clientVariable = "CONTRACT_CLIENT"
)

// TestFolder is run by TestTest in a process of its own, since it may have to fail.
func TestFolder(t *testing.T) {
	folder := os.Getenv(folderVariable)
	if folder == "" {
		t.Skip("TestTest runs it")
	}
	document, packets := filepath.Join(folder, "notes.yaml"), filepath.Join(folder, "packets")
	switch os.Getenv(clientVariable) {
	case "lossy":
		contract.Test(t, newLossy, document, packets)
	case "stale":
		contract.Test(t, newStale, document, packets)
	case "trusting":
		contract.Test(t, newTrusting, document, packets)
	case "empty":
		contract.Test(t, newEmpty, document, packets)
	case "former":
		contract.Test(t, newFormer, document, packets)
	case "keyless":
		contract.Test(t, newKeyless, document, packets)
	default:
		contract.Test(t, newCorrect, document, packets)
	}
}

// change is something that breaks the contract.
type change func(t *testing.T, folder string)

func edit(old, replacement string) change {
	return func(t *testing.T, folder string) {
		t.Helper()
		file := filepath.Join(folder, "notes.yaml")
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Contains(t, string(text), old)
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(text), old, replacement, 1)), 0o600))
	}
}

func write(name, content string) change {
	return func(t *testing.T, folder string) {
		t.Helper()
		require.NoError(t, os.WriteFile(filepath.Join(folder, "packets", name), []byte(content), 0o600))
	}
}

func rename(old, name string) change {
	return func(t *testing.T, folder string) {
		t.Helper()
		require.NoError(t, os.Rename(filepath.Join(folder, "packets", old), filepath.Join(folder, "packets", name)))
	}
}

func remove(names ...string) change {
	return func(t *testing.T, folder string) {
		t.Helper()
		for _, name := range names {
			require.NoError(t, os.Remove(filepath.Join(folder, "packets", name)))
		}
	}
}

// TestTest breaks the contract in one way after another. Each must fail the subtest that is about it, with a message
// that says what to do.
func TestTest(t *testing.T) {
	tests := map[string]struct {
		change change
		client string
		failed string // the subtest, empty if none fails
		want   string
	}{
		"nothing": {client: "correct"},
		"a document that breaks a rule": {
			change: edit("x-rate-limit: 100", "x-rate-limit: many"), failed: "Rules",
			want: "notes.yaml:24:7: x-rate-limit: want an integer, got the string",
		},
		"a document with something to do": {
			change: edit("description: ", "description: TODO "), failed: "Rules", want: "description: it is still to do",
		},
		"a packet that violates the document": {
			change: write("get/requests/two.json", `{"owner":2}`), failed: "Packets",
			want: "packets/get/requests/two.json: it is invalid now: owner: value must be a string; edit it",
		},
		"a refused packet that is valid": {
			change: write("refused/get/requests/owner-missing.json", `{"owner":"alice"}`), failed: "Packets",
			want: "it is valid now; want the violation owner: property \"owner\" is missing; timsns packets --document ",
		},
		"an example without a packet": {
			change: remove("get/responses/failed.json"), failed: "Packets",
			want: "packets/get/responses/failed.json; timsns packets --document ",
		},
		"a packet that differs from its example": {
			change: write("get/requests/basic.json", `{"owner":"bob"}`), failed: "Packets",
			want: "packets/get/requests/basic.json: it differs from the example of the document that has its name; edit it",
		},
		"packets of no command": {
			change: rename("get", "gets"), failed: "Packets",
			want: "packets/gets: rename or remove it",
		},
		"too few packets": {
			change: remove("refused/get/requests/owner-too-long.json", "get/requests/owner-longest.json"), failed: "SchemaEdits",
			want: "no packet notices that in GetRequest.owner: maxLength dropped; timsns packets --document ",
		},
		"no method": {client: "empty", failed: "Operations", want: "want a method Get of the client: run go generate"},
		"another rate limit": {
			client: "stale", failed: "Operations", want: "the rate limit of Get: run go generate",
		},
		"an operation that the document no longer has": {
			client: "former", failed: "Operations", want: "the document has no operation Delete: run go generate",
		},
		"a key that the client does not know": {
			client: "keyless", change: edit("x-idempotent: true", "x-idempotent: {key: [count]}"), failed: "Operations",
			want: "idempotence of Get with the request complete: run go generate",
		},
		"a time that the client does not know": {
			client: "keyless", change: edit("x-idempotent: true", "x-idempotent: {key: [count], seconds: 60}"), failed: "Operations",
			want: "x-idempotent.seconds of Get: run go generate",
		},
		"a type that loses a property": {
			client: "lossy", failed: "RoundTrip", want: "the emitted type contract_test.lossyRequest changes a value",
		},
		"a failure taken for a success": {
			client: "trusting", failed: "Responses", want: "get/responses/fixture/failed: want a *rest.Error, got <nil>",
		},
	}
	source := t.TempDir()
	text, err := os.ReadFile("testdata/notes.yaml")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(source, "notes.yaml"), text, 0o600))
	_, err = mutation.Complete(text, mutation.FoldersOf(filepath.Join(source, "packets")), nil)
	require.NoError(t, err)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if test.failed == "SchemaEdits" {
				testutil.SkipWithRaceDetector(t) // as contract.Test does
			}
			folder := t.TempDir()
			require.NoError(t, os.CopyFS(folder, os.DirFS(source)))
			if test.change != nil {
				test.change(t, folder)
			}
			output := runFolder(t, folder, test.client)
			if test.failed == "" {
				assert.NotContains(t, output, "--- FAIL")
				assert.Contains(t, output, "--- PASS: TestFolder/Sandbox")
				return
			}
			assert.Contains(t, output, "--- FAIL: TestFolder/"+test.failed)
			assert.Contains(t, output, test.want)
		})
	}
}

// runFolder runs TestFolder and returns its output.
func runFolder(t *testing.T, folder, client string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFolder$", "-test.v", "-contract.every=1")
	command.Env = append(os.Environ(), folderVariable+"="+folder, clientVariable+"="+client)
	output, err := command.CombinedOutput()
	if err != nil {
		require.ErrorAs(t, err, new(*exec.ExitError))
	}
	return string(output)
}
