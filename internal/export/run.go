package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
)

// WriteError is an error of writing the files of an export.
type WriteError struct{ error }

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.error }

// run is one pass over accounts.
type run struct {
	*Job

	store   *store
	streaks map[string]*streak // by command
}

// window is how many times as many accounts may wait for an earlier one as are being exported. It bounds memory.
const window = 4

// task is an account that is being exported.
type task struct {
	item

	outcomes []outcome // of the requests, in their order
	err      error     // of reading the item
	done     chan struct{}
}

// outcome is that of a request for an account.
type outcome struct {
	request *Request
	lines   []byte // of the output; empty if the request failed
	err     error
}

// run exports all accounts of the source. Several are under way, and their lines are written in their order.
func (r *run) run(ctx context.Context, next source) error {
	ctx, cancel := context.WithCancel(ctx)
	tasks := make(chan *task, window*r.Concurrency)
	finished := make(chan *task)
	var workers sync.WaitGroup
	defer workers.Wait() // after cancel, so that no call outlives the run
	defer cancel()
	workers.Go(func() { r.start(ctx, next, tasks) })
	workers.Go(func() { order(ctx, tasks, finished) })
	return r.write(ctx, finished)
}

// start begins with each account as soon as another one is finished.
func (r *run) start(ctx context.Context, next source, tasks chan<- *task) {
	defer close(tasks)
	slots := make(chan struct{}, r.Concurrency)
	var workers sync.WaitGroup
	defer workers.Wait()
	for {
		started := &task{done: make(chan struct{})}
		if started.item, started.err = next(); errors.Is(started.err, io.EOF) {
			return
		}
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		select {
		case tasks <- started:
		case <-ctx.Done():
			return
		}
		workers.Go(func() {
			r.export(ctx, started)
			<-slots
			close(started.done)
		})
		if started.err != nil {
			return
		}
	}
}

// order passes tasks on in their order when they are finished.
func order(ctx context.Context, tasks <-chan *task, finished chan<- *task) {
	defer close(finished)
	for next := range tasks {
		select {
		case <-next.done:
		case <-ctx.Done():
			return
		}
		select {
		case finished <- next:
		case <-ctx.Done():
			return
		}
	}
}

// export makes the calls for an account, side by side, since each command has a quota of its own.
func (r *run) export(ctx context.Context, account *task) {
	if account.err != nil || account.problem != "" {
		return
	}
	for _, request := range r.Requests {
		if account.command == "" || account.command == request.operation.Command {
			account.outcomes = append(account.outcomes, outcome{request: request})
		}
	}
	var calls sync.WaitGroup
	for i := range account.outcomes {
		calls.Go(func() { account.outcomes[i].call(ctx, r.Call, account.account) })
	}
	calls.Wait()
}

// line is a line of the output.
type line struct {
	Account  string
	Command  string
	Response jsontext.Value
}

// call reads all pages, so that an account has all lines of a command or none.
func (o *outcome) call(ctx context.Context, call Call, account string) {
	operation := o.request.operation
	body, err := o.request.Body(account)
	if err != nil {
		o.err = &accountError{fmt.Errorf("the request does not match the document: %w", err)}
		return
	}
	for page, err := range call(ctx, operation, body) {
		var text []byte
		if err == nil {
			text, err = json.Marshal(line{account, operation.Command, page}, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
		}
		if err != nil {
			o.lines, o.err = nil, err
			return
		}
		o.lines = append(append(o.lines, text...), '\n')
	}
}

// write writes what is finished, and saves the state once a second and at the end.
func (r *run) write(ctx context.Context, finished <-chan *task) error {
	r.observe()
	ticker := time.NewTicker(saveInterval)
	defer ticker.Stop()
	for {
		var err error
		select {
		case <-ticker.C:
			err = r.store.save()
		case next, ok := <-finished:
			switch {
			case ctx.Err() != nil: // calls failed because of it, and are no failures
				return errors.Join(writeError(r.store.save()), ctx.Err())
			case !ok:
				return nil
			case next.err != nil:
				return errors.Join(writeError(r.store.save()), &InvalidError{next.err})
			}
			if err = r.add(next); err == nil {
				r.observe()
				err = r.stop(next)
			}
		}
		if stopped, ok := errors.AsType[*StoppedError](err); ok {
			return stopped
		} else if err != nil {
			return writeError(err)
		}
	}
}

func writeError(err error) error {
	if err == nil {
		return nil
	}
	return &WriteError{err}
}

func (r *run) observe() {
	if r.Observe != nil {
		r.Observe(r.store.status())
	}
}

// add adds what an account has to the files.
func (r *run) add(account *task) error {
	var lines, failures []byte
	count := 0
	fail := func(failure Failure) error {
		text, err := json.Marshal(failure)
		failures = append(append(failures, text...), '\n')
		count++
		return err
	}
	if account.problem != "" {
		if err := fail(Failure{Line: account.line, Account: account.account, Message: account.problem}); err != nil {
			return err
		}
	}
	for _, outcome := range account.outcomes {
		lines = append(lines, outcome.lines...)
		if outcome.err == nil {
			continue
		}
		failure := Failure{account.line, account.account, outcome.request.operation.Command, 0, outcome.err.Error()}
		if call, ok := errors.AsType[*rest.Error](outcome.err); ok {
			failure.Code = int64(call.Code)
		}
		if err := fail(failure); err != nil {
			return err
		}
	}
	r.remember(account)
	return r.store.add(account.item, lines, failures, count)
}
