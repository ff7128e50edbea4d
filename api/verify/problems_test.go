package verify_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/api/verify"
)

func TestFile_invalidFiles(t *testing.T) {
	const exchange = `{"command":"group_get","request":` + goodRequest + `}`
	const members = "want command, method, url, unsigned, requestType, request, status, responseType, response, requestProblems, responseProblems"
	const noMember, ndjson = "an exchange has no such member: " + members, "not valid JSON: want one value, and nothing behind it; values on one line each have the format ndjson"
	for name, test := range map[string]struct{ file, content, want string }{
		"an exchange cut off":          {"a.json", "{\n" + exchange[1:60], "2:60 $: not valid JSON: unexpected EOF within \"/request\" after offset 61"},
		"lines without their format":   {"-", exchange + "\n" + exchange, "2:1 $: " + ndjson},
		"bodies without their format":  {"group_get/a.json", goodRequest + "\n" + goodRequest, "2:1 $: " + ndjson},
		"two of them on a line":        {"group_get/a.ndjson", goodRequest + goodRequest, "1:42 $: not valid JSON: want one value, and nothing behind it"},
		"nothing":                      {"a.json", "", "1:1 $: want JSON, got nothing"},
		"nothing, and no archive":      {"a.har", "", "1:1 : want JSON, got nothing"},
		"a syntax error in an archive": {"a.har", "{\"log\":\n {\"entries\": [}}", "2:15 : not valid JSON: invalid character '}' at start of value within \"/log/entries/0\" after offset 22"},
		"an archive of another case":   {"a.har", `{"Log":{"entries":[]}}`, "1:1 : want an HTTP Archive: an object with log.entries"},
		"UTF-16":                       {"group_get/a.json", "\xff\xfe{\x00}\x00", "1:1 : not valid JSON: want UTF-8, got UTF-16"},
		"UTF-16 without its mark":      {"group_get/a.har", "\x00{\x00}", "1:1 : not valid JSON: want UTF-8, got UTF-16"},
		"a byte order mark":            {"group_get/a.json", "\ufeff" + `{"From_Account":"a","LastSequence":"x"}`, "1:36 $.LastSequence: value must be an integer"},
		"a mark before an archive":     {"a.har", "\ufeff" + `{"log":{"entries":[{"request":1}]}}`, "1:20 : want an entry of an HTTP Archive, with a value of another type at $.log.entries[0].request"},
		"a member in capitals":         {"a.json", `{"command":"group_get","Response":{}}`, "1:35 $.Response: " + noMember},
		"all members in capitals":      {"a.json", `{"Command":"group_get","Response":{}}`, "1:12 $.Command: " + noMember},
		"a member of another name":     {"a.json", `{"url":"https://h/v4/sns/group_get","reply":"mallory"}`, "1:45 $.reply: " + noMember},
		"a signature for a member":     {"a.json", `{"command":"group_get","usersig=mallory":1}`, "1:42 $['usersig=REDACTED']: " + noMember},
		"a member given twice":         {"a.json", `{"command":"group_get","response":{},"response":` + goodResponse + `}`, "1:49 $.response: the member is given twice"},
		"a command alone":              {"a.json", `{"command":"group_get"}`, "1:1 : want an exchange with a request, a response or a status"},
		"another command than the URL": {"a.json", `{"command":"group_add","url":"https://h/v4/sns/group_get","unsigned":true,"request":` + goodRequest + `}`, "1:85 command: want that of the URL, group_get"},
		"invalid UTF-8 in a string":    {"a.json", `{"command":"group_get","response":"caf` + "\xe9" + `"}`, "1:1 : want an exchange: not valid JSON: invalid UTF-8 after offset 4"},
		"invalid UTF-8 in an entry":    {"a.har", `{"log":{"entries":[{"request":{"url":"https://h/v4/sns/group_get","postData":{"text":"` + "\xe9" + `"}}}]}}`, `1:20 : want an entry of an HTTP Archive: not valid JSON: invalid UTF-8 within "/request/postData/text" after offset 67`},
		"a text given twice":           {"a.har", `{"log":{"entries":[{"request":{"url":"https://h/v4/sns/group_get","postData":{"text":"","text":""}}}]}}`, `1:20 : want an entry of an HTTP Archive: not valid JSON: duplicate object member name "text" within "/request/postData"`},
		"invalid UTF-8 in a URL":       {"a.json", `{"url":"https://h/v4/sns/group_get?identifier=` + "\xe9" + `","request":{}}`, `1:8 $.url: want valid UTF-8`},
		"two logs":                     {"a.har", `{"log":{"entries":[{"request":{"url":"https://h/v4/sns/group_gett"}}]},"log":{"entries":[]}}`, "1:1 : want an HTTP Archive: an object with log.entries, each of them once"},
		"entries given twice":          {"a.json", `{"log":{"entries":[{"request":{"url":"https://h/v4/sns/group_gett"}}],"entries":[]}}`, "1:1 : want an HTTP Archive: an object with log.entries, each of them once"},
		"an array of exchanges":        {"a.json", "\n [" + exchange + "]", "2:2 $: want an object, got an array; several exchanges or bodies have the format ndjson, one on each line"},
		"an array as a body":           {"group_get/a.json", "[" + goodRequest + "]", "1:1 $: value must be an object"},
		"UTF-16 lines":                 {"a.ndjson", "\xff\xfe{\x00}\x00\n\x00{\x00}\x00", "1:1 : not valid JSON: want UTF-8, got UTF-16"},
		"marks before lines":           {"group_get/a.ndjson", "\ufeff" + goodRequest + "\n\ufeff" + goodRequest + "\n\ufeff\n\x1e" + goodRequest + "\n\x1e\ufeff" + `{"From_Account":"a","LastSequence":"x"}`, "5:36 $.LastSequence: value must be an integer"},
		"a body that is too long":      {"group_get/a.json", `{"From_Account":"` + strings.Repeat("a", traffic.MaxBody) + `"}`, "1:1 : want a body of at most 16777216 bytes"},
		"a file that is too long":      {"group_get/a.json", strings.Repeat(" ", verify.MaxMessage+1), "1:1 : want a message of at most 67108864 bytes"},
		"a line that is too long":      {"group_get/a.ndjson", strings.Repeat(" ", verify.MaxMessage+1) + "\n" + goodRequest + "\n{}x", "1:1 : want a message of at most 67108864 bytes|3:3 $: not valid JSON: want one value, and nothing behind it"},
		"a problem":                    {"a.json", `{"command":"group_get","status":200,"responseProblems":["truncated"]}`, "1:1 : the body is truncated"},
		"an unknown problem":           {"a.json", `{"command":"group_get","request":{"From_Account":"a","LastSequence":0},"requestProblems":["mallory"]}`, "1:34 : unknown problem: want one of base64, compression, content-type, encoding, form, not-recorded, too-long, truncated"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, strings.Split(test.want, "|"), violationTexts(verify.File(loadStrict(t), verify.Source{Name: test.file, Content: []byte(test.content)})))
		})
	}
}

