// Package sandbox is an in-memory IM service that plays v4/sns/*: for tests, demos and trying things out. It holds
// what it receives to the document and to the quota, really verifies the UserSig, and answers as the service does: HTTP
// 200 and a documented code. Nothing leaves the machine.
//
// All fifteen commands read and change its state: accounts, friends both ways and one way with what is noted about them, friend
// lists, blocklists, requests for friendship that wait, and the sequence of each. It keeps to the vendor's limits: 3000
// friends, 32 lists, 1000 blocked accounts and 100 waiting requests for a user, and so many bytes for a text. A command that is
// added to the document is answered from its fixtures.
//
// It starts with sample data in which the examples of the document come true, the vendor's samples among them: id with the
// vendor's lists; alice, whose friends are bob and carol, both ways, and dave, one way, and who blocks mallory; erin, who
// takes any request for friendship, frank, who confirms them first, and grace, who takes none.
//
// A test starts one this way:
//
//	service := sandbox.Start(t)
//	sign, err := signer.New(service.Credentials())
//	…
//	client, err := gen.NewClient(service.Server, sign)
//
// Commands set up more, and what they cannot do its methods can: [Sandbox.AddAccounts], [Sandbox.AddFriends], [Sandbox.AddToList], [Sandbox.SetAllowType],
// [Sandbox.ForbidRequests] and, in the place of a user who confirms, [Sandbox.AcceptRequests].
//
// To see what a program makes of a service that fails, put a handler of your own around a [Sandbox], which is an
// http.Handler, and serve it with net/http/httptest.
//
// Where the vendor's pages are silent, the sandbox follows a reading of ours, and the document's descriptions say which. Beside
// these: an account that is not there gets code 30002 from commands that write, and 30003 from those that look and from
// deleting from a blocklist; a page of friends has 100; force does not go before a blocklist. ResultInfo is in words, where the
// service has a symbol. It keeps no profiles, so that Tag_Profile_ tags have no value, ignores RemarkTime, and calls no webhook.
package sandbox
