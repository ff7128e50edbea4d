package mutation_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns"
	"github.com/timsns/timsns/internal/mutation"
	"github.com/timsns/timsns/internal/testutil"
)

// copyFixtures copies the fixtures of this module, or of one command, so that a test can change them.
func copyFixtures(t *testing.T, command string) mutation.Folders {
	t.Helper()
	root := t.TempDir()
	folders := []string{"", "refused", "tolerated"}
	if command == "" {
		folders = folders[:1] // it has the others
	}
	for _, folder := range folders {
		source := filepath.Join("../../api/fixtures", folder, command)
		if _, err := os.Stat(source); err == nil {
			require.NoError(t, os.CopyFS(filepath.Join(root, folder, command), os.DirFS(source)))
		}
	}
	return mutation.FoldersOf(root)
}

// edited returns the document after replacements of texts that it contains.
func edited(t *testing.T, pairs ...string) []byte {
	t.Helper()
	text := string(timsns.Document)
	for i := 0; i < len(pairs); i += 2 {
		require.True(t, strings.Contains(text, pairs[i]), pairs[i]) //nolint:testifylint // it would print the document
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return []byte(text)
}

func complete(t *testing.T, text []byte, folders mutation.Folders, commands ...string) *mutation.Report {
	t.Helper()
	testutil.SkipWithRaceDetector(t)
	report, err := mutation.Complete(text, folders, commands)
	require.NoError(t, err)
	return report
}

// filesOf returns the names of the files that the report lists with an action.
func filesOf(report *mutation.Report, action mutation.Action) []string {
	var names []string
	for _, change := range report.Changes {
		if change.Action == action {
			names = append(names, strings.TrimSuffix(filepath.Base(change.File), ".json"))
		}
	}
	return names
}

// authored returns the names of the stale fixtures that somebody wrote.
func authored(report *mutation.Report) []string {
	var names []string
	for _, stale := range report.Stale {
		if !stale.Generated {
			names = append(names, strings.TrimSuffix(filepath.Base(stale.File), ".json"))
		}
	}
	return names
}

// withLimit returns the document with another limit of names in GroupGetRequest.
func withLimit(t *testing.T, limit string) []byte {
	t.Helper()
	before, schema, isThere := strings.Cut(string(timsns.Document), "    GroupGetRequest:\n")
	require.True(t, isThere)
	return []byte(before + "    GroupGetRequest:\n" + strings.Replace(schema, "maxItems: 32", "maxItems: "+limit, 1))
}

func TestComplete_renewsForRaisedLimit(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	text := withLimit(t, "64")
	report := complete(t, text, folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	assert.Contains(t, filesOf(report, mutation.Renewed), "group-name-too-many")
	assert.Empty(t, filesOf(report, mutation.Removed))
	assert.NoFileExists(t, filepath.Join(folders.Refused, "group_get/requests/group-name-too-many-2.json"))

	again := complete(t, text, folders, "group_get")
	assert.Empty(t, again.Changes, "the second run has nothing to do")
}

// TestComplete_loweredLimit checks that a valid fixture beyond the limit, which somebody wrote, has to be edited first.
func TestComplete_loweredLimit(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	text := withLimit(t, "8")
	report := complete(t, text, folders, "group_get")
	assert.Empty(t, report.Changes)
	assert.Contains(t, authored(report), "bounds")

	require.NoError(t, os.Remove(filepath.Join(folders.Valid, "group_get/requests/bounds.json")))
	report = complete(t, text, folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	assert.Contains(t, filesOf(report, mutation.Renewed), "group-name-too-many")
}

var completeFlag = flag.Bool("complete", false, "complete the fixtures of this module, also if package sandbox does not compile")

// TestComplete_thisModule does what `timsns packets --complete` does.
func TestComplete_thisModule(t *testing.T) {
	if !*completeFlag {
		t.Skip("it may change files: want -complete")
	}
	for _, change := range complete(t, timsns.Document, mutation.FoldersOf("../../api/fixtures")).Changes {
		t.Logf("%s %s: %s", change.Action, change.File, change.Reason)
	}
}

var allCommands = flag.Bool("all", false, "whether TestComplete_newCode runs, which takes half a minute")

// TestComplete_newCode checks that a new code adds one fixture, and one item to those that list all codes.
func TestComplete_newCode(t *testing.T) {
	if !*allCommands {
		t.Skip("it makes all edits of all commands: want -all")
	}
	folders := copyFixtures(t, "")
	text := edited(t, "        - {code: 30540,", "        - {code: 30541, name: CodeNew, retry: backoff, meaning: it is new, advice: try again}\n"+
		"        - {code: 30540,", "30539, 30540]", "30539, 30540, 30541]")
	report := complete(t, text, folders)
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	assert.Equal(t, []string{"failed-error-code-30541"}, filesOf(report, mutation.Added))
	assert.NotEmpty(t, filesOf(report, mutation.Renewed))
	for _, name := range filesOf(report, mutation.Renewed) {
		assert.True(t, strings.HasSuffix(name, "every-result-code"), name)
	}
	assert.Empty(t, filesOf(report, mutation.Removed))
}

// TestComplete_renamedField checks that fixtures which somebody wrote are listed and not changed, and that the others
// follow once these are edited.
func TestComplete_renamedField(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	text := edited(t, "FriendNumber", "FriendCount")
	report := complete(t, text, folders, "group_get")
	for _, name := range append(filesOf(report, mutation.Added), filesOf(report, mutation.Renewed)...) {
		assert.NotContains(t, name, "friend-")
	}
	require.NotEmpty(t, report.Stale)
	for _, stale := range report.Stale {
		if !stale.Generated {
			renameField(t, stale.File)
		}
	}
	report = complete(t, text, folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	assert.Contains(t, filesOf(report, mutation.Added), "friend-count-null")
	assert.Contains(t, filesOf(report, mutation.Removed), "friend-number-null")
}

// renameField edits a fixture and its reason as its author would.
func renameField(t *testing.T, file string) {
	t.Helper()
	for _, name := range []string{file, strings.TrimSuffix(file, ".json") + ".txt"} {
		content, err := os.ReadFile(name)
		if err == nil {
			content = []byte(strings.ReplaceAll(string(content), "FriendNumber", "FriendCount"))
			require.NoError(t, os.WriteFile(name, content, 0o600))
		}
	}
}

// TestComplete_removedField checks that the fixtures of a removed field are removed.
func TestComplete_removedField(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	before, schema, _ := strings.Cut(string(timsns.Document), "    GroupGetRequest:\n")
	head, field, _ := strings.Cut(schema, "        LastSequence:\n")
	_, after, _ := strings.Cut(field, "        NeedFriend:\n")
	head = strings.Replace(head, "[From_Account, LastSequence]", "[From_Account]", 1)
	others, operation, _ := strings.Cut(before, "  /v4/sns/group_get:\n")
	operation = strings.ReplaceAll(operation, "                  LastSequence: 1\n", "") // in examples
	text := []byte(others + "  /v4/sns/group_get:\n" + operation + "    GroupGetRequest:\n" + head + "        NeedFriend:\n" + after)
	report := complete(t, text, folders, "group_get")
	assert.Empty(t, report.Changes)
	assert.Contains(t, authored(report), "basic")
	for _, stale := range report.Stale {
		if !stale.Generated {
			dropField(t, stale.File)
		}
	}
	report = complete(t, text, folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	removed := filesOf(report, mutation.Removed)
	assert.Contains(t, removed, "last-sequence-negative")
	assert.NotContains(t, removed, "from-account-missing")
}

// dropField edits a valid fixture as its author would, and deletes an invalid one.
func dropField(t *testing.T, file string) {
	t.Helper()
	if strings.Contains(file, "refused") {
		require.NoError(t, os.Remove(file))
		return
	}
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	var body map[string]any
	require.NoError(t, json.Unmarshal(content, &body))
	delete(body, "LastSequence")
	content, err = json.Marshal(body)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, content, 0o600))
}

// TestComplete_onlyExamples checks that the examples of the document are enough to derive all fixtures from.
func TestComplete_onlyExamples(t *testing.T) {
	testutil.SkipWithRaceDetector(t)
	folders := mutation.FoldersOf(t.TempDir())
	report, err := mutation.Check(timsns.Document, folders, []string{"group_get"})
	require.NoError(t, err)
	assert.Contains(t, report.Missing, filepath.Join(folders.Valid, "group_get/requests/basic.json"))
	report = complete(t, timsns.Document, folders, "group_get")
	assert.Empty(t, report.Unnoticed)
	assert.Empty(t, report.Stale)
	assert.Empty(t, report.Missing)
	assert.Subset(t, filesOf(report, mutation.Added), []string{"basic", "complete", "failed", "from-account-missing"})
}

// TestCheck_anotherExample checks that a fixture which differs from the example of its name is somebody's to edit.
func TestCheck_anotherExample(t *testing.T) {
	folders := copyFixtures(t, "group_get")
	file := filepath.Join(folders.Valid, "group_get/requests/basic.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"From_Account":"alice","LastSequence":1}`), 0o600))
	report, err := mutation.Check(timsns.Document, folders, []string{"group_get"})
	require.NoError(t, err)
	want := mutation.Stale{File: file, Problem: "it differs from the example of the document that has its name"}
	assert.Equal(t, []mutation.Stale{want}, report.Stale)
}

func TestComplete_unknownCommand(t *testing.T) {
	_, err := mutation.Complete(timsns.Document, copyFixtures(t, "group_get"), []string{"nowhere"})
	assert.EqualError(t, err, `the document has no command "nowhere"`)
}
