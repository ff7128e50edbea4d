// Package modules is the root of clients for other parts of Tencent Cloud IM, each emitted from a document of its own
// by the generator of the root module. A folder holds the document, the packets that show what it means, the emitted
// package, and the test that holds them together:
//
//   - account: accounts (v4/im_open_login_svc)
//   - follow: who follows whom (v4/follow)
//   - group: groups and their members (v4/group_open_http_svc)
//   - openim: messages from one user to others (v4/openim)
//   - profile: what users say about themselves (v4/profile)
//
// All of them share credentials, servers and rate limits with package gen: one signer serves clients of every package.
package modules
