package timsns_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
)

// Any number of friends is imported, a thousand in a call. What failed for some of them is no error of the call.
func Example_importFriends() {
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
	reply, err := gen.FriendImportSplit(context.Background(), client, gen.FriendImportRequest{
		FromAccount: "alice", AddFriendItem: friends,
	})
	if err != nil { // a *rest.SplitError, which tells how far the import came
		log.Print(err)
		return
	}
	for _, failure := range reply.Failures() {
		fmt.Println(failure.Account, failure.Code, failure.Meaning)
	}
	if err := reply.Err(); errors.Is(err, gen.CodeAccountMismatch) { // for all or nothing
		fmt.Println(err)
	}
	// Output:
	// nobody error code 30002 the account does not belong to this app
	// FriendImport: 1 of 3 accounts failed: nobody: error code 30002: the account does not belong to this app: the service says "the account does not belong to this app"
}

// A friend may have to confirm the request first: that is no failure.
func Example_addFriends() {
	client, stop := newSandboxClient()
	defer stop()
	reply, err := client.FriendAdd(context.Background(), gen.FriendAddRequest{
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
	fmt.Println("has to confirm:", reply.Pending())
	for _, failure := range reply.Failures() {
		fmt.Println("failed:", failure.Account, failure.Code)
	}
	// Output:
	// has to confirm: [frank]
	// failed: grace error code 30516
}

// A program's own copy of a user's lists is kept up to date. The sequence of the last pull spares what did not change.
func Example_syncLists() {
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
		clear(members) // a list that is gone is not in the reply
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

// A user's blocklist becomes what another system says: all its pages tell what to add and what to delete.
func Example_mirrorBlocklist() {
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

// mirrorBlocklist takes a gen.API, so that a test can hand it a fake.
func mirrorBlocklist(ctx context.Context, api gen.API, user string, wanted []string) (added, deleted []string, err error) {
	added = slices.Clone(wanted)
	for page, err := range gen.BlackListGetPages(ctx, api, gen.BlackListGetRequest{FromAccount: user, MaxLimited: 1000}) {
		if err != nil {
			return nil, nil, err
		}
		for _, blocked := range page.BlackListItem {
			if index := slices.Index(added, blocked.ToAccount); index >= 0 {
				added = slices.Delete(added, index, index+1)
			} else {
				deleted = append(deleted, blocked.ToAccount)
			}
		}
	}
	if len(added) > 0 {
		reply, err := gen.BlackListAddSplit(ctx, api, gen.BlackListAddRequest{FromAccount: user, ToAccount: added})
		if err != nil {
			return nil, nil, err
		}
		if err := reply.Err(); err != nil {
			return nil, nil, err
		}
	}
	if len(deleted) > 0 {
		reply, err := gen.BlackListDeleteSplit(ctx, api, gen.BlackListDeleteRequest{FromAccount: user, ToAccount: deleted})
		if err != nil {
			return nil, nil, err
		}
		if err := reply.Err(); err != nil {
			return nil, nil, err
		}
	}
	return added, deleted, nil
}

// All friends of a user, with what the user noted about them. A page is pulled when it is needed.
func Example_pageThroughFriends() {
	client, stop := newSandboxClient()
	defer stop()
	for page, err := range gen.FriendGetPages(context.Background(), client, gen.FriendGetRequest{FromAccount: "alice"}) {
		if err != nil {
			log.Print(err)
			return
		}
		for _, friend := range page.UserDataItem {
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
	}
	// Output:
	// bob in [family]
	// carol in [同学] has rank 7
	// dave in [同学]
}
