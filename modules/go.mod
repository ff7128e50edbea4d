module github.com/timsns/timsns/modules

go 1.26.0

require (
	github.com/stretchr/testify v1.12.1
	github.com/timsns/timsns v0.0.0
)

// Until the root has a tag to name, and for work on both.
replace github.com/timsns/timsns => ..
