package gen_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// Import any number of friends, a thousand per call. A failure for some of them is not an error of the call.
func ExampleClient_FriendImportAll() {
	client, stop := newSandboxClient()
	defer stop()
	friends := []gen.FriendImportItem{
		{ToAccount: "erin", AddSource: "AddSource_Type_Web", Remark: "Erin", GroupName: []string{"family"}},
		{
			ToAccount: "frank", AddSource: "AddSource_Type_Web", AddTime: 1700000000,
			CustomItem: []gen.CustomItem{{Tag: "Tag_SNS_Custom_Rank", Value: rest.IntegerValue(7)}},
		},
		{ToAccount: "nobody", AddSource: "AddSource_Type_Web"},
	}
	response, err := client.FriendImportAll(context.Background(), gen.FriendImportRequest{
		FromAccount: "alice", AddFriendItem: friends,
	})
	if err != nil { // a *rest.SplitError, which reports how many have been imported
		log.Print(err)
		return
	}
	for _, failure := range response.Failures() {
		fmt.Println(failure.Account, failure.Code, failure.Meaning)
	}
	if err := response.Err(); errors.Is(err, gen.CodeAccountMismatch) { // for all or nothing
		fmt.Println(err)
	}
	// Output:
	// nobody error code 30002 the account does not belong to this app
	// FriendImport: 1 of 3 accounts failed: nobody: error code 30002: the account does not belong to this app: the service says "Err_SNS_FriendImport_SdkAppId_Illegal"
}

// Add friends. One may have to confirm the request first, which is not a failure.
func ExampleClient_FriendAdd() {
	client, stop := newSandboxClient()
	defer stop()
	response, err := client.FriendAdd(context.Background(), gen.FriendAddRequest{
		FromAccount: "alice",
		AddFriendItem: []gen.FriendAddItem{
			{ToAccount: "erin", AddSource: "AddSource_Type_Web"},
			{ToAccount: "frank", AddSource: "AddSource_Type_Web"},
			{ToAccount: "grace", AddSource: "AddSource_Type_Web"},
		},
	})
	if err != nil {
		log.Print(err)
		return
	}
	fmt.Println("has to confirm:", response.Pending())
	for _, failure := range response.Failures() {
		fmt.Println("failed:", failure.Account, failure.Code)
	}
	// Output:
	// has to confirm: [frank]
	// failed: grace error code 30516
}

// Keep a copy of a user's friend lists up to date. The sequence of the last pull avoids pulling unchanged lists.
func ExampleClient_GroupGet_sync() {
	client, stop := newSandboxClient()
	defer stop()
	ctx := context.Background()
	members := map[string][]string{} // the copy
	var sequence int64               // kept with it
	pull := func() error {
		lists, err := client.GroupGet(ctx, gen.GroupGetRequest{
			FromAccount: "alice", NeedFriend: gen.NeedFriendTypeYes, LastSequence: sequence,
		})
		if err != nil || lists.CurrentSequence == sequence {
			return err
		}
		clear(members) // a deleted list is not in the response
		for _, list := range lists.ResultItem {
			members[list.GroupName] = list.ToAccount
		}
		sequence = lists.CurrentSequence
		return nil
	}
	change := func() error {
		_, err := client.GroupAdd(ctx, gen.GroupAddRequest{
			FromAccount: "alice", GroupName: []string{"colleagues"}, ToAccount: []string{"bob"},
		})
		return err
	}
	for _, step := range []func() error{pull, change, pull, pull} {
		if err := step(); err != nil {
			log.Print(err)
			return
		}
		fmt.Println(members, sequence)
	}
	// Output:
	// map[family:[bob] 同学:[carol dave]] 2
	// map[family:[bob] 同学:[carol dave]] 2
	// map[colleagues:[bob] family:[bob] 同学:[carol dave]] 3
	// map[colleagues:[bob] family:[bob] 同学:[carol dave]] 3
}

// Make a user's blocklist equal to that of another system.
func ExampleAPI() {
	client, stop := newSandboxClient()
	defer stop()
	added, deleted, err := mirrorBlocklist(context.Background(), client, "alice", []string{"erin", "grace"})
	if err != nil {
		log.Print(err)
		return
	}
	fmt.Println("added", added, "deleted", deleted)
	// Output:
	// added [erin grace] deleted [mallory]
}

// mirrorBlocklist takes a gen.API, so that a test can pass a fake.
func mirrorBlocklist(ctx context.Context, api gen.API, user string, wanted []string) (added, deleted []string, err error) {
	added = slices.Clone(wanted)
	for blocked, err := range gen.BlackListGetAll(ctx, api, gen.BlackListGetRequest{FromAccount: user, MaxLimited: 1000}) {
		if err != nil {
			return nil, nil, err
		}
		if index := slices.Index(added, blocked.ToAccount); index >= 0 {
			added = slices.Delete(added, index, index+1)
		} else {
			deleted = append(deleted, blocked.ToAccount)
		}
	}
	if len(added) > 0 {
		response, err := gen.BlackListAddAll(ctx, api, gen.BlackListAddRequest{FromAccount: user, ToAccount: added})
		if err != nil {
			return nil, nil, err
		}
		if err := response.Err(); err != nil {
			return nil, nil, err
		}
	}
	if len(deleted) > 0 {
		response, err := gen.BlackListDeleteAll(ctx, api, gen.BlackListDeleteRequest{FromAccount: user, ToAccount: deleted})
		if err != nil {
			return nil, nil, err
		}
		if err := response.Err(); err != nil {
			return nil, nil, err
		}
	}
	return added, deleted, nil
}

// Iterate over all friends of a user, with the user's notes about them. Pages are pulled when they are needed.
func ExampleClient_FriendGetAll() {
	client, stop := newSandboxClient()
	defer stop()
	for friend, err := range client.FriendGetAll(context.Background(), gen.FriendGetRequest{FromAccount: "alice"}) {
		if err != nil {
			log.Print(err)
			return
		}
		fmt.Print(friend.ToAccount)
		for _, item := range friend.ValueItem {
			if lists, ok := item.Value.Strings(); ok && item.Tag == gen.TagGroup {
				fmt.Print(" in ", lists)
			}
			if rank, ok := item.Value.Integer(); ok && item.Tag == "Tag_SNS_Custom_Rank" {
				fmt.Print(" has rank ", rank)
			}
		}
		fmt.Println()
	}
	// Output:
	// bob in [family]
	// carol in [同学] has rank 7
	// dave in [同学]
}
