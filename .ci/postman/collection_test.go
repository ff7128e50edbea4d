package postman_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// documents returns the flags that select each document.
func documents(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{"embedded": nil}
	files, err := filepath.Glob("../../modules/*/openapi.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		all[filepath.Base(filepath.Dir(file))] = []string{"--document", file}
	}
	return all
}

// commands returns the commands of a document.
func commands(t *testing.T, flags []string) (names []string) {
	t.Helper()
	var listed []struct {
		Command string `json:"command"`
	}
	text := timsns(t, append([]string{"call", "--list", "-o", "json"}, flags...)...)
	require.NoError(t, json.Unmarshal([]byte(text), &listed))
	for _, command := range listed {
		names = append(names, command.Command)
	}
	require.NotEmpty(t, names)
	return names
}

func TestCollection_callsEachCommand(t *testing.T) {
	for name, flags := range documents(t) {
		t.Run(name, func(t *testing.T) {
			exported := filepath.Join(t.TempDir(), "exported")
			found, passed := newman(t, collect(t, flags...), startSandbox(t, flags...),
				"--export-collection", exported+"-collection.json", "--export-environment", exported+"-environment.json")
			assert.True(t, passed, found.Run.Failures)
			var called []string
			for _, execution := range found.Run.Executions {
				called = append(called, execution.Item.Name)
				assert.Equal(t, 200, execution.Response.Code, execution.Item.Name)
				assert.Zero(t, execution.code(t), execution.Item.Name)
				assert.Len(t, execution.Assertions, 3, execution.Item.Name)
			}
			assert.ElementsMatch(t, commands(t, flags), called)

			for _, kind := range []string{"collection", "environment"} {
				text, err := os.ReadFile(exported + "-" + kind + ".json")
				require.NoError(t, err)
				assert.NotContains(t, string(text), found.Run.Executions[0].parameter("usersig"), "the script keeps no signature")
			}
		})
	}
}

func TestCollection_failsWithAnotherKey(t *testing.T) {
	variables := startSandbox(t)
	variables["secret_key"] += "x"
	found, passed := newman(t, collect(t), variables)
	assert.False(t, passed)
	assert.Len(t, found.Run.Executions, len(commands(t, nil)))
	for _, execution := range found.Run.Executions {
		assert.Equal(t, 70009, execution.code(t), execution.Item.Name)
	}
	require.Len(t, found.Run.Failures, len(found.Run.Executions))
	meaning, _, _ := strings.Cut(timsns(t, "code", "70009"), "\n")
	for _, failure := range found.Run.Failures {
		assert.True(t, strings.HasPrefix(failure.Error.Message, meaning+"; "), failure.Error.Message)
		assert.Contains(t, failure.Error.Message, "; the service says: ")
	}
}

func TestCollection_isValid(t *testing.T) {
	for name, flags := range documents(t) {
		text := timsns(t, append([]string{"postman"}, flags...)...)
		assert.Empty(t, validate(t, text), name)
	}
	broken := strings.Replace(timsns(t, "postman"), `"method": "POST"`, `"method": "SEND"`, 1)
	assert.Equal(t, "/item/0/item/0/request/method: must be equal to one of the allowed values\n", validate(t, broken))
}

// validate returns the violations of the format's schema.
func validate(t *testing.T, collection string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), "node", "validate.mjs")
	command.Stdin, command.Stderr = strings.NewReader(collection), t.Output()
	output, err := command.Output()
	require.NoError(t, err)
	return string(output)
}