func TestFile_repeatsNoUserSig(t *testing.T) {
	for name, content := range map[string]string{
		"an ampersand for a question mark": `{"url":"https://h/v4/sns/group_get&sdkappid=1&usersig=SIG","request":{}}`,
		"an escaped question mark":         `{"url":"https://h/v4/sns/group_get%3Fusersig=SIG","request":{}}`,
		"a part of the path":               `{"log":{"entries":[{"request":{"url":"https://h/v4/sns/group_get/usersig=SIG"}}]}}`,
		"behind a command":                 `{"command":"group_get?usersig=SIG","request":{}}`,
	} {
		t.Run(name, func(t *testing.T) {
			results := verify.File(loadStrict(t), verify.Source{Name: "a.json", Content: []byte(content)})
			assert.NotContains(t, fmt.Sprintf("%+v", results), "SIG")
			assert.Contains(t, violationTexts(results)[0], "REDACTED")
		})
	}
}

func TestFile_incompleteArchives(t *testing.T) {
	const page = `"url": "https://h/v4/sns/group_get?sdkappid=1&identifier=a&usersig=secret&random=1&contenttype=json"`
	const notRecorded = "the body was not recorded: save the archive with content"
	request := fmt.Sprintf(`"postData":{"text":%q}`, goodRequest)
	for name, test := range map[string]struct {
		request, response string
		want              []string
	}{
		"no text of a response":      {request, `"status":200,"content":{"size":500,"mimeType":"application/json"}`, []string{notRecorded}},
		"a response in another file": {request, `"status":200,"content":{"_file":"a.json"}`, []string{notRecorded}},
		"a size of 0":                {request, `"status":200,"content":{"size":0}`, nil},
		"a size that is not known":   {request, `"status":200,"content":{"size":-1}`, nil},
		"no response":                {request, `"status":0,"content":{"size":500}`, nil},
		"no text of a request":       {`"bodySize":41,"postData":{"mimeType":"application/json"}`, `"status":0`, []string{notRecorded}},
		"a request in another file":  {`"postData":{"_file":"a.json"}`, `"status":0`, []string{notRecorded}},
		"a form":                     {`"postData":{"params":[{"name":"From_Account","value":"a"}]}`, `"status":0`, []string{"want a JSON body, got a form"}},
		"base64 in capitals":         {`"postData":{"encoding":"BASE64","text":"e30="}`, `"status":0`, []string{`property "From_Account" is missing`}},
		"another encoding":           {request, `"status":200,"content":{"encoding":"gzip","text":"H4sI"}`, []string{"want the body's encoding to be base64 or absent"}},
		"gzip in base64":             {compressed("gzip", gzipped(t, goodRequest)), `"status":0`, nil},
		"gzip of what is wrong":      {compressed("gzip", gzipped(t, `{"From_Account":"a","LastSequence":"x"}`)), `"status":0`, []string{"value must be an integer"}},
		"gzip that is cut off":       {compressed("GZIP", gzipped(t, goodRequest)[:30]), `"status":0`, []string{"want a body that is compressed with gzip or not at all"}},
		"gzip that is unpacked":      {compressed("gzip", []byte(goodRequest)), `"status":0`, nil},
		"brotli":                     {compressed("br", []byte("\x8b\x14\x80")), `"status":0`, []string{"want a body that is compressed with gzip or not at all"}},
		"brotli that is unpacked":    {compressed("br", []byte(goodRequest)), `"status":0`, nil},
		"no UTF-8 in base64":         {compressed("gzip", []byte("{\"From_Account\":\"\xe9\"}")), `"status":0`, []string{`not valid JSON: invalid UTF-8 within "/From_Account" after offset 17`}},
		"text declared as base64":    {fmt.Sprintf(`"postData":{"encoding":"base64","text":%q}`, " "+goodRequest), `"status":0`, nil},
		"half a text as base64":      {`"postData":{"encoding":"base64","text":"{\"From_Account\""}`, `"status":0`, []string{"not valid JSON: unexpected EOF within \"/From_Account\" after offset 15"}},
		"invalid base64":             {`"postData":{"encoding":"base64","text":"!"}`, `"status":0`, []string{"the content is not valid base64"}},
	} {
		t.Run(name, func(t *testing.T) {
			archive := `{"log":{"entries":[{"request":{"method":"POST",` + page + "," + test.request + `},"response":{` + test.response + `}}]}}`
			var reasons []string
			for _, result := range verify.File(loadStrict(t), verify.Source{Name: "a.har", Content: []byte(archive)}) {
				for _, violation := range result.Violations {
					reasons = append(reasons, violation.Reason)
				}
			}
			assert.Equal(t, test.want, reasons)
		})
	}
}

