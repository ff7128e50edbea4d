package main

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/timsns/timsns/internal/export"
)

// logInterval is how often progress is logged where there is no terminal.
const logInterval = 10 * time.Second

// exportProgress shows how far an export is: with a bar on a terminal, and in lines elsewhere.
type exportProgress struct {
	log        io.Writer
	isTerminal bool
	bar        *progressbar.ProgressBar // nil before the first status, and without a terminal

	start, logged time.Time
	first, last   export.Status
}

func newExportProgress(log io.Writer) *exportProgress {
	return &exportProgress{log: log, isTerminal: isTerminal(log)}
}

// observe is called after each account.
func (p *exportProgress) observe(status export.Status) {
	now := time.Now()
	if !p.hasBegun() {
		p.start, p.logged, p.first = now, now, status
		p.begin(status)
	}
	p.last = status
	switch {
	case p.bar != nil:
		p.bar.Describe(fmt.Sprintf("timsns: %d failed", status.Failures))
		_ = p.bar.Set64(status.Done - p.first.Done)
	case now.Sub(p.logged) >= logInterval:
		p.logged = now
		p.print(now)
	}
}

// hasBegun reports whether there was anything to export.
func (p *exportProgress) hasBegun() bool { return !p.start.IsZero() }

// begin says what an export continues. The bar shows what is left, so that the time that it predicts is right.
func (p *exportProgress) begin(status export.Status) {
	switch {
	case status.Pass > 0:
		_, _ = fmt.Fprintf(p.log, "timsns: trying %s again\n", plural(int(status.Total-status.Done), "failed call"))
	case status.Done > 0:
		_, _ = fmt.Fprintf(p.log, "timsns: going on after line %d of %d\n", status.Done, status.Total)
	}
	if p.isTerminal {
		p.bar = progressbar.NewOptions64(status.Total-status.Done,
			progressbar.OptionSetWriter(p.log), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("accounts"), progressbar.OptionThrottle(200*time.Millisecond),
			progressbar.OptionSetWidth(20), progressbar.OptionClearOnFinish())
	}
}

func (p *exportProgress) print(now time.Time) {
	done, left := p.last.Done-p.first.Done, p.last.Total-p.last.Done
	perSecond := float64(done) / max(now.Sub(p.start).Seconds(), 0.001)
	text := fmt.Sprintf("timsns: %d of %d (%d %%), %.0f per second, %d failed",
		p.last.Done, p.last.Total, 100*p.last.Done/max(p.last.Total, 1), perSecond, p.last.Failures)
	if perSecond > 0 && left > 0 {
		text += fmt.Sprintf(", %v left", time.Duration(float64(left)/perSecond*float64(time.Second)).Round(time.Second))
	}
	_, _ = fmt.Fprintln(p.log, text)
}

// end erases the bar, and prints a last line if anything was done.
func (p *exportProgress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	if p.hasBegun() {
		p.print(time.Now())
	}
}
