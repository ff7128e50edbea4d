package opentelemetry_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
	"github.com/timsns/timsns/signer"
)

// withTracing makes a span of each attempt.
func withTracing(spans *trace.TracerProvider) rest.Option {
	return rest.WithMiddleware(func(next http.RoundTripper) http.RoundTripper {
		return otelhttp.NewTransport(next, otelhttp.WithTracerProvider(spans),
			otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string { return r.Method + " " + r.URL.Path }))
	})
}

// withMetrics measures how long attempts take, by operation and code.
func withMetrics(meters metric.MeterProvider) (rest.Option, error) {
	duration, err := meters.Meter("timsns").Float64Histogram("timsns.attempt.duration", metric.WithUnit("s"))
	if err != nil {
		return nil, err
	}
	return rest.WithObserver(func(ctx context.Context, attempt rest.Attempt) {
		duration.Record(ctx, attempt.Duration.Seconds(), metric.WithAttributes(
			attribute.String("operation", attempt.Op), attribute.Int("http.response.status_code", attempt.HTTPStatus),
			attribute.Int64("code", int64(attempt.Code))))
	}), nil
}

func Example() {
	service, err := sandbox.Listen()
	check(err)
	defer func() { _ = service.Close() }()
	sign, err := signer.New(service.Credentials())
	check(err)
	recorder := tracetest.NewSpanRecorder() // in a program: an exporter
	metrics, err := withMetrics(noop.NewMeterProvider())
	check(err)
	client, err := gen.NewClient(service.Endpoint, sign, withTracing(trace.NewTracerProvider(trace.WithSpanProcessor(recorder))), metrics)
	check(err)
	_, err = client.GroupGet(context.Background(), gen.GroupGetRequest{FromAccount: "alice"})
	check(err)
	for _, span := range recorder.Ended() {
		fmt.Println(span.Name(), span.SpanKind())
	}
	// Output: POST /v4/sns/group_get client
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// TestExample_spansHaveNoSignature looks at all that spans hold of calls that succeed, fail and meet nobody.
func TestExample_spansHaveNoSignature(t *testing.T) {
	service := sandbox.Start(t)
	for name, server := range map[string]rest.Server{"a sandbox": service.Endpoint, "nobody": {URL: "http://127.0.0.1:1"}} {
		t.Run(name, func(t *testing.T) {
			recorder := tracetest.NewSpanRecorder()
			sign, err := signer.New(service.Credentials())
			require.NoError(t, err)
			client, err := gen.NewClient(server, sign, withTracing(trace.NewTracerProvider(trace.WithSpanProcessor(recorder))))
			require.NoError(t, err)
			for _, account := range []string{"alice", "nobody"} {
				_, _ = client.GroupGet(t.Context(), gen.GroupGetRequest{FromAccount: account})
			}
			spans := fmt.Sprintf("%+v", tracetest.SpanStubsFromReadOnlySpans(recorder.Ended()))
			assert.Contains(t, spans, strings.TrimPrefix(server.URL, "http://"), "the URL is there")
			assert.NotContains(t, spans, "usersig")
			assert.NotContains(t, spans, service.Credentials().SecretKey)
		})
	}
}
