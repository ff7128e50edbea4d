// Package signer turns the credentials of an app administrator into signed requests.
//
// A [Signer] is a middleware: [Signer.Transport] wraps an http.RoundTripper, and adds to a copy of each request the
// five query parameters that the service demands: sdkappid, identifier, usersig, random and contenttype.
//
// It stands below http.Client on purpose. The errors of http.Client and the Referer header are made from the URL as
// http.Client knows it, which here is the unsigned one; so the signature cannot leak through them. The price is that
// the transport also sees requests to which a redirect or a mistake led. It therefore signs for the servers that it
// was given and refuses all others, and signs only over https, or over http within this machine.
//
// A UserSig is minted once, used until a tenth of its lifetime is left, and then replaced, while concurrent requests
// go on with the old one. One that the service refuses, package rest has replaced before.
//
// What comes back from below is searched for the UserSig and for parts of it: errors, however deep they hold it, and
// panics. An error that holds it is replaced by one that does not and that matches the same errors with errors.Is.
//
// The vendor's pages: https://intl.cloud.tencent.com/document/product/1047/34385 on the UserSig and
// https://intl.cloud.tencent.com/document/product/1047/34620 on the query parameters.
package signer
