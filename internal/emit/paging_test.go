package emit_test

import (
	"context"
	"io"
	"iter"
	"net/http"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/emit"
	"github.com/timsns/timsns/internal/emit/testdata/paging"
	"github.com/timsns/timsns/internal/testutil"
	"github.com/timsns/timsns/rest"
)

//go:generate go run ../../cmd/timsns-generate --document testdata/paging/openapi.yaml --output testdata/paging

func TestFiles_emitPages(t *testing.T) {
	document, err := os.ReadFile("testdata/paging/openapi.yaml")
	require.NoError(t, err)
	files, err := emit.Files("openapi.yaml", document, "paging")
	require.NoError(t, err)
	compareWith(t, "testdata/paging", files)
}

// TestPages_ofEachKind reads the pages of a service that returns given responses, and compares the requests. A page
// that no response is left for is one too many.
func TestPages_ofEachKind(t *testing.T) {
	const two = `"Items":[{"Name":"a","Seq":8},{"Name":"b","Seq":7}]`
	tests := map[string]struct {
		read      func(*testing.T, *paging.Client) error
		responses []string
		requests  []string
	}{
		"a cursor of strings, until it is empty": {
			read(paging.CursorStringPages, paging.CursorStringRequest{}),
			[]string{`"NextCursor":"x/y"`, `"NextCursor":"z"`, `"NextCursor":""`},
			[]string{`{}`, `{"StartCursor":"x/y"}`, `{"StartCursor":"z"}`},
		},
		"a cursor of strings, until it is absent": {
			read(paging.CursorStringPages, paging.CursorStringRequest{Cursor: "x"}),
			[]string{`"NextCursor":"y"`, `"Items":[]`},
			[]string{`{"StartCursor":"x"}`, `{"StartCursor":"y"}`},
		},
		"a cursor of numbers, until a mark": {
			read(paging.CursorCompletePages, paging.CursorCompleteRequest{}),
			[]string{`"Next":7`, `"Next":9,"CompleteFlag":2`},
			[]string{`{}`, `{"Start":7}`},
		},
		"two cursors, until the first is zero": {
			read(paging.CursorSeveralPages, paging.CursorSeveralRequest{MaxTime: 1700000000}),
			[]string{`"LastTime":1600000000,"NextKey":"k"`, `"LastTime":1600000000,"NextKey":"l"`, `"NextKey":"m"`},
			[]string{`{"MaxTime":1700000000}`, `{"MaxTime":1600000000,"Key":"k"}`, `{"MaxTime":1600000000,"Key":"l"}`},
		},
		"an offset, until a page is empty": {
			read(paging.OffsetPlainPages, paging.OffsetPlainRequest{}),
			[]string{`"Names":["a","b"]`, `"Names":["c"]`, `"Names":[]`},
			[]string{`{}`, `{"Offset":2}`, `{"Offset":3}`},
		},
		"an offset, until a page is short": {
			read(paging.OffsetTotalPages, paging.OffsetTotalRequest{Limit: 2}),
			[]string{two, `"Items":[{"Name":"c","Seq":3}]`},
			[]string{`{"Limit":2}`, `{"Offset":2,"Limit":2}`},
		},
		"an offset, until the total": {
			read(paging.OffsetTotalPages, paging.OffsetTotalRequest{Limit: 2}),
			[]string{two + `,"Total":4`, `"Items":[{"Name":"c","Seq":3},{"Name":"d","Seq":4}],"Total":4`},
			[]string{`{"Limit":2}`, `{"Offset":2,"Limit":2}`},
		},
		"an offset without a limit, until the total": {
			read(paging.OffsetTotalPages, paging.OffsetTotalRequest{Offset: 1}),
			[]string{two + `,"Total":3`},
			[]string{`{"Offset":1}`},
		},
		"an offset, until a mark": {
			read(paging.OffsetTotalPages, paging.OffsetTotalRequest{}),
			[]string{two, two + `,"CompleteFlag":1`},
			[]string{`{}`, `{"Offset":2}`},
		},
		"the place before the last item, until a page is empty": {
			read(paging.LastStepPages, paging.LastStepRequest{}),
			[]string{two, ``},
			[]string{`{}`, `{"MaxSeq":6}`},
		},
		"the place before the last item, until the first": {
			read(paging.LastStepPages, paging.LastStepRequest{MaxSeq: 2}),
			[]string{`"Items":[{"Name":"a","Seq":2},{"Name":"b","Seq":1}]`},
			[]string{`{"MaxSeq":2}`},
		},
		"the place before the last item, until a mark": {
			read(paging.LastStepPages, paging.LastStepRequest{}),
			[]string{two + `,"CompleteFlag":1`},
			[]string{`{}`},
		},
		"the place of the last item, until a mark": {
			read(paging.LastCompletePages, paging.LastCompleteRequest{MinSeq: 1}),
			[]string{`"Items":[{"Serial":18446744073709551614}]`, `"Items":[{"Serial":18446744073709551615}],"CompleteFlag":1`},
			[]string{`{"MinSeq":1}`, `{"MinSeq":18446744073709551614}`},
		},
		"a cursor where there is one, although pages are short": {
			read(paging.CursorOffsetPages, paging.CursorOffsetRequest{Limit: 9}),
			[]string{two + `,"Next":"n","Total":2`, two + `,"Next":"","Total":2`},
			[]string{`{"Limit":9}`, `{"Next":"n","Limit":9}`},
		},
		"an empty cursor, which asks for one": {
			read(paging.CursorOffsetPages, paging.CursorOffsetRequest{Next: new("")}),
			[]string{two + `,"Next":"","Total":9`},
			[]string{`{"Next":""}`},
		},
		"an offset where there is no cursor": {
			read(paging.CursorOffsetPages, paging.CursorOffsetRequest{Limit: 2}),
			[]string{two + `,"Total":9`, `"Items":[{"Name":"c","Seq":3}],"Total":9`},
			[]string{`{"Limit":2}`, `{"Offset":2,"Limit":2}`},
		},
		"a cursor or an offset, until a mark": {
			read(paging.CursorOffsetPages, paging.CursorOffsetRequest{}),
			[]string{two + `,"Next":"n","Total":9,"CompleteFlag":1`},
			[]string{`{}`},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := &pageService{responses: test.responses}
			require.NoError(t, test.read(t, service.client(t)))
			assert.Equal(t, test.requests, service.requests)
		})
	}
}

