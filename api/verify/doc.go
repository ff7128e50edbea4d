// Package verify validates files of recorded traffic against the document, as the command `timsns verify` does:
// bodies of requests and responses, or whole exchanges, in JSON and NDJSON, and HTTP Archives (HAR). Each violation
// has its line and column.
package verify
