// Package sandbox is an in-memory IM service that plays v4/sns/*: for tests, demos and trying things out. It holds
// what it receives to the document and to the quota, really verifies the UserSig, and answers as the service does: HTTP
// 200 and a documented code. Nothing leaves the machine.
//
// It keeps accounts, friends and friend lists, and starts with sample data in which the samples of the vendor's
// pages come true. A command for which it has no behaviour of its own is answered from its fixtures.
//
// A test starts one this way:
//
//	service := sandbox.Start(t)
//	sign, err := signer.New(service.Credentials())
//	…
//	client, err := gen.NewClient(service.Server, sign)
//
// To see what a program makes of a service that fails, put a handler of your own around a [Sandbox], which is an
// http.Handler, and serve it with net/http/httptest.
//
// Where the vendor's pages are silent, the sandbox follows a reading of ours; such places are marked in the code.
package sandbox
