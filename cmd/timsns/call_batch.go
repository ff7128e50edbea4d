package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

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

// batchOf reads the outcome for each account, where the document says that it is.
func batchOf(spec *api.Batch, request, response jsontext.Value) (batch restimpl.Batch, err error) {
	var properties map[string]jsontext.Value
	if err := json.Unmarshal(response, &properties); err != nil {
		return batch, err
	}
	if batch.Results, err = resultsOf(properties, spec.Response, spec.Results[spec.Response]); err != nil {
		return batch, err
	}
	for _, name := range spec.Failed {
		if err := addFailures(&batch, properties, name, spec.Results); err != nil {
			return batch, err
		}
	}
	accounts := spec.Accounts(request)
	if spec.Response == "" {
		batch.Requested = len(accounts)
		return batch, nil
	}
	batch.Missing = restimpl.Missing(accounts, restimpl.UserID, batch.Results, itself, batch.Listed...)
	return batch, nil
}

// addFailures reads an array of accounts that failed: their results, or only their UserIDs.
func addFailures(
	batch *restimpl.Batch, properties map[string]jsontext.Value, name string, specs map[string]api.Result,
) error {
	spec, hasResults := specs[name]
	if !hasResults {
		accounts, err := decodeProperty[[]string](properties, name)
		batch.Listed = append(batch.Listed, accounts)
		return err
	}
	results, err := resultsOf(properties, name, spec)
	batch.Results = append(batch.Results, results...)
	batch.Listed = append(batch.Listed, restimpl.Accounts(results, itself))
	return err
}

func itself(result *restimpl.Result) restimpl.Result { return *result }

// resultsOf reads an array of objects that report the outcome for an account each.
func resultsOf(properties map[string]jsontext.Value, name string, spec api.Result) ([]restimpl.Result, error) {
	items, err := decodeProperty[[]map[string]jsontext.Value](properties, name)
	if err != nil {
		return nil, err
	}
	results := make([]restimpl.Result, len(items))
	for i, item := range items {
		if results[i], err = resultOf(item, spec); err != nil {
			return nil, fmt.Errorf("response property %s: element %d: %w", name, i, err)
		}
	}
	return results, nil
}

func resultOf(item map[string]jsontext.Value, spec api.Result) (restimpl.Result, error) {
	account, invalidAccount := decodeProperty[string](item, spec.Account)
	code, invalidCode := decodeProperty[rest.Code](item, spec.Code)
	status, invalidStatus := decodeProperty[any](item, spec.Status)
	info, invalidInfo := decodeProperty[string](item, spec.Info)
	err := cmp.Or(invalidAccount, invalidCode, invalidStatus, invalidInfo)
	if spec.Status == "" {
		return restimpl.Result{Account: account, Code: code, Info: info}, err
	}
	var success []string
	for _, value := range spec.Success {
		success = append(success, fmt.Sprint(value))
	}
	return restimpl.StatusResult(account, fmt.Sprint(status), info, success...), err
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
		_, _ = fmt.Fprintf(out, "  %s\n", quoteUnsafe(failure.Error()))
	}
}
