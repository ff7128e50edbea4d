package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// batchItem has the properties that the results of all batches have in common.
type batchItem struct {
	Account string    `json:"To_Account"`
	Code    rest.Code `json:"ResultCode"`
	Info    string    `json:"ResultInfo"`
}

func (i *batchItem) result() restimpl.Result {
	return restimpl.Result{Account: i.Account, Code: i.Code, Info: i.Info}
}

// reportBatch prints the pending accounts of a batch, and returns a *rest.BatchError if accounts failed. It does
// nothing if the operation is not a batch.
func reportBatch(out io.Writer, operation *api.Operation, body jsontext.Value) error {
	if operation.Batch == nil {
		return nil
	}
	var properties map[string]jsontext.Value
	if err := json.Unmarshal(body, &properties); err != nil {
		return err
	}
	items, err := decodeProperty[[]batchItem](properties, operation.Batch.Response)
	if err != nil {
		return err
	}
	var listed []string
	for _, name := range operation.Batch.Failed {
		accounts, err := decodeProperty[[]string](properties, name)
		if err != nil {
			return err
		}
		listed = append(listed, accounts...)
	}
	batch := restimpl.Batch{Results: restimpl.Results(items, (*batchItem).result), Listed: [][]string{listed}}
	if pending := batch.Pending(gen.LookupCode); pending != nil {
		accounts := quoteUnprintable(strings.Join(pending, ", "))
		_, _ = fmt.Fprintf(out, "timsns: %s: waiting for confirmation by %s\n", operation.ID, accounts)
	}
	return batch.Err(operation.ID, gen.LookupCode)
}

// decodeProperty returns the property with the name, or the zero value if it is absent.
func decodeProperty[T any](properties map[string]jsontext.Value, name string) (value T, err error) {
	text, ok := properties[name]
	if !ok {
		return value, nil
	}
	if err := json.Unmarshal(text, &value); err != nil {
		return value, fmt.Errorf("response property %s: %w", name, err)
	}
	return value, nil
}

// printFailures prints one line per failed account.
func printFailures(out io.Writer, batch *rest.BatchError) {
	_, _ = fmt.Fprintf(out, "timsns: %s failed for %d of %d accounts:\n", batch.Op, len(batch.Failures), batch.Total)
	for _, failure := range batch.Failures {
		_, _ = fmt.Fprintf(out, "  %s\n", quoteUnprintable(failure.Error()))
	}
}
