// Package draft adds a command to an OpenAPI document, from the vendor's pages about it.
//
// [New] reads what the pages say: path, rate limit, error codes, samples and, in tables and samples together, the
// schemas. What no page says, or what pages contradict, is never guessed in silence: the draft has the value that
// accepts most, a comment "# TODO" at the place, and a [Point] that names the line of the page. The prose of the pages
// is not copied: descriptions are to be written by a person. The draft keeps all rules of a document except for todos.
package draft
