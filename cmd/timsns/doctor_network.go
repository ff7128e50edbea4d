package main

import (
	"context"
	"net/http"
	"time"

	"github.com/timsns/timsns/rest"
)

// patienceOfDoctor is how long a host may take to answer.
const patienceOfDoctor = 5 * time.Second

// The differences between clocks that matter. A UserSig is valid for a day, and certificates for longer.
const (
	suspiciousSkew = 30 * time.Second
	harmfulSkew    = time.Hour
)

// checkHosts asks each host of a region, without a signature, and compares the clocks.
func (d *doctor) checkHosts(ctx context.Context, server rest.Server) {
	date, err := ask(ctx, server.URL)
	if err != nil {
		d.reportf(fail, "host", "%s: %v: check DNS, firewall and proxy", server.URL, err)
	} else {
		d.reportf(isOK, "host", "%s answers", server.URL)
	}
	if server.Standby != "" {
		standbyDate, err := ask(ctx, server.Standby)
		if err != nil {
			d.reportf(warn, "standby", "%s: %v: calls could not change to it if the first host failed", server.Standby, err)
		} else {
			d.reportf(isOK, "standby", "%s answers", server.Standby)
		}
		if date == "" {
			date = standbyDate
		}
	}
	d.checkClock(date, time.Now())
}

// ask returns the Date header of a host, whatever it answers.
func ask(ctx context.Context, address string) (date string, err error) {
	ctx, cancel := context.WithTimeout(ctx, patienceOfDoctor)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return "", err
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		return "", err
	}
	_ = response.Body.Close() // only the header counts
	return response.Header.Get("Date"), nil
}

// checkClock compares this machine's clock with the Date header of a response.
func (d *doctor) checkClock(date string, now time.Time) {
	const check = "clock"
	server, err := http.ParseTime(date)
	if err != nil {
		d.reportf(warn, check, "no host has told the time")
		return
	}
	skew := now.Sub(server).Round(time.Second)
	outcome, direction := fail, "ahead of"
	if skew < 0 {
		direction = "behind"
	}
	switch {
	case skew.Abs() <= suspiciousSkew:
		d.reportf(isOK, check, "it agrees with the server's")
		return
	case skew.Abs() < harmfulSkew:
		outcome = warn
	}
	d.reportf(outcome, check, "it is %v %s the server's: set it, for example with NTP", skew.Abs(), direction)
}
