package api_test

import (
	stdjson "encoding/json"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
)

func TestTypes_readBothSpellings(t *testing.T) {
	strict := loadStrict(t)
	operation, ok := strict.Operation("black_list_get")
	require.True(t, ok)
	const rest = `"BlackListItem":[],"StartIndex":0,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`
	tests := map[string]struct {
		members string
		want    int64
		refused string
	}{
		"misspelt":               {`"CurruentSequence":7,`, 7, ""},
		"spelt right":            {`"CurrentSequence":7,`, 7, ""},
		"both":                   {`"CurruentSequence":7,"CurrentSequence":8,`, 7, ""},
		"both, in another order": {`"CurrentSequence":8,"CurruentSequence":7,`, 7, ""},
		"both, the first 0":      {`"CurrentSequence":8,"CurruentSequence":0,`, 0, ""},
		"neither":                {``, 0, `CurruentSequence: property "CurruentSequence" is missing`},
		"one of them null":       {`"CurruentSequence":null,"CurrentSequence":7,`, 7, "CurruentSequence: value is not nullable"},
		"one of them a string":   {`"CurruentSequence":7,"CurrentSequence":"7",`, 7, "CurrentSequence: value must be an integer"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			body := []byte("{" + test.members + rest)
			if err := operation.ValidateResponse(body); test.refused != "" {
				assert.EqualError(t, err, test.refused)
			} else {
				assert.NoError(t, err)
			}
			for decoder, unmarshal := range map[string]func([]byte, any) error{
				"json/v2":       func(text []byte, value any) error { return json.Unmarshal(text, value) },
				"encoding/json": stdjson.Unmarshal,
			} {
				response := gen.BlackListGetResponse{CurrentSequence: 99} // from an earlier call
				if unmarshal(body, &response) == nil {
					assert.Equal(t, test.want, response.CurrentSequence, decoder)
				} else {
					assert.Equal(t, "one of them a string", name)
				}
			}
		})
	}
}

// TestAlias_withoutStrictMode checks that aliases also work without strict mode.
func TestAlias_withoutStrictMode(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	operation, _ := document.Operation("black_list_get")
	assert.ErrorContains(t, operation.ValidateResponse([]byte(`{"ActionStatus":"OK"}`)), `property "CurruentSequence" is missing`)
}
