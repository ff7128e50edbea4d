package emit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDescribe(t *testing.T) {
	for name, test := range map[string]struct {
		verb, description string
		advice            any
		want              string
	}{
		"an action":           {"is", "Adds friends.", nil, "// Name adds friends."},
		"a thing":             {"is", "The UserID of the user.\n", nil, "// Name is the UserID of the user."},
		"an array":            {"holds", "The UserIDs.", nil, "// Name holds the UserIDs."},
		"another article":     {"is", "An account.", nil, "// Name is an account."},
		"an action like one":  {"is", "Answers a call.", nil, "// Name answers a call."},
		"several paragraphs":  {"is", "Adds friends.\n\nOne at a time.", nil, "// Name adds friends.\n//\n// One at a time."},
		"advice":              {"is", "A tag.", "Make one.\n", "// Name is a tag.\n//\n// Make one."},
		"advice with code":    {"is", "A tag.", "Make one:\n\n\tx := 1", "// Name is a tag.\n//\n// Make one:\n//\n//\tx := 1"},
		"a long description":  {"is", "Adds " + strings.Repeat("x", 103) + " y z.", nil, "// Name adds " + strings.Repeat("x", 103) + "\n// y z."},
		"one that just fits":  {"is", "Adds " + strings.Repeat("x", 101) + " y z.", nil, "// Name adds " + strings.Repeat("x", 101) + " y\n// z."},
		"one with wide signs": {"is", "Adds " + strings.Repeat("…", 100) + " y.", nil, "// Name adds " + strings.Repeat("…", 100) + " y."},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, describe("Name", test.verb, test.description, test.advice))
		})
	}
}

func TestListed(t *testing.T) {
	assert.Empty(t, listed(nil, "or"))
	assert.Equal(t, "a", listed([]string{"a"}, "or"))
	assert.Equal(t, "a or b", listed([]string{"a", "b"}, "or"))
	assert.Equal(t, "a, b and c", listed([]string{"a", "b", "c"}, "and"))
}

func TestIdempotence(t *testing.T) {
	one, three := []keyField{{"A", "0"}}, []keyField{{"A", "0"}, {"B", "0"}, {"C", "0"}}
	assert.Equal(t, "Idempotent by A: a call that sets it is repeated after a failure, since the service recognizes a "+
		"second one.", idempotence(operation{Key: one}))
	assert.Equal(t, "Idempotent by A, B and C: a call that sets all of them is repeated after a failure, since the "+
		"service recognizes a second one for 9 seconds.", idempotence(operation{Key: three, KeySeconds: 9}))
}

func TestComment_wrapsLists(t *testing.T) {
	long := strings.Repeat("x", 90)
	assert.Equal(t, "//   - "+long+"\n//     "+long, comment("  - "+long+" "+long))
}
