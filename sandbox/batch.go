package sandbox

import (
	"errors"

	"github.com/timsns/timsns/gen"
)

// result is the outcome for one account of a batch.
type result struct {
	code gen.ErrorCode
	info string
}

// resultOf converts the error of an item to its result.
func resultOf(err error) result {
	if failure, ok := errors.AsType[*serviceError](err); ok {
		return result{failure.code, failure.text()}
	}
	return result{}
}

// isFailure reports whether the account is listed in Fail_Account.
func (r result) isFailure() bool {
	info, _ := gen.LookupCode(r.code)
	return r.code != 0 && !info.Pending
}

// applyEach runs an operation for each element. It returns the results in its wording, and the accounts that failed,
// nil if none did.
func applyEach[Element any](
	words wording, elements []Element, account func(Element) string, run func(Element) error,
) (items []gen.ResultItem, failed []string) {
	items = make([]gen.ResultItem, 0, len(elements))
	for _, element := range elements {
		userID, result := account(element), words.resultOf(run(element))
		items = append(items, gen.ResultItem{ToAccount: userID, ResultCode: result.code, ResultInfo: result.info})
		if result.isFailure() {
			failed = append(failed, userID)
		}
	}
	return items, failed
}

// applyEachAccount is applyEach for a batch whose elements are UserIDs.
func applyEachAccount(
	words wording, userIDs []string, run func(userID string) error,
) ([]gen.ResultItem, []string) {
	return applyEach(words, userIDs, func(userID string) string { return userID }, run)
}

// checkEach runs check for each account and returns the accounts that failed, nil if none did.
func checkEach(userIDs []string, check func(userID string) result) (failed []string) {
	for _, userID := range userIDs {
		if check(userID).isFailure() {
			failed = append(failed, userID)
		}
	}
	return failed
}

// relations holds the wire names for the possible relations between accounts A and B.
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
