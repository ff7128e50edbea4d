package rest_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// startSandbox returns an in-memory service and a signer for it.
func startSandbox() (server rest.Server, sign *signer.Signer, stop func()) {
	service, err := sandbox.Listen()
	if err != nil {
		log.Fatal(err)
	}
	sign, err = signer.New(service.Credentials())
	if err != nil {
		log.Fatal(err)
	}
	return service.Endpoint, sign, func() { _ = service.Close() }
}

// Call an operation that is only known at run time.
func ExampleCall() {
	server, sign, stop := startSandbox()
	defer stop()
	client, err := rest.NewClient(server, sign, gen.LookupCode)
	if err != nil {
		log.Print(err)
		return
	}
	operation := rest.Operation{ID: "GroupGet", Path: "/v4/sns/group_get", RateLimit: 200, Idempotent: true}
	request := jsontext.Value(`{"From_Account":"alice","LastSequence":0,"NeedFriend":"Need_Friend_Type_Yes","GroupName":["family"]}`)
	response, err := rest.Call[rest.RawResponse](context.Background(), client, operation, request)
	if err != nil {
		log.Print(err)
		return
	}
	fmt.Println(response.Body)
	// Output:
	// {"ResultItem":[{"GroupName":"family","FriendNumber":1,"To_Account":["bob"]}],"CurrentSequence":2,"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}
}

// Print the details of a failed call.
func ExampleError() {
	server, sign, stop := startSandbox()
	defer stop()
	client, err := gen.NewClient(server, sign)
	if err != nil {
		log.Print(err)
		return
	}
	_, err = client.GroupGet(context.Background(), gen.GroupGetRequest{FromAccount: "nobody"})
	if failure, ok := errors.AsType[*rest.Error](err); ok {
		fmt.Println(failure.Op, failure.Code, failure.HTTPStatus, failure.Attempts)
		fmt.Println(failure.Meaning)
		fmt.Println(failure.Advice)
	}
	// Output:
	// GroupGet error code 30003 200 1
	// the account does not exist in this app
	// import the account first, and check its spelling
}

// Observe each attempt of a call.
func ExampleWithObserver() {
	server, sign, stop := startSandbox()
	defer stop()
	client, err := gen.NewClient(server, sign, rest.WithObserver(func(_ context.Context, attempt rest.Attempt) {
		fmt.Println(attempt.Op, attempt.Number, attempt.HTTPStatus, attempt.Err, attempt.Random != 0)
	}))
	if err != nil {
		log.Print(err)
		return
	}
	if _, err := client.GroupGet(context.Background(), gen.GroupGetRequest{FromAccount: "alice"}); err != nil {
		log.Print(err)
	}
	// Output:
	// GroupGet 1 200 <nil> true
}

// Read a value with the method of its type.
func ExampleValue() {
	for _, value := range []rest.Value{rest.StringValue("Bob"), rest.IntegerValue(7), rest.StringsValue("family", "work")} {
		if text, ok := value.Text(); ok {
			fmt.Printf("text %q\n", text)
		}
		if number, ok := value.Integer(); ok {
			fmt.Println("integer", number)
		}
		if list, ok := value.Strings(); ok {
			fmt.Println("strings", list)
		}
	}
	// Output:
	// text "Bob"
	// integer 7
	// strings [family work]
}
