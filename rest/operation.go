package rest

// Operation is what this package has to know of an operation in order to call it.
type Operation struct {
	// ID is the operation's name in errors and logs, such as GroupGet.
	ID string

	// Path is the path of the operation's URL, such as /v4/sns/group_get.
	Path string

	// RateLimit is how many calls the service allows a second, for the whole app. 0 means unknown. Calls are not
	// held to it yet.
	RateLimit int

	// Idempotent tells that calling twice does what calling once does. No call is repeated yet.
	Idempotent bool
}