// TestPages_noticeRepeats reads pages that would never end.
func TestPages_noticeRepeats(t *testing.T) {
	tests := map[string]struct {
		read     func(*testing.T, *paging.Client) error
		response string
		want     string
	}{
		"a cursor that stays": {
			read(paging.CursorStringPages, paging.CursorStringRequest{}), `"NextCursor":"x"`,
			`CursorString: the service repeats a page: it starts at x`,
		},
		"two cursors that stay": {
			read(paging.CursorSeveralPages, paging.CursorSeveralRequest{}), `"LastTime":1,"NextKey":"k"`,
			`CursorSeveral: the service repeats a page: it starts at [1 k]`,
		},
		"a place that stays": {
			read(paging.LastCompletePages, paging.LastCompleteRequest{MinSeq: 7}), `"Items":[{"Serial":7}]`,
			`LastComplete: the service repeats a page: it starts at 7`,
		},
		"an offset of the same items": {
			read(paging.OffsetPlainPages, paging.OffsetPlainRequest{}), `"Names":["a"]`,
			`OffsetPlain: the service repeats a page: it starts at 101`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			service := &pageService{responses: []string{test.response}, repeat: true}
			err := test.read(t, service.client(t))
			require.ErrorIs(t, err, rest.ErrRepeatedPage)
			assert.EqualError(t, err, test.want)
		})
	}
}

// TestItems_ofStrings reads items that are no objects.
func TestItems_ofStrings(t *testing.T) {
	service := &pageService{responses: []string{`"Names":["a","b"]`, ``}}
	var names []string
	for name, err := range service.client(t).OffsetPlainAll(t.Context(), paging.OffsetPlainRequest{}) {
		require.NoError(t, err)
		names = append(names, name)
	}
	assert.Equal(t, []string{"a", "b"}, names)
}

// read returns a function that reads all pages.
func read[Request, Response any](
	pages func(t context.Context, api paging.API, request Request, options ...rest.CallOption) iter.Seq2[*Response, error],
	request Request,
) func(*testing.T, *paging.Client) error {
	return func(t *testing.T, client *paging.Client) error {
		t.Helper()
		for _, err := range pages(t.Context(), client, request) {
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// pageService returns one response after another, each without its envelope, and records the requests.
type pageService struct {
	responses []string
	repeat    bool // the only response
	requests  []string
}

func (s *pageService) client(t *testing.T) *paging.Client {
	t.Helper()
	client, err := paging.NewClient(paging.China, testutil.NewSigner(t), rest.WithTransport(testutil.Transport(s)))
	require.NoError(t, err)
	return client
}

func (s *pageService) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || len(s.responses) == 0 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	s.requests = append(s.requests, string(body))
	members := s.responses[0]
	if !s.repeat {
		s.responses = s.responses[1:]
	}
	if members != "" {
		members += ","
	}
	_, _ = io.WriteString(w, "{"+members+`"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`)
}
