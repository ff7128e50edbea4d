package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// InvalidError is an error in what the user gives: nothing was sent, and no file was changed.
type InvalidError struct{ error }

// Unwrap returns the cause.
func (e *InvalidError) Unwrap() error { return e.error }

func invalid(format string, arguments ...any) error {
	return &InvalidError{fmt.Errorf(format, arguments...)}
}

// store holds the files of an export. What was written since the last save is lost in a crash, and nothing else is: the
// state is written after the other files are on the disk, and these are cut to the lengths in the state at the start.
type store struct {
	name     string
	output   *os.File
	failures *os.File // those of this pass
	state    state
	isSaved  bool

	outputBuffer, failuresBuffer *bufio.Writer
}

// The names of the files beside the output.
func stateName(output string) string    { return output + ".state" }
func failuresName(output string) string { return output + FailuresSuffix }

// FailuresSuffix is what the name of the file of failures has behind that of the output.
const FailuresSuffix = ".failed"

// failuresName returns the name of the file for the failures of the pass. Those of the pass before stay until its end.
func (s *store) failuresName() string {
	if s.state.Position.Pass == 0 {
		return failuresName(s.name)
	}
	return failuresName(s.name) + ".new"
}

// openStore opens the output, and continues the export in it, or begins one. It locks the output.
func openStore(name string, export identity, restart bool) (*store, error) {
	output, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the user names it
	if err != nil {
		return nil, &InvalidError{err}
	}
	s := &store{name: name, output: output}
	if err := s.open(export, restart); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *store) open(export identity, restart bool) error {
	info, err := s.output.Stat()
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return invalid("%s: want a file, which an export continues after an interruption", s.name)
	}
	if err := lock(s.output); err != nil {
		return invalid("%s: another process exports to it: %w", s.name, err)
	}
	found, err := readState(stateName(s.name))
	switch {
	case restart:
		found = nil
	case err != nil:
		return err
	case found == nil && info.Size() > 0:
		return invalid("%s: want no such file, or the state of its export in %s; --restart overwrites it", s.name, stateName(s.name))
	case found != nil:
		if difference := found.Export.differs(export); difference != "" {
			return invalid("%s: want another file: it has an export %s; --restart begins anew", s.name, difference)
		}
	}
	if found == nil {
		found = &state{export, position{Total: export.Accounts.Lines, Size: export.Accounts.Size}}
		if err := found.write(stateName(s.name)); err != nil { // before anything is in the output
			return err
		}
	}
	s.state, s.isSaved = *found, true
	return s.begin()
}

// begin finishes the last step of the pass that is complete, and begins the next one if calls failed.
func (s *store) begin() error {
	if err := s.replaceFailures(); err != nil {
		return err
	}
	if at := &s.state.Position; at.IsComplete && at.Failures > 0 {
		*at = position{Pass: at.Pass + 1, Total: at.Failures, Size: at.FailuresSize, Output: at.Output}
		if err := s.save(); err != nil {
			return err
		}
	}
	if s.state.Position.IsComplete {
		return nil
	}
	file, err := os.OpenFile(s.failuresName(), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	s.failures = file
	at := s.state.Position
	s.outputBuffer, s.failuresBuffer = bufio.NewWriterSize(s.output, 1<<20), bufio.NewWriter(s.failures)
	return errors.Join(cut(s.output, at.Output), cut(s.failures, at.FailuresSize))
}

// cut removes what a process wrote to a file after its last save.
func cut(file *os.File, size int64) error {
	info, err := file.Stat()
	switch {
	case err != nil:
		return err
	case info.Size() < size:
		return invalid("%s: want at least %d bytes, as when it was exported, got %d; --restart begins anew", file.Name(), size, info.Size())
	}
	if err := file.Truncate(size); err != nil {
		return err
	}
	_, err = file.Seek(size, io.SeekStart)
	return err
}

// add adds the lines and the failures of the next item.
func (s *store) add(next item, lines, failures []byte, count int) error {
	at := &s.state.Position
	at.Offset, at.Number = next.offset, next.number
	at.Output += int64(len(lines))
	at.FailuresSize += int64(len(failures))
	at.Failures += int64(count)
	s.isSaved = false
	_, err := s.outputBuffer.Write(lines)
	if err == nil {
		_, err = s.failuresBuffer.Write(failures)
	}
	return err
}

// save writes the state, if it changed, after everything that it describes.
func (s *store) save() error {
	if s.isSaved {
		return nil
	}
	if s.failures != nil {
		err := errors.Join(s.outputBuffer.Flush(), s.failuresBuffer.Flush())
		if err := errors.Join(err, s.output.Sync(), s.failures.Sync()); err != nil {
			return err
		}
	}
	err := s.state.write(stateName(s.name))
	s.isSaved = err == nil
	return err
}

// rewind goes back to an earlier position.
func (s *store) rewind(to position) error {
	if err := errors.Join(s.outputBuffer.Flush(), s.failuresBuffer.Flush()); err != nil {
		return err
	}
	s.state.Position, s.isSaved = to, false
	if err := s.save(); err != nil { // before the files are cut, which may not be shorter than the state says
		return err
	}
	return errors.Join(cut(s.output, to.Output), cut(s.failures, to.FailuresSize))
}

// complete ends the pass.
func (s *store) complete() error {
	at := &s.state.Position
	at.IsComplete, at.IsReplacing, s.isSaved = true, at.Pass > 0, false
	if err := s.save(); err != nil {
		return err
	}
	err := s.failures.Close() // some systems rename no open file
	s.failures = nil
	return errors.Join(err, s.replaceFailures())
}

// replaceFailures makes the failures of the pass the ones that the next pass reads. It can be repeated after a crash
// between its steps.
func (s *store) replaceFailures() error {
	at := &s.state.Position
	if at.IsReplacing {
		err := os.Rename(s.failuresName(), failuresName(s.name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		at.IsReplacing, s.isSaved = false, false
		if err := s.save(); err != nil {
			return err
		}
	}
	if at.IsComplete && at.Failures == 0 {
		if err := os.Remove(failuresName(s.name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// close closes the files, and unlocks the output.
func (s *store) close() error {
	if s.failures == nil {
		return s.output.Close()
	}
	return errors.Join(s.output.Close(), s.failures.Close())
}
