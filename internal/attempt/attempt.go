// Package attempt carries what a signer knows of one attempt back to whoever made the attempt. It stands
// between rest, which makes attempts, and signer, which signs them, so that neither imports the other.
package attempt

import "context"

// Record is filled in by the signer while an attempt is on its way.
type Record struct {
	Random  uint32 // the attempt's random query parameter
	Signed  bool   // whether the request was signed: before that, Random means nothing
	Refused bool   // whether the signer refused the request, which then was not sent

	// Redact replaces the signature in a text, such as a reply that repeats the request. It is nil before signing.
	Redact func(text string) string

	// RedactBody replaces the signature in a reply, if that repeats it from its beginning on. It is nil before signing.
	RedactBody func(body []byte) []byte

	// Discard has the next request signed with a new signature, unless another than this attempt's is in use already.
	// It is nil before signing.
	Discard func()
}

// Context is a context with a record, from which FromContext gets it.
type Context struct {
	context.Context //nolint:containedctx // it is a context, with one value more

	Record Record
}

type key struct{}

// Value implements context.Context.
func (c *Context) Value(wanted any) any {
	if wanted == (key{}) {
		return &c.Record
	}
	return c.Context.Value(wanted)
}

// FromContext returns the context's record, and nil if it has none.
func FromContext(ctx context.Context) *Record {
	record, _ := ctx.Value(key{}).(*Record)
	return record
}
