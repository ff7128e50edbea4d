// Package judges compares what several judges say of one corpus of HTTP exchanges: the project's own judge, which is
// package api, and two independent validators of OpenAPI, kin-openapi and libopenapi-validator. All of them get the same
// document. Where one of them differs from the corpus, a list in the tests says why.
//
// It is a module of its own, since the second validator takes minutes to build.
package judges
