// Package quota has what the limiters of rest share to keep to a quota.
package quota

import "time"

// Bucket returns the interval at which a token bucket gets a token, and how many it holds, so that calls stay within
// quota, in calls a second above 0.
//
// In its busiest second a bucket lets through all that it holds and all that it gets. Together that is 19 of 20 of the
// quota: the last twentieth is for calls that arrive closer together than they started.
func Bucket(quota float64) (interval time.Duration, size int) {
	return time.Duration(float64(time.Second) / (quota * 0.9)), max(1, int(quota*0.05))
}
