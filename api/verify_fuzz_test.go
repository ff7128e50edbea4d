package api_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
)

// FuzzVerify holds that whatever a file holds, its packets are judged and the places of what is found are in the file.
func FuzzVerify(f *testing.F) {
	for _, seed := range []string{
		goodRequest, goodReply, `{"url":"/v4/sns/group_get","response":"x"}`, "{}\n{}", "{},", `{"log":{"entries":[{"request":{"url":"/v4/sns/group_get"}}]}}`,
		``, `{"a":`, "\xff", `{"command":"group_get","request":{"\u0000":1}}`, "\ufeff{}", "\xfe\xff\x00{", `{"Url":1,"status":2}`,
		`{"command":"group_get?usersig=x","request":{},"request":1}`, `{"command":"group_get","request":{"LastSequence":1e999999999}}`,
		`{"log":{"entries":[{"request":{"url":"/v4/sns/group_get&usersig=x","postData":{"params":[1],"encoding":"x"}},"response":{"status":200,"content":{"size":7}}}]}}`,
	} {
		for format := range uint8(4) {
			f.Add([]byte(seed), format)
		}
	}
	closed, err := api.LoadClosed()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte, format uint8) {
		formats := []api.Format{"", api.FormatJSON, api.FormatNDJSON, api.FormatHAR}
		source := api.Source{Name: "group_get/a", Content: content, Format: formats[int(format)%len(formats)]}
		last := strings.Count(string(content), "\n") + 1
		for _, verdict := range closed.Verify(source) {
			assert.GreaterOrEqual(t, last, verdict.Line)
			assert.Positive(t, verdict.Line)
			for _, finding := range verdict.Findings {
				assert.GreaterOrEqual(t, last, finding.Line)
				assert.Positive(t, finding.Line)
				assert.Positive(t, finding.Column)
				assert.NotEmpty(t, finding.Reason)
				assert.True(t, utf8.ValidString(verdict.Command+finding.Path+finding.Reason), "reports are in UTF-8")
			}
		}
	})
}
