package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
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

// reportBatch prints the pending accounts of a batch, and returns a *rest.BatchError if accounts failed or have no
// result. It does nothing if the operation is not a batch.
func reportBatch(
	out io.Writer, lookup rest.LookupCode, operation *api.Operation, request, response jsontext.Value,
) error {
	if operation.Batch == nil {
		return nil
	}
	batch, err := batchOf(operation.Batch, request, response)
	if err != nil {
		return err
	}
	if pending := batch.Pending(lookup); pending != nil {
		accounts := quoteUnsafe(strings.Join(pending, ", "))
		_, _ = fmt.Fprintf(out, "timsns: %s: waiting for confirmation by %s\n", operation.ID, accounts)
	}
	return batch.Err(operation.ID, lookup)
}

func batchOf(spec *api.Batch, request, response jsontext.Value) (batch restimpl.Batch, err error) {
	var properties map[string]jsontext.Value
	if err := json.Unmarshal(response, &properties); err != nil {
		return batch, err
	}
	items, err := decodeProperty[[]batchItem](properties, spec.Response)
	if err != nil {
		return batch, err
	}
	for _, name := range spec.Failed {
		accounts, err := decodeProperty[[]string](properties, name)
		if err != nil {
			return batch, err
		}
		batch.Listed = append(batch.Listed, accounts)
	}
	batch.Results = restimpl.Results(items, (*batchItem).result)
	batch.Missing = restimpl.Missing(
		requestedAccounts(spec, request), restimpl.UserID, items, (*batchItem).result, batch.Listed...)
	return batch, nil
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

// requestedAccounts returns the accounts of a batch's request. It skips what is none: --no-validate sends anything.
func requestedAccounts(spec *api.Batch, request jsontext.Value) []string {
	var properties map[string]jsontext.Value
	var elements []jsontext.Value
	if json.Unmarshal(request, &properties) != nil || json.Unmarshal(properties[spec.Request], &elements) != nil {
		return nil
	}
	var accounts []string
	for _, element := range elements {
		var object map[string]jsontext.Value
		if json.Unmarshal(element, &object) == nil {
			element = object[spec.Account]
		}
		var account string
		if json.Unmarshal(element, &account) == nil && account != "" {
			accounts = append(accounts, account)
		}
	}
	return accounts
}

// printFailures prints one line per failed account.
func printFailures(out io.Writer, batch *rest.BatchError) {
	_, _ = fmt.Fprintf(out, "timsns: %s failed for %d of %d accounts:\n", batch.Op, len(batch.Failures), batch.Total)
	for _, failure := range batch.Failures {
		_, _ = fmt.Fprintf(out, "  %s\n", quoteUnsafe(failure.Error()))
	}
}
