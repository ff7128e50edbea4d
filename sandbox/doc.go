// Package sandbox is an in-memory IM service that implements v4/sns/* for tests, demos and experiments. It validates
// requests against the document, enforces the rate limit, verifies the UserSig, and answers like the service: with HTTP
// 200 and a documented code. No data leaves the machine.
//
// All fifteen operations read and change its state: accounts, one-way and mutual friendships with their tags, friend
// lists, blocklists, pending friend requests, and the sequence of each. It enforces the vendor's limits, which are 3000
// friends, 32 lists, 1000 blocked accounts and 100 pending requests for an account, and the documented length limits.
// It answers an operation that is new in the document from the operation's fixtures, and so all operations of another
// document, which [WithDocument] sets.
//
// It starts with sample data, to which the examples of the document apply, including the vendor's samples:
//   - id has the vendor's lists
//   - alice has bob and carol as mutual friends and dave as a one-way friend, and blocks mallory
//   - erin accepts every friend request, frank has to confirm them, and grace rejects them
//
// A test starts a sandbox like this:
//
//	service := sandbox.Start(t)
//	sign, err := signer.New(service.Credentials())
//	…
//	client, err := gen.NewClient(service.Endpoint, sign)
//
// Set up further state by calling operations, or with these methods for what no operation can do:
// [Sandbox.AddAccounts], [Sandbox.AddFriends], [Sandbox.AddToList], [Sandbox.SetAllowType], [Sandbox.ForbidRequests]
// and [Sandbox.AcceptRequests], which confirms friend requests in the account's place.
//
// The sandbox accepts what clients in the field send, even if the document does not allow it: a query without random,
// and the Content-Type of a form. [WithCORS] lets pages of this machine call it.
//
// To test a program against a failing service, use [WithFaults]. For other failures, wrap a [Sandbox], which is an
// http.Handler, in a handler of your own and serve it with net/http/httptest.
//
// [Sandbox.Save] writes the data of all accounts as JSON, and [Sandbox.Load] reads it. The command `timsns sandbox`
// serves a sandbox to programs in other languages.
//
// Where the vendor's pages are silent, the sandbox follows our interpretation, which the descriptions in the document
// state. In addition:
//   - for an account that does not exist, writes return code 30002, and reads and black_list_delete return code 30003
//   - ForceAddFlags does not override a blocklist
//   - ResultInfo is the service's symbol where we know it, such as Err_SNS_FriendAdd_Friend_Exist, and otherwise a
//     sentence
//   - a request that does not reach the command (codes 6xxxx and 7xxxx) is refused without ErrorDisplay
//   - there are no profiles, so Tag_Profile_ tags have no value, and Tag_Profile_IM_Nick an empty one
//   - RemarkTime is ignored, and no webhook is called
package sandbox
