package modules_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/modules/account"
	"github.com/timsns/timsns/modules/openim"
	"github.com/timsns/timsns/modules/profile"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// printNicknames prints the nicknames of a user's friends, unless their accounts are gone.
func printNicknames(ctx context.Context, server rest.Server, sign *signer.Signer, userID string) {
	friends, err := gen.NewClient(server, sign)
	check(err)
	accounts, err := account.NewClient(server, sign)
	check(err)
	profiles, err := profile.NewClient(server, sign)
	check(err)

	var request account.AccountCheckRequest
	for friend, err := range friends.FriendGetAll(ctx, gen.FriendGetRequest{FromAccount: userID}) {
		check(err)
		request.CheckItem = append(request.CheckItem, account.AccountCheckItem{UserID: friend.ToAccount})
	}
	states, err := accounts.AccountCheckAll(ctx, request)
	check(err)
	var imported []string
	for _, state := range states.ResultItem {
		if state.AccountStatus == account.AccountStatusImported {
			imported = append(imported, state.UserID)
		}
	}
	found, err := profiles.PortraitGetAll(ctx, profile.PortraitGetRequest{
		ToAccount: imported, TagList: []profile.ProfileTag{profile.ProfileTagNick},
	})
	check(err)
	for _, user := range found.UserProfileItem {
		for _, item := range user.ProfileItem {
			nickname, _ := item.Value.Text()
			fmt.Println(user.ToAccount, nickname) //nolint:forbidigo // the example's output
		}
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// One signer and one server serve the clients of several packages.
func Example() {
	server, sign, stop := startService()
	defer stop()
	printNicknames(context.Background(), server, sign, "alice")
	// Output:
	// bob Blue heron
	// carol 白鹭
}

// Send a text in the name of a user.
func Example_message() {
	server, sign, stop := startService()
	defer stop()
	messages, err := openim.NewClient(server, sign)
	check(err)
	ctx := context.Background()
	sent, err := messages.Sendmsg(ctx, openim.SendmsgRequest{
		FromAccount: "alice", ToAccount: "bob", MsgSeq: 70311, MsgRandom: 3184400217,
		MsgBody: []openim.MsgElement{{Value: openim.TextElement{MsgContent: openim.TextContent{Text: "Your parcel has left"}}}},
	})
	check(err)
	fmt.Println(sent.MsgKey)
	// Output: 70311_3184400217_1760000123
}

// startService starts a service with all parts that have a document. Its sandboxes share their credentials.
func startService() (server rest.Server, sign *signer.Signer, stop func()) {
	friends, err := sandbox.New()
	check(err)
	parts := http.NewServeMux()
	parts.Handle("/v4/sns/", friends)
	for _, name := range documents {
		part, err := sandbox.New(sandbox.WithDocument(open(name)), sandbox.WithCredentials(friends.Credentials()))
		check(err)
		for _, operation := range open(name).Operations() {
			parts.Handle(operation.Path, part)
		}
	}
	service := httptest.NewServer(parts)
	sign, err = signer.New(friends.Credentials())
	check(err)
	return rest.Server{Name: "Sandbox", URL: service.URL}, sign, service.Close
}

// documents are the folders with a document.
var documents = []string{"account", "follow", "group", "openim", "profile"}

func open(name string) *api.Document {
	text, err := os.ReadFile(name + "/openapi.yaml")
	check(err)
	document, err := api.Open(text, os.DirFS(name+"/packets"))
	check(err)
	return document
}
