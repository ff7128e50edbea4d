package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/snippet"
)

// TestReadBody_readsSnippets has a shell split the command lines that the console renders, and reads them as timsns call
// does: each fixture of every document, and what fixtures do not have, must come out as it was.
func TestReadBody_readsSnippets(t *testing.T) {
	files, err := filepath.Glob("../../modules/*/openapi.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range append(files, "") {
		service, err := (&documentFlags{document: file}).service()
		require.NoError(t, err)
		for _, operation := range service.Operations() {
			fixtures, err := service.Fixtures(operation.Command, api.Requests)
			require.NoError(t, err)
			bodies := []string{
				`{}`, `[7]`, `{"X":{"a":[{"0":1}],"@":"@x"},"Y":["a",""],"Z":"a\u0000\ud83d\ude00b"}`,
				`{"From_Account":"it's $HOME\n","To_Account":[{}],"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"@a,b"}}]}`,
			}
			for _, fixture := range fixtures {
				bodies = append(bodies, string(fixture.Body))
			}
			checkCommands(t, operation, bodies)
		}
	}
}

// checkCommands checks the command lines of an operation's requests. One shell splits them all.
func checkCommands(t *testing.T, operation *api.Operation, bodies []string) {
	t.Helper()
	var script strings.Builder
	script.WriteString("timsns() { shift 2; printf '%s\\0' \"$@\"; printf '\\0'; }\n")
	for _, body := range bodies {
		command, err := snippet.Command(operation, []byte(body), snippet.CommandOptions{})
		require.NoError(t, err, body)
		script.WriteString(command)
	}
	shell := exec.CommandContext(t.Context(), "sh")
	shell.Stdin = strings.NewReader(script.String())
	output, err := shell.Output()
	require.NoError(t, err)
	commands := strings.Split(strings.TrimSuffix(string(output), "\x00\x00"), "\x00\x00")
	require.Len(t, commands, len(bodies))
	for i, command := range commands {
		fields, data := strings.Split(command, "\x00"), ""
		if fields[0] == "--data" {
			fields, data = nil, fields[1]
		}
		body, err := readBody(t.Context(), operation, fields, data, streams{})
		require.NoError(t, err, command)
		assert.Equal(t, exactly(t, bodies[i]), exactly(t, string(body)), command)
	}
}

// exactly returns JSON with its numbers as they are written: float64 would round integers.
func exactly(t *testing.T, text string) (value any) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&value))
	return value
}
