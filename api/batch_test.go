package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/api"
)

func TestBatch_Accounts(t *testing.T) {
	names := api.Batch{Request: "To_Account"}
	objects := api.Batch{Request: "CheckItem", Account: "UserID"}
	tests := map[string]struct {
		batch   api.Batch
		request string
		want    []string
	}{
		"names":               {names, `{"To_Account":["ann","bob"]}`, []string{"ann", "bob"}},
		"objects":             {objects, `{"CheckItem":[{"UserID":"ann"},{"New":1,"UserID":"bob"}]}`, []string{"ann", "bob"}},
		"what is no account":  {names, `{"To_Account":["ann","",7,null,{},["bob"]]}`, []string{"ann"}},
		"objects without one": {objects, `{"CheckItem":[{},{"UserID":7},null,"ann"]}`, []string{"ann"}},
		"no array":            {names, `{"To_Account":"ann"}`, nil},
		"no property":         {names, `{}`, nil},
		"no object":           {names, `["ann"]`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, test.batch.Accounts([]byte(test.request)))
		})
	}
}
