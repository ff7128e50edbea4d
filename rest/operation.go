package rest

// Operation is what this package has to know of an operation in order to call it.
type Operation struct {
	// ID is the operation's name in errors and logs, such as GroupGet. It names the operation's quota, too.
	ID string

	// Path is the path of the operation's URL, such as /v4/sns/group_get.
	Path string

	// RateLimit is how many calls the service allows a second, for the whole app. 0 means unknown: calls are then
	// not held to a quota.
	RateLimit int

	// Idempotent tells that calling twice does what calling once does. Other operations are sent again only after a
	// refused signature, or if the request provably was not sent.
	Idempotent bool
}
