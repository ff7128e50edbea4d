package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/outcomes"
	"github.com/timsns/timsns/rest"
)

// reportBatch prints the pending accounts of a batch, and returns a *rest.BatchError if accounts failed or have no
// result. It does nothing if the operation is not a batch.
func reportBatch(
	out io.Writer, lookup rest.LookupCode, operation *api.Operation, request, response jsontext.Value,
) error {
	if operation.Batch == nil {
		return nil
	}
	batch, err := outcomes.Of(operation.Batch, request, response)
	if err != nil {
		return err
	}
	if pending := batch.Pending(lookup); pending != nil {
		accounts := quoteUnsafe(strings.Join(pending, ", "))
		_, _ = fmt.Fprintf(out, "timsns: %s: waiting for confirmation by %s\n", operation.ID, accounts)
	}
	return batch.Err(operation.ID, lookup)
}

// printFailures prints one line per failed account.
func printFailures(out io.Writer, batch *rest.BatchError) {
	_, _ = fmt.Fprintf(out, "timsns: %s failed for %d of %d accounts:\n", batch.Op, len(batch.Failures), batch.Total)
	for _, failure := range batch.Failures {
		_, _ = fmt.Fprintf(out, "  %s\n", quoteUnsafe(failure.Error()))
	}
}
