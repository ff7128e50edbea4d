package verify_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

func TestFile(t *testing.T) {
	tests := map[string]struct {
		source verify.Source
		want   []string
	}{
		"a request in a folder": {
			verify.Source{Name: "group_get/requests/a.json", Content: []byte(goodRequest)},
			[]string{"group_get/requests/a.json:1 group_get requests"},
		},
		"a name that contains the command": {
			verify.Source{Name: "x/group_get.json", Content: []byte(goodResponse)}, []string{"x/group_get.json:1 group_get responses"},
		},
		"a name with dots": {
			verify.Source{Name: "group_get.response.json", Content: []byte(goodResponse)}, []string{"group_get.response.json:1 group_get responses"},
		},
		"the source takes precedence over the name": {
			verify.Source{Name: "group_add/responses/a.json", Content: []byte(goodRequest), Command: "group_get", Direction: api.Requests},
			[]string{"group_add/responses/a.json:1 group_get requests"},
		},
		"places": {
			verify.Source{Name: "group_get/a.json", Content: []byte("\n{\n  \"LastSequence\": 0,\n  \"GroupName\": [\"a\", \"\"],\n\t\"Größe\": {\"a b\": 1}\n}\n")},
			[]string{"group_get/a.json:2 group_get requests", "2:1 $.From_Account", "4:22 $.GroupName[1]", "5:11 $['Größe']"},
		},
		"names that look like an index": {
			verify.Source{Name: "group_get/a.json", Content: []byte(goodRequest[:len(goodRequest)-1] + `,"12":1,"":2,"a\u001bb":3}`)},
			[]string{"group_get/a.json:1 group_get requests", "1:47 $['12']", "1:52 $['']", "1:65 $['a\\u001bb']"},
		},
		"another spelling": {
			verify.Source{Name: "black_list_get/a.json", Content: []byte(`{"BlackListItem":[],"StartIndex":0,"CurrentSequence":"7","ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`)},
			[]string{"black_list_get/a.json:1 black_list_get responses", "1:54 $.CurrentSequence"},
		},
		"invalid JSON": {
			verify.Source{Name: "group_get/a.json", Content: []byte("{\n  \"From_Account\": alice\n}")}, []string{"group_get/a.json:1 group_get requests", "2:19 $"},
		},
		"nothing": {
			verify.Source{Name: "group_get/a.json"}, []string{"group_get/a.json:1 group_get requests", "1:1 $"},
		},
		"an unknown format": {
			verify.Source{Name: "group_get/a.json", Content: []byte(goodRequest), Format: "xml"}, []string{"group_get/a.json:1  requests", "1:1 "},
		},
		"an unknown command": {
			verify.Source{Name: "a.json", Content: []byte(goodResponse)}, []string{"a.json:1  responses", "1:1 "},
		},
		"an exchange": {
			verify.Source{Name: "a.json", Content: []byte(`{"command":"group_get","request":` + goodRequest + `,"response":` + goodResponse + `}`)},
			[]string{"a.json:1 group_get requests", "a.json:1 group_get responses"},
		},
		"an exchange with violations in all parts": {
			verify.Source{Name: "a.json", Content: []byte(`{
  "method": "GET",
  "url": "https://adminapisgp.im.qcloud.com/v4/sns/group_get?sdkappid=1&identifier=a&usersig=secret&random=x",
  "requestType": "text/plain",
  "request": {"From_Account": 7, "LastSequence": 0},
  "status": 500,
  "responseType": "text/html; charset=utf-8",
  "response": "<html>"
}`)},
			[]string{
				"a.json:5 group_get requests", "5:14 method", "5:14 query.contenttype", "5:14 query.random", "5:14 header.Content-Type", "5:31 $.From_Account",
				"a.json:8 group_get responses", "8:15 status", "8:15 header.Content-Type", "8:15 $",
			},
		},
		"an exchange with an unknown path": {
			verify.Source{Name: "a.json", Content: []byte(`{"url":"https://a/v4/sns/group_gett","request":{}}`)}, []string{"a.json:1  requests", "1:48 path"},
		},
		"an exchange of a wrong type": {
			verify.Source{Name: "a.json", Content: []byte(`{"url":7,"request":{}}`)}, []string{"a.json:1  requests", "1:1 "},
		},
		"lines": {
			verify.Source{Name: "group_get/a.ndjson", Content: []byte(goodRequest + "\n\n  {\"LastSequence\": -1}\r\n" +
				`{"command":"group_get","response":{"ErrorCode":0,"ErrorCode":0}}` + "\n{" + "\n" + goodResponse)},
			[]string{
				"group_get/a.ndjson:1 group_get requests", "group_get/a.ndjson:3 group_get requests", "3:3 $.From_Account", "3:20 $.LastSequence",
				"group_get/a.ndjson:4 group_get responses", "4:50 $", "group_get/a.ndjson:5 group_get requests", "5:2 $",
				"group_get/a.ndjson:6 group_get responses",
			},
		},
	}
	document := loadStrict(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, lines(verify.File(document, test.source)))
		})
	}
}

