package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// TestTheEmittedFactsAreTheDocuments compares values that the templates carry over.
func TestTheEmittedFactsAreTheDocuments(t *testing.T) {
	retries := map[string]rest.Retry{
		"throttled": rest.RetryThrottled, "never": rest.RetryNever, "backoff": rest.RetryBackoff, "renew": rest.RetryRenew, "wait": rest.RetryWait,
	}
	for code, entry := range readCatalogue(t) {
		info, ok := gen.LookupCode(gen.ErrorCode(code))
		assert.True(t, ok, code)
		assert.Equal(t, rest.CodeInfo{
			Meaning: entry.Meaning, Advice: entry.Advice, Retry: retries[entry.Retry], Pending: entry.Pending,
		}, info, code)
	}
	_, ok := gen.LookupCode(1)
	assert.False(t, ok)

	var servers []rest.Server
	for _, server := range loadSpec(t).Servers {
		name, _ := server.Extensions["x-go-name"].(string)
		standby, _ := server.Extensions["x-standby"].(string)
		servers = append(servers, rest.Server{Name: name, URL: server.URL, Standby: standby})
	}
	assert.ElementsMatch(t, servers, gen.Servers())
}

// TestWhatIsNoFailure writes down which code of an item stands for something else.
func TestWhatIsNoFailure(t *testing.T) {
	for code, entry := range readCatalogue(t) {
		assert.Equal(t, code == 30539, entry.Pending, code)
	}
}

// TestWhatARetryCanDo writes the reading down a second time: to change it is a decision.
func TestWhatARetryCanDo(t *testing.T) {
	want := map[string][]int{
		"backoff": {30006, 30007, 60008, 60014, 70169, 70202, 70500},
		"renew":   {70001, 70003, 70005, 70052},
		"wait":    {70050},
	}
	got := map[string][]int{}
	for code, entry := range readCatalogue(t) {
		if entry.Retry != "never" {
			got[entry.Retry] = append(got[entry.Retry], code)
		}
	}
	for retry, codes := range want {
		assert.ElementsMatch(t, codes, got[retry], retry)
	}
}
