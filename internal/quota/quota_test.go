package quota_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/quota"
)

func TestABucketStaysWithinTheQuota(t *testing.T) {
	for _, limit := range []float64{0.2, 1, 2, 10, 20, 100, 200, 1000} {
		interval, size := quota.Bucket(limit)
		busiest := float64(size) + float64(time.Second/interval)
		assert.LessOrEqual(t, busiest, max(1, limit), "%v a second", limit)
		assert.InDelta(t, limit*0.9, 1/interval.Seconds(), limit*0.01, "%v a second", limit)
	}
}

// window is a service that allows so many calls in any second.
type window []time.Time

// allows reports whether the service allows a call at now, and records the call if it does.
func (w *window) allows(now time.Time, most int) bool {
	*w = slices.DeleteFunc(*w, func(call time.Time) bool { return now.Sub(call) >= time.Second })
	if len(*w) >= most {
		return false
	}
	*w = append(*w, now)
	return true
}

func milliseconds(n int) time.Duration { return time.Duration(n) * time.Millisecond }

func TestSlots(t *testing.T) {
	slots := quota.NewSlots(2)
	start := time.Now()
	take := func(after int) int { return int(slots.Take(start.Add(milliseconds(after))).Milliseconds()) }
	over := func(after int) { slots.Over(start.Add(milliseconds(after))) }
	assert.Zero(t, take(0))
	assert.Zero(t, take(0))
	assert.Equal(t, 1000, take(500), "both calls are under way: a second at least")
	over(1500)
	assert.Equal(t, 900, take(1600), "a second after the first was over")
	over(1700)
	assert.Equal(t, 1, take(2499))
	assert.Zero(t, take(2500))
	assert.Equal(t, 200, take(2500))
	assert.Zero(t, take(2700))
	assert.Equal(t, 1000, take(9000))
}

// TestSlotsHoldWhateverHappensOnTheWay has calls be counted at any moment between their start and their end.
func TestSlotsHoldWhateverHappensOnTheWay(t *testing.T) {
	const most = 20
	random := rand.New(rand.NewPCG(1, 2))
	slots := quota.NewSlots(most)
	var service window
	type call struct{ counted, over int } // in milliseconds
	var running []call
	started := 0
	for now := range 60_000 {
		at := time.Unix(0, 0).Add(milliseconds(now))
		running = slices.DeleteFunc(running, func(c call) bool {
			if c.counted == now {
				require.True(t, service.allows(at, most), "the service refuses a call at %d ms", now)
			}
			if c.over == now {
				slots.Over(at)
			}
			return c.over == now
		})
		for slots.Take(at) == 0 {
			started++
			counted := now + 1 + random.IntN(2000)
			running = append(running, call{counted, counted + random.IntN(1000)})
		}
	}
	assert.Greater(t, started, 300)
}

// BenchmarkSlots is of a quota that is used up: what a call costs must not grow with it.
func BenchmarkSlots(b *testing.B) {
	for _, most := range []int{190, 190_000} {
		b.Run(strconv.Itoa(most), func(b *testing.B) {
			slots := quota.NewSlots(most)
			now := time.Now()
			for b.Loop() {
				now = now.Add(time.Second / time.Duration(most))
				if slots.Take(now) == 0 {
					slots.Over(now)
				}
			}
		})
	}
}
