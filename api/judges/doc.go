// Package judges compares three validators on the corpus: package api, kin-openapi's filter, and
// libopenapi-validator. All get the same document. A list in the tests explains where a validator differs from the
// corpus.
//
// It is a module of its own, since libopenapi-validator takes minutes to build.
package judges
