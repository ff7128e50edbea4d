package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/schemas"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/sandbox"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"timsns": main, "timsns-parses": mainWithParses})
}

// mainWithParses runs the command line, and prints how many documents it has parsed to standard error.
func mainWithParses() {
	status := run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	_, _ = fmt.Fprintf(os.Stderr, "parsed %d\n", schemas.Parsed.Load())
	os.Exit(status)
}

// TestScripts runs the command lines in testdata/script. Each script has openapi.yaml, the URL and the secret key of a
// sandbox in SANDBOX_SERVER and SANDBOX_SECRET_KEY, the URL of a server that returns HTML in HTML_SERVER, and that of a
// server that returns one of answers in ANSWER_SERVER. The folder of package api is in API, that of a document of
// another service in ACCOUNT, and that of vendor pages in PAGES.
func TestScripts(t *testing.T) {
	api, err := filepath.Abs("../../api")
	require.NoError(t, err)
	account, err := filepath.Abs("../../sandbox/testdata/account")
	require.NoError(t, err)
	pages, err := filepath.Abs("../../internal/page/testdata")
	require.NoError(t, err)
	served := &serving{}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Condition:           testutil.Condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exec-status": execStatus, "replace": replace, "start": served.start, "stop": served.stop,
		},
		Setup: func(env *testscript.Env) error {
			service, err := sandbox.Listen()
			if err != nil {
				return err
			}
			html := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				_, _ = w.Write([]byte("<html>sign in</html>"))
			}))
			answers := httptest.NewServer(http.HandlerFunc(answer))
			env.Defer(func() {
				html.Close()
				answers.Close()
				_ = service.Close()
			})
			credentials := service.Credentials()
			env.Setenv("GORACE", "atexit_sleep_ms=10") // with the race detector, a program waits for a second at its end
			env.Setenv("API", api)
			env.Setenv("ACCOUNT", account)
			env.Setenv("PAGES", pages)
			env.Setenv("SANDBOX_SERVER", service.Endpoint.URL)
			env.Setenv("SANDBOX_SECRET_KEY", credentials.SecretKey)
			env.Setenv("HTML_SERVER", html.URL)
			env.Setenv("ANSWER_SERVER", answers.URL)
			return os.WriteFile(filepath.Join(env.WorkDir, "openapi.yaml"), timsns.Document, 0o600)
		},
	})
}

const envelope = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`

// answers are responses by the first part of the path.
var answers = map[string]string{
	"accounts": `{"ActionStatus":"OK","ErrorCode":0}`,
	"object":   `{"ResultItem":{},"CurrentSequence":"1","New":1,` + envelope,
	"batch":    `{"InfoItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope,
	"missing":  `{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope,
	"names": `{"ResultItem":[{"GroupName":"` + "\u009b31m\u202e" + `","FriendNumber":1},` +
		`{"GroupName":"` + "同\u3000学👩\u200d🚀" + `","FriendNumber":1}],"CurrentSequence":1,` + envelope,
}

// answersTo are responses by the first part of the path and by a text in the request.
var answersTo = map[string]map[string]string{
	"pages": {
		`"StartIndex":0`: `{"UserDataItem":[{"To_Account":"bob","ValueItem":[]}],"NextStartIndex":7,"CompleteFlag":0,` + pageEnvelope,
		`"StartIndex":7`: `{"UserDataItem":[{"To_Account":"carol","ValueItem":[]}],"NextStartIndex":0,"CompleteFlag":1,` + pageEnvelope,
	},
	"repeats": {"": `{"UserDataItem":[{"To_Account":"bob","ValueItem":[]}],"NextStartIndex":0,"CompleteFlag":0,` + pageEnvelope},
	"half": {
		`"bob"`: `{"ResultItem":[{"To_Account":"bob","ResultCode":0,"ResultInfo":""}],` + envelope,
		`"eve"`: `{"ActionStatus":"FAIL","ErrorCode":30010,"ErrorInfo":"full","ErrorDisplay":""}`,
	},
}

const pageEnvelope = `"StandardSequence":1,"CustomSequence":1,"FriendNum":2,` + envelope

func answer(w http.ResponseWriter, request *http.Request) {
	name, _, _ := strings.Cut(strings.TrimPrefix(request.URL.Path, "/"), "/")
	body, _ := io.ReadAll(request.Body) // without which the context does not end with the connection
	if name == "hang" {
		<-request.Context().Done()
		return
	}
	text := answers[name]
	for part, answer := range answersTo[name] {
		if strings.Contains(string(body), part) {
			text = answer
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = io.WriteString(w, text)
}

// execStatus implements exec-status STATUS PROGRAM [ARGUMENT]…, which runs a program that must exit with the status.
func execStatus(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) < 2 {
		script.Fatalf("usage: exec-status STATUS PROGRAM [ARGUMENT]…")
	}
	var exit *exec.ExitError
	err := script.Exec(arguments[1], arguments[2:]...)
	if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != arguments[0] {
		script.Fatalf("want exit status %s, got %v", arguments[0], err)
	}
}

// replace implements replace OLD NEW FILE, which replaces the first OLD in a file.
func replace(script *testscript.TestScript, negated bool, arguments []string) {
	if negated || len(arguments) != 3 {
		script.Fatalf("usage: replace OLD NEW FILE")
	}
	content := script.ReadFile(arguments[2])
	if !strings.Contains(content, arguments[0]) {
		script.Fatalf("%s: want %q", arguments[2], arguments[0])
	}
	changed := strings.Replace(content, arguments[0], arguments[1], 1)
	script.Check(os.WriteFile(script.MkAbs(arguments[2]), []byte(changed), 0o600))
}

func TestIsTerminal_falseForOthers(t *testing.T) {
	file, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	require.False(t, isTerminal(file))
	require.False(t, isTerminal("a terminal"))
}
