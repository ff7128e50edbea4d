package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestInt64_bounds(t *testing.T) {
	open, err := api.Load()
	require.NoError(t, err)
	operation, _ := open.Operation("friend_import")
	const beyond, tooLarge = "integer must fit in 64 bits", "number is too large"
	for number, want := range map[string]string{
		"9223372036854775807": "", "9223372036854775808": beyond, "92233720368547758080": beyond,
		"-9223372036854775808": "", "-9223372036854775809": beyond,
		"9223372036854775807.0": "", "9223372036854775808.0": beyond, "9.223372036854775807e18": "", "9.223372036854775808e18": beyond,
		"-9.223372036854775809e18": beyond, "1.0": "", "1e2": "", "0e999999999": "", "1e-999999999": "",
		"1e300": beyond, "1e400": tooLarge, "1e999999999": tooLarge,
	} {
		t.Run(number, func(t *testing.T) {
			err := operation.ValidateRequest([]byte(`{"From_Account":"a","AddFriendItem":[{"To_Account":"b","AddSource":"AddSource_Type_Go",` +
				`"CustomItem":[{"Tag":"Tag_SNS_Custom_A","Value":` + number + `}]}]}`))
			if want == "" {
				assert.NoError(t, err)
				return
			}
			assert.EqualError(t, err, "AddFriendItem/0/CustomItem/0/Value: "+want)
		})
	}
}

func TestInt64_ignoresOtherValues(t *testing.T) {
	open, err := api.Load()
	require.NoError(t, err)
	operation, _ := open.Operation("group_get")
	assert.NoError(t, operation.ValidateRequest([]byte(`{"From_Account":"a","LastSequence":0,"New":1e400,"Other":[9223372036854775808]}`)), "they are not declared")
	err = operation.ValidateRequest([]byte(`{"From_Account":9223372036854775808,"LastSequence":[9223372036854775808]}`))
	assert.ErrorContains(t, err, "From_Account: value must be a string")
	assert.ErrorContains(t, err, "LastSequence: value must be an integer")
	assert.NotContains(t, err.Error(), "64 bits")
}
