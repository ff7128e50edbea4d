package export_test

import (
	"os"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/export"
)

func strict(t *testing.T, document *api.Document, command string) *api.Operation {
	t.Helper()
	document, err := document.Strict()
	require.NoError(t, err)
	operation, ok := document.Operation(command)
	require.True(t, ok, command)
	return operation
}

func embedded(t *testing.T) *api.Document {
	t.Helper()
	document, err := api.Load()
	require.NoError(t, err)
	return document
}

// open opens the document of another service.
func open(t *testing.T, file string) *api.Document {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	return document
}

func TestNewRequest(t *testing.T) {
	sns := embedded(t)
	accounts := open(t, "../../sandbox/testdata/account/openapi.yaml")
	tests := map[string]struct {
		document        *api.Document
		command, fields string
		body, err       string
	}{
		"required numbers are 0": {sns, "friend_get", `{}`, `{"From_Account":"ann","StartIndex":0}`, ""},
		"a page has its largest size": {
			sns, "black_list_get", `{}`, `{"From_Account":"ann","StartIndex":0,"MaxLimited":1000,"LastSequence":0}`, "",
		},
		"fields that are given have no defaults": {
			sns, "black_list_get", `{"MaxLimited":10,"LastSequence":7}`,
			`{"From_Account":"ann","LastSequence":7,"MaxLimited":10,"StartIndex":0}`, "",
		},
		"optional fields": {
			sns, "group_get", `{"GroupName":["a","b"]}`, `{"From_Account":"ann","GroupName":["a","b"]}`, "",
		},
		"a batch of objects takes the account": {accounts, "account_check", `{}`, `{"CheckItem":[{"UserID":"ann"}]}`, ""},
		"other fields are missing": {
			sns, "friend_check", `{}`, "", "friend_check: want also To_Account=ARRAY OF STRINGS CheckType=STRING",
		},
		"the account is given": {
			sns, "friend_get", `{"From_Account":"ben"}`, "", "friend_get: want no From_Account, which takes each of the accounts",
		},
		"no JSON": {sns, "friend_get", `{`, "", "friend_get: "},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			request, err := export.NewRequest(strict(t, test.document, test.command), jsontext.Value(test.fields))
			if test.err != "" {
				require.ErrorContains(t, err, test.err)
				return
			}
			require.NoError(t, err)
			body, err := request.Body("ann")
			require.NoError(t, err)
			assert.Equal(t, test.body, string(body))
		})
	}
}

func TestRequest_Body_validates(t *testing.T) {
	request, err := export.NewRequest(strict(t, embedded(t), "friend_get"), jsontext.Value(`{"Unknown":1}`))
	require.NoError(t, err)
	_, err = request.Body("ann")
	require.ErrorContains(t, err, "Unknown")

	request, err = export.NewRequest(strict(t, embedded(t), "friend_get"), jsontext.Value(`{}`))
	require.NoError(t, err)
	for account, problem := range map[string]string{
		"":                                   "From_Account",
		"a name that is longer than allowed": "From_Account",
		"\xff":                               "UTF-8",
	} {
		_, err = request.Body(account)
		require.ErrorContains(t, err, problem, account)
	}
	body, err := request.Body(`quo"te`)
	require.NoError(t, err)
	assert.JSONEq(t, `{"From_Account":"quo\"te","StartIndex":0}`, string(body))
}