// compressed returns members of a HAR request whose body is in base64 and has a Content-Encoding.
func compressed(encoding string, body []byte) string {
	return fmt.Sprintf(`"headers":[{"name":"content-encoding","value":%q}],"postData":{"encoding":"base64","text":%q}`,
		encoding, base64.StdEncoding.EncodeToString(body))
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, err := writer.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	return packed.Bytes()
}

func TestFile_unsigned(t *testing.T) {
	const url = `"url":"https://h/v4/sns/group_get?sdkappid=1&random=x"`
	for name, content := range map[string]string{
		"a.har":  fmt.Sprintf(`{"log":{"entries":[{"request":{"method":"POST",%s,"postData":{"text":%q}}}]}}`, url, goodRequest),
		"a.json": fmt.Sprintf(`{%s,"request":%s}`, url, goodRequest),
	} {
		source := verify.Source{Name: name, Content: []byte(content)}
		assert.Len(t, violationTexts(verify.File(loadStrict(t), source)), 4, name)
		source.Unsigned = true
		assert.Empty(t, violationTexts(verify.File(loadStrict(t), source)), name)
	}
}

func TestFile_skipsOtherServices(t *testing.T) {
	for name, test := range map[string]struct {
		entry string
		count int
	}{
		"a path in a query":           {`{"request":{"url":"https://example.com/?from=/v4/sns/group_get"}}`, 0},
		"a path in a fragment":        {`{"request":{"url":"https://example.com/#/v4/sns/group_get"}}`, 0},
		"a host like a path":          {`{"request":{"url":"https://v4/sns/"}}`, 0},
		"odd members":                 {`{"request":{"url":"https://example.com/","method":1},"response":{"status":"x"}}`, 0},
		"odd members of the service":  {`{"request":{"url":"https://h/v4/sns/group_get","method":1}}`, 1},
		"a gateway":                   {`{"request":{"url":"https://h/gateway/v4/sns/group_get"}}`, 1},
		"a URL that is not valid":     {`{"request":{"url":"https://h/v4/sns/group_get%zz"}}`, 1},
		"another one, with a service": {`{"request":{"url":"https://example.com/%zz?/v4/sns/group_get"}}`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			results := verify.File(loadStrict(t), verify.Source{Name: "a.har", Content: []byte(`{"log":{"entries":[` + test.entry + `]}}`)})
			assert.Len(t, results, test.count)
			assert.NotContains(t, strings.Join(violationTexts(results), ""), "%zz")
		})
	}
}
