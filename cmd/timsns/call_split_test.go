package main

import (
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
)

func TestMergeArrays(t *testing.T) {
	names := []string{"Failed", "Items"}
	tests := map[string]struct{ all, next, want string }{
		"arrays of both":               {`{"Items":[1],"A":1}`, `{"A":2,"Items":[2]}`, `{"A":2,"Items":[1,2]}`},
		"an array of the first":        {`{"Failed":["a"]}`, `{"A":2}`, `{"A":2,"Failed":["a"]}`},
		"an array of the second":       {`{}`, `{"Failed":["a"]}`, `{"Failed":["a"]}`},
		"what is no array":             {`{"Items":7}`, `{"Items":[1]}`, `{"Items":[1]}`},
		"what is no array any more":    {`{"Items":[1]}`, `{"Items":7}`, `{"Items":7}`},
		"a property that is not named": {`{"Other":[1]}`, `{"Other":[2]}`, `{"Other":[2]}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, string(mergeArrays(jsontext.Value(test.all), jsontext.Value(test.next), names)))
		})
	}
}
