package rest_test

import (
	"bytes"
	"context"
	stdjson "encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/gen"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/sandbox"
)

var (
	soakCalls = flag.Int("soak.calls", 10_000, "the number of calls that TestSoak makes")
	soakTime  = flag.Duration("soak.time", 20*time.Second, "how long TestSoak makes calls at most")
)

// accounts is the number of accounts that the soak test reads. Each has a list with a name of its own, so that a
// response for another account is noticed.
const accounts = 100

// soak is a service that fails in many ways, and counts the writes that it carries out.
type soak struct {
	service *sandbox.Sandbox
	writes  sync.Map     // how often each write was carried out, by its LastSequence, which is unique
	twice   atomic.Int64 // writes that were carried out more than once
	faults  atomic.Int64
}

// soakFaults are the faults of the service. Each of them happens to one request in a hundred.
var soakFaults = []fault{
	resetAtOnce, reset(nothing), reset(half), reset(allButOne), truncatedResponse,
	instead(status(502)), instead(status(503)), instead(status(429)), instead(status(200)), instead(redirect(302)),
	instead(code(60007)), instead(code(30006)), instead(code(70001)), instead(code(30003)), instead(code(99)),
	instead(answer(200, "application/json", `{}`)), instead(answer(200, "application/json", success[:60])),
	// The response to another request, with a status other than 200.
	instead(answer(500, "application/json", success)),
}

func (s *soak) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch number := rand.IntN(100_000); {
	case number < 1000*len(soakFaults):
		s.faults.Add(1)
		soakFaults[number/1000](http.HandlerFunc(s.carryOut), w, r)
	case number == 99_999:
		s.faults.Add(1)
		endless(w, r)
	case number >= 99_990:
		s.faults.Add(1)
		late(http.HandlerFunc(s.carryOut), w, r)
	default:
		s.carryOut(w, r)
	}
}

func (s *soak) carryOut(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var sent gen.GroupGetRequest
	_ = stdjson.Unmarshal(body, &sent)
	if found, isWrite := s.writes.Load(sent.LastSequence); isWrite {
		if count, ok := found.(*atomic.Int64); !ok || count.Add(1) > 1 {
			s.twice.Add(1)
		}
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	s.service.ServeHTTP(w, r)
}

// tally counts calls by their outcome, and their attempts.
type tally struct{ succeeded, failed, wrong, attempts atomic.Int64 }

// TestSoak makes many calls of a service that fails often. It checks that no call returns a wrong response, that no
// write is carried out twice, and that no goroutines, connections or memory leak. For a long run:
//
//	go test ./rest -run TestSoak -v -timeout 10m -soak.calls 1000000 -soak.time 3m
func TestSoak(t *testing.T) {
	service, sign := newSandbox(t, sandbox.WithoutQuota())
	for i := range accounts {
		service.AddToList(fmt.Sprintf("user%d", i), fmt.Sprintf("list%d", i), fmt.Sprintf("friend%d", i))
	}
	s := &soak{service: service}
	var open atomic.Int64
	server := httptest.NewUnstartedServer(s)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			open.Add(1)
		case http.StateClosed, http.StateHijacked:
			open.Add(-1)
		case http.StateActive, http.StateIdle:
		}
	}
	goroutines := runtime.NumGoroutine()
	server.Start()
	var tally tally
	client := newRestClient(t, rest.Server{URL: server.URL}, sign, rest.WithLimiter(rest.NoLimit()), rest.WithAttemptTimeout(time.Second),
		rest.WithRetryPolicy(rest.RetryPolicy{MaxBackoff: time.Millisecond}), rest.WithRetryBudget(1),
		rest.WithObserver(func(context.Context, rest.Attempt) { tally.attempts.Add(1) }))
	start := time.Now()
	s.run(t, client, &tally, *soakCalls/10, *soakTime/10)
	early := heap()
	s.run(t, client, &tally, *soakCalls-*soakCalls/10, *soakTime-*soakTime/10)
	t.Logf("%d calls in %v: %d succeeded, %d failed; %d attempts, %d faults; heap %d KiB after a tenth, %d KiB at the end",
		tally.succeeded.Load()+tally.failed.Load(), time.Since(start).Round(time.Second), tally.succeeded.Load(), tally.failed.Load(),
		tally.attempts.Load(), s.faults.Load(), early>>10, heap()>>10)
	assert.Zero(t, tally.wrong.Load(), "wrong responses that calls returned")
	assert.Zero(t, s.twice.Load(), "writes that were carried out twice")
	assert.Greater(t, s.faults.Load(), tally.attempts.Load()/10, "the service failed often")
	assert.Greater(t, tally.succeeded.Load(), 9*tally.failed.Load(), "most calls succeeded")
	assert.Less(t, heap(), early+early/2+(2<<20), "memory does not grow with the number of calls")
	client.CloseIdleConnections()
	assert.Eventually(t, func() bool { return open.Load() == 0 }, 5*time.Second, 10*time.Millisecond, "all connections are closed")
	server.Close()
	isQuiet := func() bool { return runtime.NumGoroutine() <= goroutines+1 } // Eventually runs the condition in one more
	if !assert.Eventually(t, isQuiet, 5*time.Second, 10*time.Millisecond, "all goroutines end") {
		_ = pprof.Lookup("goroutine").WriteTo(os.Stderr, 1)
	}
}

// run makes calls from 64 goroutines, a tenth of them writes, for no longer than limit.
func (s *soak) run(t *testing.T, client *rest.Client, tally *tally, calls int, limit time.Duration) {
	t.Helper()
	var left atomic.Int64
	left.Store(int64(calls))
	deadline := time.Now().Add(limit)
	var callers sync.WaitGroup
	for range 64 {
		callers.Go(func() {
			for left.Add(-1) >= 0 && time.Now().Before(deadline) {
				s.call(t.Context(), client, tally)
			}
		})
	}
	callers.Wait()
}

var soakSequence atomic.Int64

func (s *soak) call(ctx context.Context, client *rest.Client, tally *tally) {
	number := soakSequence.Add(1) + 1000 // never the current sequence of an account, for which the service returns no lists
	account, operation := number%accounts, read
	if number%10 == 0 {
		operation = write
		s.writes.Store(number, new(atomic.Int64))
		defer s.writes.Delete(number)
	}
	lists, err := rest.Call[gen.GroupGetResponse](ctx, client, operation,
		&gen.GroupGetRequest{FromAccount: fmt.Sprintf("user%d", account), LastSequence: number, NeedFriend: gen.NeedFriendTypeYes})
	switch {
	case err != nil:
		tally.failed.Add(1)
	case len(lists.ResultItem) == 1 && lists.ResultItem[0].GroupName == fmt.Sprintf("list%d", account) &&
		len(lists.ResultItem[0].ToAccount) == 1 && lists.ResultItem[0].ToAccount[0] == fmt.Sprintf("friend%d", account):
		tally.succeeded.Add(1)
	default:
		tally.wrong.Add(1)
	}
}

// heap returns how many bytes of the heap are in use after a garbage collection.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.HeapAlloc
}
