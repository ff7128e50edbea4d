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

// batchItem is what the results of all batches have in common.
type batchItem struct {
	Account string    `json:"To_Account"`
	Code    rest.Code `json:"ResultCode"`
	Info    string    `json:"ResultInfo"`
}

func (i *batchItem) result() restimpl.Result {
	return restimpl.Result{Account: i.Account, Code: i.Code, Info: i.Info}
}

// reportBatch prints which accounts of a batch wait for someone, and returns a *rest.BatchError if the command failed for
// some.
func reportBatch(out io.Writer, operation *api.Operation, reply jsontext.Value) error {
	if operation.Batch == nil {
		return nil
	}
	var members map[string]jsontext.Value
	if err := json.Unmarshal(reply, &members); err != nil {
		return err
	}
	items, err := member[[]batchItem](members, operation.Batch.Response)
	if err != nil {
		return err
	}
	var listed []string
	for _, name := range operation.Batch.Failed {
		accounts, err := member[[]string](members, name)
		if err != nil {
			return err
		}
		listed = append(listed, accounts...)
	}
	batch := restimpl.Batch{Results: restimpl.Results(items, (*batchItem).result), Listed: [][]string{listed}}
	if pending := batch.Pending(gen.LookupCode); pending != nil {
		_, _ = fmt.Fprintf(out, "timsns: %s waits for others to confirm: %s\n", operation.ID, printable(strings.Join(pending, ", ")))
	}
	return batch.Err(operation.ID, gen.LookupCode)
}

// member returns the member of a reply, and nothing if it is absent.
func member[T any](members map[string]jsontext.Value, name string) (value T, err error) {
	text, ok := members[name]
	if !ok {
		return value, nil
	}
	if err := json.Unmarshal(text, &value); err != nil {
		return value, fmt.Errorf("the reply's %s: %w", name, err)
	}
	return value, nil
}

// printFailures prints a line an account.
func printFailures(out io.Writer, batch *rest.BatchError) {
	_, _ = fmt.Fprintf(out, "timsns: %s failed for %d of %d accounts:\n", batch.Op, len(batch.Failures), batch.Total)
	for _, failure := range batch.Failures {
		_, _ = fmt.Fprintf(out, "  %s\n", printable(failure.Error()))
	}
}
