package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/traffic"
	"github.com/timsns/timsns/internal/outcomes"
	"github.com/timsns/timsns/internal/printable"
	"github.com/timsns/timsns/rest"
)

// outcome is what the page shows about a call besides the bodies. It holds no secret.
type outcome struct {
	Target  string `json:"Target"`
	Command string `json:"Command"`
	Method  string `json:"Method"`
	URL     string `json:"URL"` // without the UserSig; empty if nothing was sent

	Status       int    `json:"Status"`       // the HTTP status, 0 without a response
	ResponseType string `json:"ResponseType"` // the Content-Type of the response

	Code       *rest.Code `json:"Code"` // nil if the service returned none
	Meaning    string     `json:"Meaning"`
	Advice     string     `json:"Advice"`
	Pending    bool       `json:"Pending"`    // whether the code means that another user has yet to decide
	Error      string     `json:"Error"`      // why the call failed, if the service returned no code
	RetryAfter float64    `json:"RetryAfter"` // how many seconds to wait before the next call, 0 if not at all
	IsUnknown  bool       `json:"IsUnknown"`  // whether the service may have carried out the call although it failed

	Duration float64 `json:"Duration"` // in milliseconds, to the last byte of the response
	Waited   float64 `json:"Waited"`   // in milliseconds, for the quota
	Random   uint32  `json:"Random"`
	Attempts int     `json:"Attempts"`

	Failures   []string    `json:"Failures,omitempty"`   // the accounts for which a batch failed, each with the reason
	Waiting    []string    `json:"Waiting,omitempty"`    // the accounts of a batch that have yet to decide
	Violations []violation `json:"Violations,omitempty"` // of the document
}

// violation is a difference between a message and the document.
type violation struct {
	Direction api.Direction `json:"Direction"`
	Path      string        `json:"Path"`
	Reason    string        `json:"Reason"`
}

// addAttempt adds what a client reports about an attempt.
func (o *outcome) addAttempt(attempt rest.Attempt, operation *api.Operation, target Target) {
	o.Attempts, o.Random, o.Status = attempt.Number, attempt.Random, attempt.HTTPStatus
	o.Duration, o.Waited = milliseconds(attempt.Duration), milliseconds(attempt.Waited)
	if attempt.Err == nil || attempt.Code != 0 {
		o.Code = &attempt.Code
	}
	o.URL = fmt.Sprintf("%s%s?sdkappid=%d&identifier=%s&random=%d&contenttype=json",
		attempt.Host, operation.Path, target.Signer.SDKAppID(), url.QueryEscape(target.Identifier), attempt.Random)
}

func milliseconds(duration time.Duration) float64 {
	return float64(duration.Round(10*time.Microsecond)) / float64(time.Millisecond)
}

// throttled is how long a caller waits after a refusal for its rate. Quotas are per second.
const throttled = time.Second

// addError adds the error of a call, if it failed. A read changes nothing, whatever its outcome.
func (o *outcome) addError(err error, operation *api.Operation, lookup rest.LookupCode) {
	failure, isFailure := errors.AsType[*rest.Error](err)
	if !isFailure {
		return
	}
	o.Meaning, o.Advice = failure.Meaning, failure.Advice
	o.IsUnknown = failure.OutcomeUnknown && !operation.Idempotent
	info, _ := lookup(failure.Code)
	o.Pending = info.Pending
	wait := failure.RetryAfter
	if info.Retry == rest.RetryThrottled {
		wait = max(wait, throttled)
	}
	o.RetryAfter = wait.Seconds()
	if failure.Code == 0 {
		o.Error = shorten(failure.Err.Error())
	}
}

// add adds what was recorded. If something else than the service responded, the error says all about it.
func (o *outcome) add(recorded *recording) {
	o.ResponseType = shorten(recorded.exchange.ResponseType)
	for _, result := range recorded.results {
		if o.Error == "" || result.Direction == api.Requests {
			o.addViolations(result)
		}
	}
}

// maxAccounts is the largest number of accounts that are shown of a kind.
const maxAccounts = 50

// addAccounts adds the accounts for which a successful batch did not succeed.
func (o *outcome) addAccounts(operation *api.Operation, request, response []byte, lookup rest.LookupCode) {
	if operation.Batch == nil || o.Code == nil || *o.Code != 0 {
		return
	}
	batch, err := outcomes.Of(operation.Batch, request, response)
	if err != nil {
		return // which is a violation, too
	}
	for _, account := range batch.Pending(lookup) {
		o.Waiting = append(o.Waiting, shorten(account))
	}
	for _, failure := range batch.Failures(lookup) {
		o.Failures = append(o.Failures, shorten(failure.Error()))
	}
	o.Waiting = o.Waiting[:min(len(o.Waiting), maxAccounts)]
	o.Failures = o.Failures[:min(len(o.Failures), maxAccounts)]
}

// maxViolations is the largest number of violations that are shown of a message.
const maxViolations = 20

func (o *outcome) addViolations(result traffic.Result) {
	for i, found := range result.Violations {
		if i == maxViolations {
			return
		}
		o.Violations = append(o.Violations, violation{result.Direction, shorten(found.Path), shorten(found.Reason)})
	}
}

// maxText is how many bytes of a text go into a header.
const maxText = 1 << 10

// shorten returns the beginning of text, with unsafe characters escaped.
func shorten(text string) string {
	text = printable.Text(text)
	if len(text) <= maxText {
		return text
	}
	return strings.ToValidUTF8(text[:maxText], "") + "…"
}

// write writes the service's response, or the status 502 without one.
func (o *outcome) write(w http.ResponseWriter, body []byte) {
	w.Header().Set("Timsns-Call", o.header())
	w.Header().Set("Content-Type", responseType(o.ResponseType))
	status := o.Status
	if status < http.StatusOK || status == http.StatusProxyAuthRequired { // none, or one that a browser keeps from a page
		status = http.StatusBadGateway
	}
	w.WriteHeader(status)
	_, _ = w.Write(body) // no browser runs it: see responseType
}

// header returns the outcome as JSON in ASCII.
func (o *outcome) header() string {
	text, _ := json.Marshal(o) //nolint:errchkjson // it has only texts and finite numbers
	var ascii strings.Builder
	for _, r := range string(text) {
		if r < 0x7f {
			ascii.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			ascii.WriteString(`\u` + strconv.FormatUint(0x10000|uint64(unit), 16)[1:])
		}
	}
	return ascii.String()
}
