package api_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
)

const (
	goodRequest = `{"From_Account":"alice","LastSequence":0}`
	goodReply   = `{"ResultItem":[],"CurrentSequence":1,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
)

// lines writes verdicts in short: file:line command direction, and below it line:column path.
func lines(verdicts []api.Verdict) []string {
	var text []string
	for _, verdict := range verdicts {
		text = append(text, fmt.Sprintf("%s:%d %s %s", verdict.File, verdict.Line, verdict.Command, verdict.Direction))
		for _, finding := range verdict.Findings {
			text = append(text, fmt.Sprintf("%d:%d %s", finding.Line, finding.Column, finding.Path))
		}
	}
	return text
}

func TestVerify(t *testing.T) {
	tests := map[string]struct {
		source api.Source
		want   []string
	}{
		"a request in a folder": {
			api.Source{Name: "group_get/requests/a.json", Content: []byte(goodRequest)},
			[]string{"group_get/requests/a.json:1 group_get requests"},
		},
		"a name that tells the command": {
			api.Source{Name: "x/group_get.json", Content: []byte(goodReply)}, []string{"x/group_get.json:1 group_get responses"},
		},
		"a name with dots": {
			api.Source{Name: "group_get.response.json", Content: []byte(goodReply)}, []string{"group_get.response.json:1 group_get responses"},
		},
		"what is said goes before the name": {
			api.Source{Name: "group_add/responses/a.json", Content: []byte(goodRequest), Command: "group_get", Direction: api.Requests},
			[]string{"group_add/responses/a.json:1 group_get requests"},
		},
		"places": {
			api.Source{Name: "group_get/a.json", Content: []byte("\n{\n  \"From_Account\": \"alice\",\n  \"GroupName\": [\"a\", \"\"],\n\t\"Größe\": {\"a b\": 1}\n}\n")},
			[]string{"group_get/a.json:2 group_get requests", "2:1 $.LastSequence", "4:22 $.GroupName[1]", "5:11 $['Größe']"},
		},
		"names that look like an index": {
			api.Source{Name: "group_get/a.json", Content: []byte(goodRequest[:len(goodRequest)-1] + `,"12":1,"":2,"a\u001bb":3}`)},
			[]string{"group_get/a.json:1 group_get requests", "1:47 $['12']", "1:52 $['']", "1:65 $['a\\u001bb']"},
		},
		"another spelling": {
			api.Source{Name: "black_list_get/a.json", Content: []byte(`{"BlackListItem":[],"StartIndex":0,"CurrentSequence":"7","ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`)},
			[]string{"black_list_get/a.json:1 black_list_get responses", "1:54 $.CurrentSequence"},
		},
		"no JSON": {
			api.Source{Name: "group_get/a.json", Content: []byte("{\n  \"From_Account\": alice\n}")}, []string{"group_get/a.json:1 group_get requests", "2:19 $"},
		},
		"nothing": {
			api.Source{Name: "group_get/a.json"}, []string{"group_get/a.json:1 group_get requests", "1:1 $"},
		},
		"a format that is none": {
			api.Source{Name: "group_get/a.json", Content: []byte(goodRequest), Format: "xml"}, []string{"group_get/a.json:1  requests", "1:1 "},
		},
		"an unknown command": {
			api.Source{Name: "a.json", Content: []byte(goodReply)}, []string{"a.json:1  responses", "1:1 "},
		},
		"an exchange": {
			api.Source{Name: "a.json", Content: []byte(`{"command":"group_get","request":` + goodRequest + `,"response":` + goodReply + `}`)},
			[]string{"a.json:1 group_get requests", "a.json:1 group_get responses"},
		},
		"an exchange with faults all over": {
			api.Source{Name: "a.json", Content: []byte(`{
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
		"an exchange with a path that is none": {
			api.Source{Name: "a.json", Content: []byte(`{"url":"https://a/v4/sns/group_gett","request":{}}`)}, []string{"a.json:1  requests", "1:48 path"},
		},
		"an exchange of a wrong type": {
			api.Source{Name: "a.json", Content: []byte(`{"url":7,"request":{}}`)}, []string{"a.json:1  requests", "1:1 "},
		},
		"lines": {
			api.Source{Name: "group_get/a.ndjson", Content: []byte(goodRequest + "\n\n  {\"LastSequence\": -1}\r\n" +
				`{"command":"group_get","response":{"ErrorCode":0,"ErrorCode":0}}` + "\n{" + "\n" + goodReply)},
			[]string{
				"group_get/a.ndjson:1 group_get requests", "group_get/a.ndjson:3 group_get requests", "3:3 $.From_Account", "3:20 $.LastSequence",
				"group_get/a.ndjson:4 group_get responses", "4:50 $", "group_get/a.ndjson:5 group_get requests", "5:2 $",
				"group_get/a.ndjson:6 group_get responses",
			},
		},
	}
	closed := loadClosed(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, lines(closed.Verify(test.source)))
		})
	}
}

func TestVerifyAnArchive(t *testing.T) {
	const page = "https://adminapisgp.im.qcloud.com/v4/sns/group_get?sdkappid=1&identifier=a&usersig=secret&random=1&contenttype=json"
	quote := func(text string) string { return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"` }
	archive := `{"log": {"version": "1.2", "entries": [
{"request": {"method": "GET", "url": "https://example.com/"}, "response": {"status": 404}}, {"request": {"method": "OPTIONS", "url": "` + page + `"}},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"mimeType": "application/json", "text": ` + quote(goodRequest) + `}},
 "response": {"status": 200, "content": {"mimeType": "application/json", "text": ` + quote(goodReply) + `}}},
{"request": {"method": "POST", "url": "` + page + `"},
 "response": {"status": 200, "content": {"encoding": "base64",
   "text": "` + base64.StdEncoding.EncodeToString([]byte(`{"ActionStatus":"OK"}`)) + `"}}},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"text": "{}"}},
 "response": {"status": 200, "content": {"encoding": "base64", "text": "!"}}}
]}}`
	closed := loadClosed(t)
	for _, source := range []api.Source{{Name: "a.har"}, {Name: "a.json"}, {Name: "a", Format: api.FormatHAR}} {
		source.Content = []byte(archive)
		assert.Equal(t, []string{
			source.Name + ":3 group_get requests", source.Name + ":4 group_get responses",
			source.Name + ":5 group_get requests", "5:13 $",
			source.Name + ":7 group_get responses", "7:12 $.ResultItem", "7:12 $.CurrentSequence", "7:12 $.ErrorCode", "7:12 $.ErrorInfo", "7:12 $.ErrorDisplay",
			source.Name + ":8 group_get requests", "8:179 $.From_Account", "8:179 $.LastSequence",
			source.Name + ":9 group_get responses", "9:72 ",
		}, lines(closed.Verify(source)), source.Name)
	}
	elsewhere := closed.Verify(api.Source{Name: "a.har", Content: []byte(`{"log":{"entries":[{"request":{"method":"POST","url":"https://a/gateway/v4/sns/group_get"}}]}}`)})
	assert.Equal(t, []string{"a.har:1  requests", "1:31 path"}, lines(elsewhere))
	for _, broken := range []string{`{}`, `[]`, `{"Log": {"entries": []}}`, `{"log": {}}`, `{"log": 1}`, `{"log": {"entries": 1}}`} {
		found := closed.Verify(api.Source{Name: "a.har", Content: []byte(broken)})
		assert.Equal(t, []string{"a.har:1  requests", "1:1 "}, lines(found), broken)
		assert.Contains(t, found[0].Findings[0].Reason, "want an HTTP Archive: an object with log.entries")
	}
	odd := closed.Verify(api.Source{Name: "a.har", Content: []byte(`{"log": {"entries": [{"request": 1},
{"request": {"method": "POST", "url": "` + page + `", "postData": {"text": ` + quote(goodRequest) + `}}}]}}`)})
	assert.Equal(t, []string{"a.har:1  requests", "1:22 ", "a.har:2 group_get requests"}, lines(odd), "the others are judged")
	assert.Equal(t, "want an entry of an HTTP Archive, with a value of another type at $.log.entries[0].request", odd[0].Findings[0].Reason)
	assert.Empty(t, closed.Verify(api.Source{Name: "a.har", Content: []byte(`{"log":{"entries":[]}}`)}))
}

// TestVerifyFindsWhatTheFixturesAreRefusedFor judges all fixtures by their files.
func TestVerifyFindsWhatTheFixturesAreRefusedFor(t *testing.T) {
	closed := loadClosed(t)
	eachOperation(t, closed, func(t *testing.T, operation *api.Operation, direction api.Direction) {
		for _, packet := range allFixtures(t, operation.Command, direction) {
			name := operation.Command + "/" + string(direction) + "/" + packet.Name + ".json"
			found := closed.Verify(api.Source{Name: name, Content: packet.Body})
			if !assert.Len(t, found, 1, name) {
				continue
			}
			var reasons []string
			for _, finding := range found[0].Findings {
				assert.Positive(t, finding.Line, name)
				assert.Positive(t, finding.Column, name)
				assert.LessOrEqual(t, finding.Line, strings.Count(string(packet.Body), "\n")+1, name)
				reasons = append(reasons, finding.Reason)
			}
			if packet.Refused == "" {
				assert.Empty(t, reasons, name)
				continue
			}
			for _, reason := range reasons {
				if !strings.HasPrefix(reason, "not valid JSON") {
					assert.Contains(t, packet.Refused, reason, name)
				}
			}
			assert.NotEmpty(t, reasons, name)
		}
	})
}
