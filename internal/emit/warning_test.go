package emit_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/emit"
	"github.com/timsns/timsns/internal/testutil"
)

func TestRun_warnsOfWhatIsStillToDo(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	document, folder := newFolder(t)
	text := bytes.Replace(timsns.Document, []byte("summary: Pull the friend lists of a user"), []byte("summary: TODO"), 1)
	require.NoError(t, os.WriteFile(document, text, 0o600))
	var warnings bytes.Buffer
	require.NoError(t, emit.Run(t.Context(), &warnings, document, folder, "gen"))
	assert.Equal(t, document+": warning: places that are still to do: 1; timsns lint lists them\n", warnings.String())
	assert.FileExists(t, filepath.Join(folder, "client.gen.go"))
}
