// Package signer signs requests with the credentials of an app administrator.
//
// A signed request has five query parameters: sdkappid, identifier, usersig, contenttype and random. A [Signer] adds
// them in one of three ways:
//
//   - Package rest calls [Signer.Sign] once for each attempt. It adds the [Signature] below all middleware, and only to
//     requests to the client's own servers, over https or over http on loopback.
//   - [Signer.Transport] does the same for any http.Client.
//   - [Signer.RequestEditor] is for clients that oapi-codegen generates.
//
// A signer generates a UserSig and uses it until a tenth of its lifetime is left. Then one request renews it, while
// others still use the old one. If the service refuses a UserSig, package rest discards it, and the next request gets a
// new one.
//
// Whoever has the secret key or a UserSig can act for every user of the app. SECURITY.md says how they are kept out of
// errors and logs.
//
// Tencent's pages: https://intl.cloud.tencent.com/document/product/1047/34385 on the UserSig and
// https://intl.cloud.tencent.com/document/product/1047/34620 on the query parameters.
package signer
