package quota_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/timsns/timsns/internal/quota"
)

func TestAWindowTakesNoMoreThanASecondMayHave(t *testing.T) {
	window := quota.NewWindow(3)
	start := time.Now()
	for _, step := range []struct{ at, wait int }{
		{0, 0}, {100, 0}, {200, 0}, {300, 700}, {999, 1}, {1000, 0}, {1001, 99}, {1100, 0}, {5000, 0}, {5000, 0}, {5000, 0}, {5000, 1000},
	} {
		wait := window.Take(start.Add(milliseconds(step.at)))
		assert.Equal(t, milliseconds(step.wait), wait, "after %d ms", step.at)
	}
}

func milliseconds(n int) time.Duration { return time.Duration(n) * time.Millisecond }
