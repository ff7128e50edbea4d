// Package postman_test runs the collections of timsns postman with newman, Postman's runner.
package postman_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	program = "../bin/timsns"
	runner  = "node_modules/.bin/newman"
)

// report is what newman's JSON reporter writes. It contains the signatures, in the URLs.
type report struct {
	Run struct {
		Executions []execution
		Failures   []failure
	}
}

type execution struct {
	Item    struct{ Name string }
	Request struct {
		URL struct {
			Query []struct{ Key, Value string }
		}
	}
	Response struct {
		Code   int
		Stream struct{ Data []uint16 } // bytes
	}
	Assertions []struct {
		Assertion string
		Error     *struct{ Message string }
	}
}

type failure struct {
	Error struct{ Message string }
}

// code returns the error code of the response.
func (e execution) code(t *testing.T) int {
	t.Helper()
	text := make([]byte, len(e.Response.Stream.Data))
	for i, next := range e.Response.Stream.Data {
		text[i] = byte(next)
	}
	var envelope struct{ ErrorCode *int }
	require.NoError(t, json.Unmarshal(text, &envelope), e.Item.Name)
	require.NotNil(t, envelope.ErrorCode, e.Item.Name)
	return *envelope.ErrorCode
}

func (e execution) parameter(name string) string {
	for _, parameter := range e.Request.URL.Query {
		if parameter.Key == name {
			return parameter.Value
		}
	}
	return ""
}

// newman runs a collection with the values of variables, and returns its report and whether all tests passed.
func newman(t *testing.T, collection string, variables map[string]string, flags ...string) (found report, passed bool) {
	t.Helper()
	folder := t.TempDir() // which does not outlive the test, since it has the key
	type value struct {
		Key   string `json:"key"`
		Value string `json:"value"`
	}
	environment := map[string]any{"name": "test"}
	var values []value
	for name, text := range variables {
		values = append(values, value{name, text})
	}
	environment["values"] = values
	writeJSON(t, filepath.Join(folder, "environment.json"), environment)

	file := filepath.Join(folder, "report.json")
	flags = append([]string{
		"run", collection, "--environment", filepath.Join(folder, "environment.json"),
		"--reporters", "json", "--reporter-json-export", file, "--timeout-request", "10000",
	}, flags...)
	output, err := exec.CommandContext(t.Context(), runner, flags...).CombinedOutput()
	text, readErr := os.ReadFile(file)
	require.NoError(t, readErr, string(output))
	require.Empty(t, string(output), "no script logs anything")
	require.NoError(t, json.Unmarshal(text, &found))
	return found, err == nil
}

func writeJSON(t *testing.T, file string, value any) {
	t.Helper()
	text, err := json.Marshal(value)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, text, 0o600))
}

// timsns returns what the command prints.
func timsns(t *testing.T, arguments ...string) string {
	t.Helper()
	output, err := exec.CommandContext(t.Context(), program, arguments...).Output()
	require.NoError(t, err, strings.Join(arguments, " "))
	return string(output)
}

// collect writes the collection of a document to a file.
func collect(t *testing.T, flags ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "collection.json")
	timsns(t, append([]string{"postman", "--output", file}, flags...)...)
	return file
}

// startSandbox runs timsns sandbox until the test ends, and returns the values of the variables of a collection.
func startSandbox(t *testing.T, flags ...string) map[string]string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, append([]string{"sandbox", "--output", "json"}, flags...)...)
	output, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() { _ = command.Wait() }) // it is killed at the end of the context
	var printed map[string]string
	require.NoError(t, json.NewDecoder(output).Decode(&printed))
	return map[string]string{
		"server": printed["TIMSNS_SERVER"], "sdkappid": printed["TIMSNS_SDKAPPID"],
		"identifier": printed["TIMSNS_IDENTIFIER"], "secret_key": printed["TIMSNS_SECRET_KEY"],
	}
}
