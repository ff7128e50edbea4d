// Package attempt carries what a signer knows of one attempt back to whoever made the attempt. It stands
// between rest, which makes attempts, and signer, which signs them, so that neither imports the other.
package attempt

import "context"

// Record is filled in by the signer while an attempt is on its way.
type Record struct {
	Random uint32 // the attempt's random query parameter
	Signed bool   // whether the request was signed: before that, Random means nothing

	// Redact replaces the signature in a text, such as a reply that repeats the request. It is nil before signing.
	Redact func(text string) string
}

type key struct{}

// NewContext returns a context from which FromContext gets the record.
func NewContext(ctx context.Context, record *Record) context.Context {
	return context.WithValue(ctx, key{}, record)
}

// FromContext returns the context's record, and nil if it has none.
func FromContext(ctx context.Context) *Record {
	record, _ := ctx.Value(key{}).(*Record)
	return record
}
