package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRun_interrupted interrupts commands that read standard input without end.
func TestRun_interrupted(t *testing.T) {
	for _, arguments := range [][]string{
		{"verify", "-"},
		{"verify", "--format", "ndjson", "-"},
		{"call", "group_get"},
	} {
		t.Run(strings.Join(arguments, " "), func(t *testing.T) {
			in, write := io.Pipe()
			defer func() { _ = write.Close() }()
			ctx, cancel := context.WithCancel(t.Context())
			var out, stderr bytes.Buffer
			statuses := make(chan int)
			go func() { statuses <- runContext(ctx, arguments, streams{in: in, out: &out, err: &stderr}) }()
			_, err := io.WriteString(write, " ") // which returns when the command has begun to read
			require.NoError(t, err)
			cancel()
			assert.Equal(t, exitInterrupted, <-statuses)
			assert.Empty(t, out.String())
			assert.Contains(t, stderr.String(), "interrupted")
		})
	}
}

func TestAnnouncedInput_saysThatItWaits(t *testing.T) {
	tests := map[string]struct {
		silence time.Duration
		want    string
	}{
		"soon": {patience - time.Millisecond, ""},
		"late": {patience + time.Millisecond, "timsns: waiting for standard input\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				in, write := io.Pipe()
				var log bytes.Buffer
				go func() {
					time.Sleep(test.silence)
					_, _ = io.WriteString(write, "{}")
					time.Sleep(time.Hour) // once it has begun, input may take its time
					_ = write.Close()
				}()
				body, err := readBody(t.Context(), nil, nil, "", streams{in: in, err: &log})
				require.NoError(t, err)
				synctest.Wait() // the message is written by a timer
				assert.Equal(t, "{}", string(body))
				assert.Equal(t, test.want, log.String())
			})
		})
	}
}

// lockedBuffer is a buffer that several goroutines may use.
type lockedBuffer struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.buffer.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.buffer.String()
}

func (b *lockedBuffer) Reset() {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.buffer.Reset()
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out lockedBuffer
		quiet := newProgress(&out, 1, false)
		shown := newProgress(&out, 7, true)
		time.Sleep(progressDelay - time.Millisecond)
		synctest.Wait()
		assert.Empty(t, out.String(), "a short verification shows nothing")

		shown.countFile()
		shown.countMessage()
		time.Sleep(2 * time.Millisecond)
		synctest.Wait()
		assert.Equal(t, clearLine+"timsns: file 1 of 7, 1 message", out.String())

		out.Reset()
		shown.note("a note")
		assert.Equal(t, clearLine+"a note\n", out.String(), "a note replaces the progress")

		time.Sleep(progressInterval)
		synctest.Wait()
		out.Reset()
		quiet.end()
		shown.end()
		assert.Equal(t, clearLine, out.String())
		time.Sleep(time.Hour)
		synctest.Wait()
		assert.Equal(t, clearLine, out.String())
	})
}
