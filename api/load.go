package api

import (
	"embed"
	"io/fs"
	"sync"

	"github.com/timsns/timsns"
)

// The patterns leave out the folders refused and tolerated, which only tests read.
//
//go:embed fixtures/*/requests fixtures/*/responses
var fixtures embed.FS

var load = sync.OnceValues(func() (*Document, error) {
	folder, err := fs.Sub(fixtures, "fixtures")
	if err != nil {
		return nil, err
	}
	return Open(timsns.Document, folder)
})

// Load returns the document that this module was built with, and its valid fixtures. It is parsed once; all callers share it.
func Load() (*Document, error) {
	return load()
}

// LoadStrict returns the same document in strict mode, as [Document.Strict] does.
func LoadStrict() (*Document, error) {
	document, err := Load()
	if err != nil {
		return nil, err
	}
	return document.Strict()
}