func TestFile_archive(t *testing.T) {
	const page = "https://adminapisgp.im.qcloud.com/v4/sns/group_get?sdkappid=1&identifier=a&usersig=secret&random=1&contenttype=json"
	quote := func(text string) string { return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"` }
	archive := `{"log": {"version": "1.2", "entries": [
{"request": {"method": "GET", "url": "https://example.com/"}, "response": {"status": 404}}, {"request": {"method": "OPTIONS", "url": "` + page + `"}},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"mimeType": "application/json", "text": ` + quote(goodRequest) + `}},
 "response": {"status": 200, "content": {"mimeType": "application/json", "text": ` + quote(goodResponse) + `}}},
{"request": {"method": "POST", "url": "` + page + `"},
 "response": {"status": 200, "content": {"encoding": "base64",
   "text": "` + base64.StdEncoding.EncodeToString([]byte(`{"ActionStatus":"OK"}`)) + `"}}},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"text": "{}"}},
 "response": {"status": 200, "content": {"encoding": "base64", "text": "!"}}}
]}}`
	document := loadStrict(t)
	for _, source := range []verify.Source{{Name: "a.har"}, {Name: "a.json"}, {Name: "a", Format: verify.FormatHAR}} {
		source.Content = []byte(archive)
		assert.Equal(t, []string{
			source.Name + ":3 group_get requests", source.Name + ":4 group_get responses",
			source.Name + ":5 group_get requests", "5:13 $",
			source.Name + ":7 group_get responses", "7:12 $.ResultItem", "7:12 $.CurrentSequence", "7:12 $.ErrorCode", "7:12 $.ErrorInfo",
			source.Name + ":8 group_get requests", "8:179 $.From_Account",
			source.Name + ":9 group_get responses", "9:72 ",
		}, lines(verify.File(document, source)), source.Name)
	}
	elsewhere := verify.File(document, verify.Source{Name: "a.har", Content: []byte(`{"log":{"entries":[{"request":{"method":"POST","url":"https://a/gateway/v4/sns/group_get"}}]}}`)})
	assert.Equal(t, []string{"a.har:1  requests", "1:31 path"}, lines(elsewhere))
	for _, broken := range []string{`{}`, `[]`, `{"Log": {"entries": []}}`, `{"log": {}}`, `{"log": 1}`, `{"log": {"entries": 1}}`} {
		found := verify.File(document, verify.Source{Name: "a.har", Content: []byte(broken)})
		assert.Equal(t, []string{"a.har:1  requests", "1:1 "}, lines(found), broken)
		assert.Contains(t, found[0].Violations[0].Reason, "want an HTTP Archive: an object with log.entries")
	}
	odd := verify.File(document, verify.Source{Name: "a.har", Content: []byte(`{"log": {"entries": [{"request": 1},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"text": ` + quote(goodRequest) + `}}}]}}`)})
	assert.Equal(t, []string{"a.har:1  requests", "1:22 ", "a.har:2 group_get requests"}, lines(odd), "the others are validated")
	assert.Equal(t, "want an entry of an HTTP Archive, with a value of another type at $.log.entries[0].request", odd[0].Violations[0].Reason)
	assert.Empty(t, verify.File(document, verify.Source{Name: "a.har", Content: []byte(`{"log":{"entries":[]}}`)}))
}

// TestFile_fixtures validates all fixtures as files: the reasons must be those of the fixture, within the file.
func TestFile_fixtures(t *testing.T) {
	document := loadStrict(t)
	for _, operation := range document.Operations() {
		for _, direction := range []api.Direction{api.Requests, api.Responses} {
			for _, fixture := range allFixtures(t, operation.Command, direction) {
				name := operation.Command + "/" + string(direction) + "/" + fixture.Name + ".json"
				results := verify.File(document, verify.Source{Name: name, Content: fixture.Body})
				if assert.Len(t, results, 1, name) {
					assertReasons(t, fixture, results[0])
				}
			}
		}
	}
}

func assertReasons(t *testing.T, fixture api.Fixture, result verify.Result) {
	t.Helper()
	assert.Equal(t, fixture.Reason == "", len(result.Violations) == 0, result.File)
	for _, violation := range result.Violations {
		assert.Positive(t, violation.Line, result.File)
		assert.Positive(t, violation.Column, result.File)
		assert.LessOrEqual(t, violation.Line, strings.Count(string(fixture.Body), "\n")+1, result.File)
		if !strings.HasPrefix(violation.Reason, "not valid JSON") {
			assert.Contains(t, fixture.Reason, violation.Reason, result.File)
		}
	}
}
