package rest

import "time"

// Operation describes an operation of the service.
type Operation struct {
	// ID is the operation's name in errors and logs, such as GroupGet.
	ID string

	// Path is the path of the operation's URL, such as /v4/sns/group_get. Together with the app it identifies a quota.
	Path string

	// RateLimit is how many calls per second the service allows the app. 0 means that the quota is unknown and calls
	// are not limited.
	RateLimit int

	// Idempotent reports whether a second call changes nothing and returns the same. Calls of other operations are
	// repeated only if the service certainly did not carry them out.
	Idempotent bool

	// RepeatWithin is how long after the first attempt the service recognizes a second call as the same, if the
	// operation is idempotent for a limited time only. 0 means that there is no limit.
	RepeatWithin time.Duration
}
