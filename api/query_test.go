package api_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

// queryTest is a query with its violations, which are empty for a valid one.
type queryTest struct {
	query url.Values
	want  string
}

func queryTests() map[string]queryTest {
	changes := map[string]struct {
		change func(url.Values)
		want   string
	}{
		"all five":                {func(url.Values) {}, ""},
		"random 0":                {func(q url.Values) { q.Set("random", "0") }, ""},
		"random at its limit":     {func(q url.Values) { q.Set("random", "4294967295") }, ""},
		"another parameter":       {func(q url.Values) { q.Set("nettype", "1") }, ""},
		"random beyond 32 bits":   {func(q url.Values) { q.Set("random", "4294967296") }, "random: number must be at most 4294967295"},
		"random negative":         {func(q url.Values) { q.Set("random", "-1") }, "random: value must be an integer in decimal digits"},
		"random a fraction":       {func(q url.Values) { q.Set("random", "1.0") }, "random: value must be an integer in decimal digits"},
		"random in hexadecimals":  {func(q url.Values) { q.Set("random", "0x1") }, "random: value must be an integer in decimal digits"},
		"random empty":            {func(q url.Values) { q.Set("random", "") }, "random: value must be an integer in decimal digits"},
		"random missing":          {func(q url.Values) { q.Del("random") }, "random: parameter is missing"},
		"random twice":            {func(q url.Values) { q.Add("random", "1") }, "random: parameter is given more than once"},
		"sdkappid 0":              {func(q url.Values) { q.Set("sdkappid", "0") }, "sdkappid: number must be at least 1"},
		"sdkappid missing":        {func(q url.Values) { q.Del("sdkappid") }, "sdkappid: parameter is missing"},
		"sdkappid 1":              {func(q url.Values) { q.Set("sdkappid", "1") }, ""},
		"sdkappid at its limit":   {func(q url.Values) { q.Set("sdkappid", "4294967295") }, ""},
		"sdkappid beyond 32 bits": {func(q url.Values) { q.Set("sdkappid", "4294967296") }, "sdkappid: number must be at most 4294967295"},
		"identifier of 1 letter":  {func(q url.Values) { q.Set("identifier", "a") }, ""},
		"identifier of 32":        {func(q url.Values) { q.Set("identifier", strings.Repeat("a", 32)) }, ""},
		"identifier of 33":        {func(q url.Values) { q.Set("identifier", strings.Repeat("a", 33)) }, "identifier: maximum string length is 32"},
		"contenttype another":     {func(q url.Values) { q.Set("contenttype", "another") }, `contenttype: value is not one of the allowed values ["json"]`},
		"usersig of 2 letters":    {func(q url.Values) { q.Set("usersig", "xy") }, ""},
		"identifier empty":        {func(q url.Values) { q.Set("identifier", "") }, "identifier: minimum string length is 1"},
		"usersig empty":           {func(q url.Values) { q.Set("usersig", "") }, "usersig: minimum string length is 1"},
		"contenttype xml":         {func(q url.Values) { q.Set("contenttype", "xml") }, `contenttype: value is not one of the allowed values ["json"]`},
		"a name in capitals":      {func(q url.Values) { q["Random"] = q["random"]; q.Del("random") }, "random: parameter is missing"},
		"two violations":          {func(q url.Values) { q.Del("random"); q.Del("usersig") }, "random: parameter is missing; usersig: parameter is missing"},
	}
	tests := map[string]queryTest{}
	for name, test := range changes {
		query := url.Values{
			"sdkappid": {"1400000000"}, "identifier": {"administrator"}, "usersig": {"x"}, "random": {"1"}, "contenttype": {"json"},
		}
		test.change(query)
		tests[name] = queryTest{query, test.want}
	}
	return tests
}

func TestDocument_ValidateQuery(t *testing.T) {
	document, err := api.Load()
	require.NoError(t, err)
	for name, test := range queryTests() {
		t.Run(name, func(t *testing.T) {
			err := document.ValidateQuery(test.query)
			if test.want == "" {
				require.NoError(t, err)
				return
			}
			assert.EqualError(t, err, test.want)
		})
	}
}
