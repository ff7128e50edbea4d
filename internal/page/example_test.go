package page_test

import (
	"fmt"
	"log"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/page"
)

// A page has a flat table and a sample, which shows the nesting.
func ExampleRead() {
	text := `
### Sample request URL
https://xxxxxx/v4/sns/friend_add?sdkappid=88888888
### Sample request
~~~
{"From_Account": "alice", "AddFriendItem": [{"To_Account": "bob"}]}
~~~
### Request fields
| Field | Type | Required | Description |
|---|---|---|---|
| From_Account | String | Yes | The user |
| AddFriendItem | Array | Yes | Up to 1000 friends |
| To_Account | String | Yes | A friend |
| AddType | String | No | How. Valid values: Add_Type_Single, Add_Type_Both (default) |
`
	found, err := page.Read("friend_add.md", []byte(text))
	if err != nil {
		log.Fatal(err)
	}
	schema := found.Schema(api.Requests)
	fmt.Print(schema)
	for _, diagnostic := range schema.Diagnostics {
		fmt.Println(diagnostic)
	}
	fmt.Println(found.Request[1].Limits, found.Request[3].Values, found.Request[3].Default)
	// Output:
	// From_Account string, required: yes, table line 11, sample line 6, in 1 of 1
	// AddFriendItem array[object], required: yes, table line 12, sample line 6, in 1 of 1
	//   To_Account string, required: yes, table line 13, sample line 6, in 1 of 1
	// AddType string, required: no, table line 14, sample line 0, in 0 of 1
	// friend_add.md:14: table-only: AddType: no sample has it; it is placed in $, which is a guess
	// [{0 1000 items Up to 1000 friends}] [{Add_Type_Single } {Add_Type_Both default}] Add_Type_Both
}
