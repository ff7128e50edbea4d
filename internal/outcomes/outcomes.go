// Package outcomes reads what a batch did for each account, for programs that learn about operations at run time.
package outcomes

import (
	"cmp"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// Of reads the outcome for each account of a batch from the properties that the document names. The error names the
// property whose value has another type.
func Of(spec *api.Batch, request, response jsontext.Value) (batch restimpl.Batch, err error) {
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
