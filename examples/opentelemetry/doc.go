// Package opentelemetry shows how calls are traced and measured with OpenTelemetry.
//
// otelhttp wraps the signer, by rest.WithMiddleware, and so sees each attempt before it is signed: no span holds the
// signature. Given to rest.WithTransport instead it would be below the signer, and would put the signature into every
// span.
//
// It is a module of its own, so that nobody gets OpenTelemetry who does not want it.
package opentelemetry
