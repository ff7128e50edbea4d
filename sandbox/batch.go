package sandbox

import (
	"errors"

	"github.com/timsns/timsns/gen"
)

// result is what became of one account of a batch.
type result struct {
	code gen.ErrorCode
	info string
}

// resultOf turns an item's error into its result.
func resultOf(err error) result {
	if failure, ok := errors.AsType[*failed](err); ok {
		return result{failure.code, failure.info}
	}
	return result{}
}

// isFailure tells whether an account belongs into Fail_Account.
func (r result) isFailure() bool {
	info, _ := gen.LookupCode(r.code)
	return r.code != 0 && !info.Pending
}

// refuse is the error of a code, in the words of the catalogue.
func refuse(code gen.ErrorCode) error {
	info, _ := gen.LookupCode(code)
	return fail(code, info.Meaning)
}

// each carries a batch out, an element after another, and returns the results, and the accounts of the failures: nil if
// there are none.
func each[Element any](
	elements []Element, account func(Element) string, run func(Element) error,
) (items []gen.ResultItem, failed []string) {
	items = make([]gen.ResultItem, 0, len(elements))
	for _, element := range elements {
		userID, result := account(element), resultOf(run(element))
		items = append(items, gen.ResultItem{ToAccount: userID, ResultCode: result.code, ResultInfo: result.info})
		if result.isFailure() {
			failed = append(failed, userID)
		}
	}
	return items, failed
}

// eachAccount is each, for a batch of accounts alone.
func eachAccount(userIDs []string, run func(userID string) error) ([]gen.ResultItem, []string) {
	return each(userIDs, func(userID string) string { return userID }, run)
}

// look looks at accounts one after another, and returns those for which it failed: nil if there are none.
func look(userIDs []string, at func(userID string) result) (failed []string) {
	for _, userID := range userIDs {
		if at(userID).isFailure() {
			failed = append(failed, userID)
		}
	}
	return failed
}

// relations are the names of how an account A and an account B stand to each other.
type relations[Relation any] struct {
	none, aWithB, bWithA, bothWay Relation
}

func (r relations[Relation]) of(aHasB, bHasA bool) Relation {
	switch {
	case aHasB && bHasA:
		return r.bothWay
	case aHasB:
		return r.aWithB
	case bHasA:
		return r.bWithA
	}
	return r.none
}
