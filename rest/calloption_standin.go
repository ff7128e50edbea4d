package rest

// CallOption changes a setting for a single call.
type CallOption interface{ applyToCall() }
