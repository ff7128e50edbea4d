// Package export runs operations that only read for each of many accounts, and writes the responses to a file. It goes
// on after any interruption as if there had been none.
package export

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// Call returns an iterator over the responses of an operation: several if it returns pages. An error is the last element.
type Call func(ctx context.Context, operation *api.Operation, body jsontext.Value) iter.Seq2[jsontext.Value, error]

// Job describes an export.
type Job struct {
	App      string     // whose accounts they are, such as the SDKAppID
	Requests []*Request // for each account, in the order of the lines of the output
	Call     Call
	Lookup   rest.LookupCode

	Accounts string // the name of a file with a UserID on each line
	Output   string // the name of the file for the responses; others beside it begin with the same name
	Restart  bool   // whether to overwrite an earlier export

	Concurrency int // how many accounts are exported at the same time
	StopAfter   int // how many failures in a row end the export, see [StoppedError]; 0 for any number

	Observe func(Status) // called after each account and at the start; may be nil
}

// Status is how far an export is.
type Status struct {
	Pass     int   // 0 for that over the accounts file, others try failures again
	Done     int64 // how many lines of the accounts file, or failures of the pass before, have been exported
	Total    int64 // how many there are
	Failures int64 // how many calls of the pass failed
}

// saveInterval is how often the state is saved.
const saveInterval = time.Second

// Run runs an export until its end, or goes on with one. If it ends with failures, the next one tries these again. The
// error is an [*InvalidError], a [*StoppedError] or a [*WriteError], or that of ctx. Whatever the error, the same job
// goes on from the last account that was exported.
func Run(ctx context.Context, job Job) (status Status, err error) {
	accountsFile, err := os.Open(job.Accounts)
	if err != nil {
		return status, &InvalidError{err}
	}
	defer func() { _ = accountsFile.Close() }() // it was only read
	export, err := job.identity(accountsFile)
	if err != nil {
		return status, err
	}
	if err := job.try(newLines(accountsFile, 0, 0, export.Accounts.Size)); err != nil {
		return status, err
	}
	store, err := openStore(job.Output, export, job.Restart)
	if err != nil {
		return status, err
	}
	if !store.state.Position.IsComplete {
		err = job.pass(ctx, store, accountsFile)
	}
	status = store.status()
	return status, errors.Join(err, store.close())
}

// identity reads the whole accounts file.
func (j *Job) identity(accountsFile *os.File) (identity, error) {
	export := identity{App: j.App}
	for _, request := range j.Requests {
		one, err := request.identity()
		if err != nil {
			return export, err
		}
		export.Requests = append(export.Requests, one)
	}
	info, err := accountsFile.Stat()
	switch {
	case err != nil:
		return export, err
	case !info.Mode().IsRegular():
		return export, invalid("%s: want a file, which an export reads again after an interruption", j.Accounts)
	}
	for _, name := range []string{j.Output, stateName(j.Output), failuresName(j.Output)} {
		if written, err := os.Stat(name); err == nil && os.SameFile(info, written) {
			return export, invalid("%s: want another file than the accounts file, which is not to be overwritten", name)
		}
	}
	export.Accounts, err = identify(accountsFile)
	return export, err
}

// attempts is how many accounts are tried before requests count as invalid.
const attempts = 100

// try returns an error if the requests are invalid for each of the first accounts, so that nothing needs to be sent to
// find a mistake in them. A single account may be invalid by itself.
func (j *Job) try(lines *lines) error {
	next := accounts(lines)
	var first error
	for range attempts {
		account, err := next()
		if err != nil { // the file ends, or is read again later
			break
		}
		problem := j.invalid(account)
		if problem == nil {
			return nil
		}
		if first == nil {
			first = invalid("%s: line %d: %w", j.Accounts, account.line, problem)
		}
	}
	return first
}

func (j *Job) invalid(account item) error {
	if account.problem != "" {
		return errors.New(account.problem)
	}
	for _, request := range j.Requests {
		if _, err := request.Body(account.account); err != nil {
			return fmt.Errorf("the request does not match the document: %s: %w", request.operation.Command, err)
		}
	}
	return nil
}

// pass reads the accounts file, or the failures of the pass before, from the position on.
func (j *Job) pass(ctx context.Context, store *store, accountsFile *os.File) error {
	at := store.state.Position
	run := &run{Job: j, store: store, streaks: map[string]*streak{}}
	if at.Pass == 0 {
		err := run.run(ctx, accounts(newLines(accountsFile, at.Offset, at.Number, at.Size)))
		return finish(store, err)
	}
	file, err := os.Open(failuresName(j.Output))
	if err != nil {
		return &InvalidError{err}
	}
	info, err := file.Stat()
	switch {
	case err != nil:
	case info.Size() != at.Size:
		err = invalid("%s: want the %d bytes that the export wrote; --restart begins anew", file.Name(), at.Size)
	default:
		err = run.run(ctx, failures(newLines(file, at.Offset, at.Number, at.Size)))
	}
	_ = file.Close() // it was only read; some systems replace no open file
	return finish(store, err)
}

// finish completes a pass that has read everything.
func finish(store *store, err error) error {
	if err != nil {
		return err
	}
	return writeError(store.complete())
}

func (s *store) status() Status {
	at := s.state.Position
	return Status{at.Pass, at.Number, at.Total, at.Failures}
}
