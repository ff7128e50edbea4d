package sandbox

import (
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// object is a JSON object.
type object map[string]jsontext.Value

// answerAccounts changes a fixture, the response to another batch, into one that fits the request: it has a result for
// each account, like that of the first success, and lists no failures. It returns the fixture if that is not possible,
// or if the request has no array of accounts, which asks for all that there are.
func answerAccounts(operation *api.Operation, request, fixture []byte) []byte {
	batch := operation.Batch
	var asked, response object
	if batch == nil || json.Unmarshal(request, &asked) != nil || json.Unmarshal(fixture, &response) != nil {
		return fixture
	}
	if asked[batch.Request] == nil {
		return fixture
	}
	if result, hasResults := batch.Results[batch.Response]; hasResults {
		response[batch.Response] = resultsFor(batch.Accounts(request), result, response[batch.Response])
	}
	for _, name := range batch.Failed {
		delete(response, name)
	}
	return response.orElse(operation, fixture)
}

// orElse returns the object as JSON, or the fixture if the operation has no such response.
func (o object) orElse(operation *api.Operation, fixture []byte) []byte {
	answer, err := json.Marshal(o, json.Deterministic(true))
	if err != nil || operation.ValidateResponse(answer) != nil {
		return fixture
	}
	return answer
}

// endPages changes a fixture, a page, into one without items that is the last, if the request asks for another page
// than the first. Otherwise a client would ask for further pages without end.
func endPages(operation *api.Operation, request, fixture []byte) []byte {
	paging := operation.Paging
	var asked, page object
	if paging == nil || json.Unmarshal(request, &asked) != nil || json.Unmarshal(fixture, &page) != nil {
		return fixture
	}
	if !slices.ContainsFunc(paging.Starts(), func(name string) bool { return !asked.isZero(name) }) {
		return fixture
	}
	page[paging.Items] = jsontext.Value("[]")
	for _, cursor := range paging.Cursors {
		switch page[cursor.Response].Kind() { //nolint:exhaustive // a cursor is a string or a number
		case jsontext.KindString:
			page[cursor.Response] = jsontext.Value(`""`)
		case jsontext.KindNumber:
			page[cursor.Response] = jsontext.Value("0")
		}
	}
	if paging.Complete != "" {
		page[paging.Complete] = jsontext.Value("1")
	}
	return page.orElse(operation, fixture)
}

// isZero reports whether a property is absent or has the value that stands for that.
func (o object) isZero(name string) bool {
	return slices.Contains([]string{"", "null", `""`, "0"}, string(o[name]))
}

// resultsFor returns the results as a JSON array. It is null if results has no success.
func resultsFor(accounts []string, spec api.Result, results jsontext.Value) jsontext.Value {
	var items []object
	if json.Unmarshal(results, &items) != nil {
		return jsontext.Value("null")
	}
	index := slices.IndexFunc(items, func(item object) bool { return isSuccessful(spec, item) })
	if index < 0 {
		return jsontext.Value("null")
	}
	found := make([]object, 0, len(accounts))
	for _, account := range accounts {
		item := maps.Clone(items[index])
		item[spec.Account], _ = json.Marshal(account) // cannot fail
		found = append(found, item)
	}
	text, _ := json.Marshal(found, json.Deterministic(true)) // cannot fail
	return text
}

func isSuccessful(spec api.Result, item object) bool {
	name, success := spec.Code, []any{0}
	if spec.Status != "" {
		name, success = spec.Status, spec.Success
	}
	return slices.ContainsFunc(success, func(value any) bool {
		text, err := json.Marshal(value)
		return err == nil && string(text) == string(item[name])
	})
}
