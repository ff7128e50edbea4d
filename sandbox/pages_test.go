package sandbox_test

import (
	"context"
	"iter"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/emit/testdata/paging"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// TestWithDocument_pages reads all pages of operations whose only fixture is a page that others follow.
func TestWithDocument_pages(t *testing.T) {
	const (
		items  = `"Items":[{"Name":"a","Seq":8,"Serial":9},{"Name":"b","Seq":7,"Serial":10}],`
		status = `"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`
	)
	tests := map[string]struct {
		page string
		read func(*testing.T, *paging.Client) error
	}{
		"cursor_string":   {`"NextCursor":"x",` + items, readPages(paging.CursorStringPages)},
		"cursor_complete": {`"Next":7,"CompleteFlag":0,` + items, readPages(paging.CursorCompletePages)},
		"cursor_several":  {`"LastTime":7,"NextKey":"k",` + items, readPages(paging.CursorSeveralPages)},
		"offset_plain":    {`"Names":["a"],`, readPages(paging.OffsetPlainPages)},
		"offset_total":    {`"Total":9,` + items, readPages(paging.OffsetTotalPages)},
		"last_step":       {items, readPages(paging.LastStepPages)},
		"last_complete":   {items, readPages(paging.LastCompletePages)},
		"cursor_offset":   {`"Next":"x","Total":9,` + items, readPages(paging.CursorOffsetPages)},
	}
	text, err := os.ReadFile("../internal/emit/testdata/paging/openapi.yaml")
	require.NoError(t, err)
	fixtures := fstest.MapFS{}
	for command, test := range tests {
		fixtures[command+"/responses/basic.json"] = &fstest.MapFile{Data: []byte("{" + test.page + status)}
	}
	document, err := api.Open(text, fixtures)
	require.NoError(t, err)
	service := sandbox.Start(t, sandbox.WithDocument(document))
	sign, err := signer.New(service.Credentials())
	require.NoError(t, err)
	client, err := paging.NewClient(service.Endpoint, sign)
	require.NoError(t, err)
	for command, test := range tests {
		t.Run(command, func(t *testing.T) {
			require.NoError(t, test.read(t, client))
			assert.Equal(t, 2, service.Calls(command))
		})
	}
}

// readPages returns a function that reads all pages from the first on.
func readPages[Request, Response any](
	pages func(context.Context, paging.API, Request, ...rest.CallOption) iter.Seq2[*Response, error],
) func(*testing.T, *paging.Client) error {
	return func(t *testing.T, client *paging.Client) error {
		t.Helper()
		var first Request
		for _, err := range pages(t.Context(), client, first) {
			if err != nil {
				return err
			}
		}
		return nil
	}
}
