package gen_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// newSandboxClient returns a client of a sandbox. For the real service, make one with gen.NewClient(gen.Singapore,
// sign).
func newSandboxClient() (client *gen.Client, stop func()) {
	service, err := sandbox.Listen()
	if err != nil {
		log.Fatal(err)
	}
	sign, err := signer.New(service.Credentials())
	if err != nil {
		log.Fatal(err)
	}
	client, err = gen.NewClient(service.Endpoint, sign)
	if err != nil {
		log.Fatal(err)
	}
	return client, func() { _ = service.Close() }
}

// Print a user's friend lists with their members.
func Example() {
	client, stop := newSandboxClient()
	defer stop()
	lists, err := client.GroupGet(context.Background(), gen.GroupGetRequest{
		FromAccount: "alice",
		NeedFriend:  gen.NeedFriendTypeYes,
	})
	if err != nil {
		log.Print(err)
		return
	}
	for _, list := range lists.ResultItem {
		fmt.Println(list.GroupName, list.FriendNumber, list.ToAccount)
	}
	// Output:
	// family 1 [bob]
	// 同学 2 [carol dave]
}

// Match an error with a code, and print what it says.
func Example_errors() {
	client, stop := newSandboxClient()
	defer stop()
	_, err := client.GroupGet(context.Background(), gen.GroupGetRequest{FromAccount: "nobody"})
	if errors.Is(err, gen.CodeAccountNotFound) {
		fmt.Println("the account has to be imported first")
	}
	if failure, ok := errors.AsType[*rest.Error](err); ok {
		fmt.Println(failure.Op, failure.Code, failure.HTTPStatus)
		fmt.Println(failure.Meaning)
		fmt.Println(failure.Advice)
	}
	// Output:
	// the account has to be imported first
	// GroupGet error code 30003 200
	// the account does not exist in this app
	// import the account first, and check its spelling
}

// Pull friend lists again only if they have changed.
func ExampleClient_GroupGet_sequence() {
	client, stop := newSandboxClient()
	defer stop()
	var sequence int64 // kept between pulls
	for range 2 {
		lists, err := client.GroupGet(context.Background(), gen.GroupGetRequest{FromAccount: "id", LastSequence: sequence})
		if err != nil {
			log.Print(err)
			return
		}
		fmt.Println("changed lists:", len(lists.ResultItem))
		sequence = lists.CurrentSequence
	}
	// Output:
	// changed lists: 3
	// changed lists: 0
}
