//go:build !race

package mutation_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/mutation"
)

// chatFixtures are valid bodies with an element of each kind.
var chatFixtures = map[string]string{
	"requests/whole":  `{"Serial":1,"MsgBody":[` + elements + `],"OfflinePushInfo":{"Title":"a","Icon":{"Width":1}},"MsgLifeTime":1}`,
	"requests/title":  `{"Serial":1,"MsgBody":[],"Title":{"MsgType":"TIMPingElem"}}`,
	"responses/whole": `{"MsgBody":[` + elements + `],"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`,
}

const elements = `{"MsgType":"TIMTextElem","MsgContent":{"Text":"a"}},{"MsgType":"TIMPingElem"},` +
	`{"MsgType":"TIMLocationElem","MsgContent":{"Desc":"a","Latitude":1.5,"Longitude":1,"Replies":[{"MsgType":"TIMPingElem"}]}}`

// TestComplete_unions completes the fixtures of a document that has a union within itself.
func TestComplete_unions(t *testing.T) {
	document, err := os.ReadFile("../emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	root := t.TempDir()
	for name, body := range chatFixtures {
		file := filepath.Join(root, "echo", name+".json")
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o750))
		require.NoError(t, os.WriteFile(file, []byte(body), 0o600))
	}
	folders := mutation.FoldersOf(root)
	report := complete(t, document, folders, "echo")
	assert.Empty(t, report.Stale)
	for _, edit := range report.Unnoticed {
		assert.Fail(t, "unnoticed", edit.String())
	}
	assert.Contains(t, filesOf(report, mutation.Added), "text-missing")
	assert.Contains(t, filesOf(report, mutation.Added), "width-missing")
}
