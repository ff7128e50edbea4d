package export

import (
	"errors"
	"fmt"
	"slices"

	"github.com/timsns/timsns/rest"
)

// accountError is an error that only one account can have.
type accountError struct{ error }

func (e *accountError) Unwrap() error { return e.error }

// StoppedError ends an export because calls would probably fail for all further accounts: a command failed for many
// accounts in a row. None of these counts as exported, so they are not lost if the cause was another than the accounts.
type StoppedError struct {
	Command string
	Count   int
	Err     error // of the last failure
}

// Error returns the number of failures, and the last one.
func (e *StoppedError) Error() string {
	return fmt.Sprintf("%s failed for %d accounts in a row: %v", e.Command, e.Count, e.Err)
}

// Unwrap returns the last failure.
func (e *StoppedError) Unwrap() error { return e.Err }

// tolerance is how many times as many failures in a row end an export if they seem to come from the accounts: a file may
// have many accounts that do not exist, but a wrong app or region looks the same.
const tolerance = 50

// streak counts the failures of a command in a row.
type streak struct {
	all, grave count // grave are those that do not come from an account
	last       error
}

// count is a number of failures in a row, and the position before the first.
type count struct {
	number int
	before position
}

func (c *count) add(at position) {
	if c.number == 0 {
		c.before = at
	}
	c.number++
}

// remember counts the failures of an account before it is added.
func (r *run) remember(account *task) {
	at := r.store.state.Position
	for _, outcome := range account.outcomes {
		command := outcome.request.operation.Command
		if r.streaks[command] == nil {
			r.streaks[command] = &streak{}
		}
		failed := r.streaks[command]
		switch {
		case outcome.err == nil:
			*failed = streak{}
			continue
		case r.isOfAccount(outcome):
			failed.grave = count{} // the service works
		default:
			failed.grave.add(at)
		}
		failed.all.add(at)
		failed.last = outcome.err
	}
}

// isOfAccount reports whether a failure says nothing about other accounts: its code is one that the document lists for
// the command, and no retry can help. Network errors and codes that all commands have are not of an account.
func (r *run) isOfAccount(failed outcome) bool {
	if _, ok := errors.AsType[*accountError](failed.err); ok {
		return true
	}
	call, ok := errors.AsType[*rest.Error](failed.err)
	if !ok || !slices.Contains(failed.request.operation.Codes, int(call.Code)) {
		return false
	}
	info, _ := r.Lookup(call.Code)
	return info.Retry == rest.RetryNever
}

// stop returns a *StoppedError if too many failures in a row happened, after it went back to before the first. A pass
// over failures expects those of accounts.
func (r *run) stop(account *task) error {
	for _, outcome := range account.outcomes {
		command := outcome.request.operation.Command
		failed := r.streaks[command]
		worst := failed.grave
		if r.store.state.Position.Pass == 0 && failed.all.number >= tolerance*r.StopAfter {
			worst = failed.all
		}
		if r.StopAfter == 0 || worst.number < r.StopAfter {
			continue
		}
		if err := r.store.rewind(worst.before); err != nil {
			return err
		}
		return &StoppedError{command, worst.number, failed.last}
	}
	return nil
}
