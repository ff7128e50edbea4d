package verify_test

import (
	"fmt"
	"log"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/verify"
)

// A test validates a recorded request.
func ExampleFile() {
	document, err := api.LoadStrict()
	if err != nil {
		log.Fatal(err)
	}
	request := []byte(`{
  "LastSequence": 0,
  "GroupName": ["family", ""]
}`)
	source := verify.Source{Name: "packets/group_get/requests/first.json", Content: request}
	for _, result := range verify.File(document, source) {
		for _, v := range result.Violations {
			fmt.Printf("%s:%d:%d: %s: %s\n", result.File, v.Line, v.Column, v.Path, v.Reason)
		}
	}
	// Output:
	// packets/group_get/requests/first.json:1:1: $.From_Account: property "From_Account" is missing
	// packets/group_get/requests/first.json:3:27: $.GroupName[1]: minimum string length is 1
}
