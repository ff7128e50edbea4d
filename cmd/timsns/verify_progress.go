package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// The times after which progress is shown first, and again.
const (
	progressDelay    = 2 * time.Second
	progressInterval = 500 * time.Millisecond
)

// clearLine is the terminal's command to go to the start of the line and erase it.
const clearLine = "\r\x1b[K"

// progress shows on a terminal how far a long verification is.
type progress struct {
	out   io.Writer
	total int // the number of files

	mutex    sync.Mutex
	files    int // that were begun
	messages int
	isShown  bool
	isOver   bool
	over     chan struct{}
}

// newProgress returns the progress of a verification. It shows nothing unless isShown is true.
func newProgress(out io.Writer, total int, isShown bool) *progress {
	p := &progress{out: out, total: total, over: make(chan struct{})}
	if isShown {
		go p.run()
	}
	return p
}

func (p *progress) run() {
	timer := time.NewTimer(progressDelay)
	defer timer.Stop()
	for {
		select {
		case <-p.over:
			return
		case <-timer.C:
			p.show()
			timer.Reset(progressInterval)
		}
	}
}

func (p *progress) show() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.isOver {
		return
	}
	p.isShown = true
	_, _ = fmt.Fprintf(p.out, "%stimsns: file %d of %d, %s", clearLine, p.files, p.total, plural(p.messages, "message"))
}

func (p *progress) countFile() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.files++
}

func (p *progress) countMessage() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.messages++
}

// note prints a line in place of the progress.
func (p *progress) note(line string) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.clear()
	_, _ = fmt.Fprintln(p.out, line)
}

func (p *progress) clear() {
	if p.isShown {
		_, _ = io.WriteString(p.out, clearLine)
	}
	p.isShown = false
}

// end erases the progress, which is not shown again.
func (p *progress) end() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.clear()
	p.isOver = true
	close(p.over)
}
