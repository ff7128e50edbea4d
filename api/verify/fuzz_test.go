package verify_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

// FuzzFile checks that the positions of violations are in the file, whatever it contains.
func FuzzFile(f *testing.F) {
	for _, seed := range []string{
		goodRequest, goodResponse, `{"url":"/v4/sns/group_get","response":"x"}`, "{}\n{}", "{},", `{"log":{"entries":[{"request":{"url":"/v4/sns/group_get"}}]}}`,
		``, `{"a":`, "\xff", `{"command":"group_get","request":{"\u0000":1}}`, "\ufeff{}", "\xfe\xff\x00{", `{"Url":1,"status":2}`,
		`{"command":"group_get?usersig=x","request":{},"request":1}`, `{"command":"group_get","request":{"LastSequence":1e999999999}}`,
		`{"log":{"entries":[{"request":{"url":"/v4/sns/group_get&usersig=x","postData":{"params":[1],"encoding":"x"}},"response":{"status":200,"content":{"size":7}}}]}}`,
	} {
		for format := range uint8(4) {
			f.Add([]byte(seed), format)
		}
	}
	document, err := api.LoadStrict()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte, format uint8) {
		formats := []verify.Format{"", verify.FormatJSON, verify.FormatNDJSON, verify.FormatHAR}
		source := verify.Source{Name: "group_get/a", Content: content, Format: formats[int(format)%len(formats)]}
		last := strings.Count(string(content), "\n") + 1
		for _, result := range verify.File(document, source) {
			assert.GreaterOrEqual(t, last, result.Line)
			assert.Positive(t, result.Line)
			for _, violation := range result.Violations {
				assert.GreaterOrEqual(t, last, violation.Line)
				assert.Positive(t, violation.Line)
				assert.Positive(t, violation.Column)
				assert.NotEmpty(t, violation.Reason)
				assert.True(t, utf8.ValidString(result.Command+violation.Path+violation.Reason), "reports are in UTF-8")
			}
		}
	})
}
