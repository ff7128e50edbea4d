//go:build !race

package contract_test

const hasRaceDetector = false
