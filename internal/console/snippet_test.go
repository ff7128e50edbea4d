package console_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestConsole_rendersSnippets(t *testing.T) {
	s := start(t, false, unreached(t))
	for name, test := range map[string]struct {
		body   string
		status int
		want   string
	}{
		"a call": {
			`{"Path":"/v4/sns/friend_add","Target":"Live","Request":{"N":18446744073709551615}}`, 200,
			`{"Go":"FriendAdd","Command":"Live","Curl":"{\"N\":18446744073709551615}"}` + "\n",
		},
		"a request without a form": {`{"Path":"/v4/sns/friend_add","Target":"Live","Request":[]}`, 422, "want an object\n"},
		"an unknown path":          {`{"Path":"/v4/x","Target":"Live","Request":{}}`, 400, "want the Path of a command"},
		"an unknown target":        {`{"Path":"/v4/sns/friend_add","Target":"x","Request":{}}`, 400, "want the Path of a command"},
		"no request":               {`{"Path":"/v4/sns/friend_add","Target":"Live"}`, 400, "want the Path of a command"},
		"another type":             {`{"Path":7}`, 400, "want the Path of a command"},
		"no JSON":                  {`{`, 400, "the request is not valid JSON\n"},
	} {
		t.Run(name, func(t *testing.T) {
			received := s.send(http.MethodPost, "/snippets", test.body, nil)
			assert.Equal(t, test.status, received.StatusCode)
			assert.Contains(t, received.text, test.want)
		})
	}
}
