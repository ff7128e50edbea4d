package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
)

// writeFile writes a file, and skips the test if the system does not allow the name.
func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Skipf("the system does not allow the name: %v", err)
	}
	return path
}

const oddName = "group_get.request.\x1b[31m\n\xff.json"

func TestVerify_quotesUnprintableNames(t *testing.T) {
	path := writeFile(t, oddName, `{"From_Account":7,"LastSequence":0}`)
	checks := map[string]func(t *testing.T, report []byte){
		"text": func(t *testing.T, report []byte) {
			assert.Equal(t, 2, bytes.Count(report, []byte("\n")), "no line breaks in names")
			assert.Contains(t, string(report), `group_get.request.\x1b[31m\n�.json":1:17: group_get request: $.From_Account`)
			assert.NotContains(t, string(report), "\x1b")
		},
		"json": func(t *testing.T, report []byte) {
			assert.True(t, json.Valid(report))
			assert.Contains(t, string(report), `group_get.request.\u001b[31m\n�.json"`)
		},
		"junit": func(t *testing.T, report []byte) {
			assert.NotContains(t, string(report), "\x1b")
			assert.NoError(t, xml.Unmarshal(report, new(any)))
		},
		"sarif": func(t *testing.T, report []byte) {
			assert.True(t, json.Valid(report))
			assert.NotContains(t, string(report), "\x1b")
			assert.Contains(t, string(report), `/group_get.request.%1B%5B31m%0A%EF%BF%BD.json"`)
		},
		"github": func(t *testing.T, report []byte) { assert.Equal(t, 2, bytes.Count(report, []byte("\n"))) },
	}
	for _, output := range outputs() {
		t.Run(output, func(t *testing.T) {
			var out bytes.Buffer
			status := run(
				[]string{"verify", "--output", output, path}, streams{in: strings.NewReader(""), out: &out, err: io.Discard},
			)
			assert.Equal(t, exitFailure, status)
			checks[output](t, out.Bytes())
		})
	}
}

func TestPrintJUnit_isWellFormed(t *testing.T) {
	violation := api.Violation{Reason: "a \x00\x1b\ufffe\xff]]> reason"}
	found := newVerification(1, true)
	result := traffic.Result{Direction: api.Requests, Violations: api.Violations{violation}}
	require.NoError(t, found.add(verify.Result{File: "a\x1b\u009b", Result: result}))
	var report bytes.Buffer
	require.NoError(t, printJUnit(&report, found))
	assert.NotContains(t, report.String(), "\u009b")
	assert.NoError(t, xml.Unmarshal(report.Bytes(), new(any)))
}

func TestFormatMessage_quotesUnprintableCommand(t *testing.T) {
	text := formatMessage(verify.Result{Result: traffic.Result{Command: "group\x1b[31m\nget"}}, api.Violation{Reason: "want a known command"})
	assert.Equal(t, `"group\x1b[31m\nget" request: want a known command`, text)
}

// full is a full device.
type full struct{ written int }

var errFull = errors.New("no space left on device")

func (f *full) Write([]byte) (int, error) {
	f.written++
	return 0, errFull
}

func TestVerify_failsIfReportCannotBeWritten(t *testing.T) {
	for name, content := range map[string]string{
		"valid body":   `{"From_Account":"alice","LastSequence":0}`,
		"invalid body": `{}`,
	} {
		path := writeFile(t, "group_get.request.json", content)
		for _, output := range outputs() {
			t.Run(name+" "+output, func(t *testing.T) {
				var stderr bytes.Buffer
				out := &full{}
				status := run(
					[]string{"verify", "--output", output, path}, streams{in: strings.NewReader(""), out: out, err: &stderr},
				)
				assert.Equal(t, exitOutput, status)
				assert.Equal(t, "timsns: writing to standard output: no space left on device\n", stderr.String())
				assert.Equal(t, 1, out.written, "the report is written at once")
			})
		}
	}
}

func TestVerification_isBounded(t *testing.T) {
	result := verify.Result{File: "a", Result: traffic.Result{Violations: make(api.Violations, maxListed-1)}}
	report := newVerification(1, false)
	for range 3 {
		require.NoError(t, report.add(result))
		require.NoError(t, report.add(verify.Result{File: "a"}))
	}
	assert.Len(t, report.results, 2, "only those with violations that are listed")
	assert.Equal(t, "6 messages in 1 file: 3 invalid, with 299997 violations, of which the first 100000 are listed", report.summary())

	junit := newVerification(1, true)
	for range 3 {
		require.NoError(t, junit.add(result))
	}
	assert.Len(t, junit.results[2].Violations, 1, "without a violation, the message would be valid")
	for junit.messages < maxJUnitTests {
		require.NoError(t, junit.add(verify.Result{File: "a"}))
	}
	assert.EqualError(t, junit.add(verify.Result{File: "a"}), "--output junit: want at most 250000 messages")
}
