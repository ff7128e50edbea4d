package modules_test

import (
	"testing"

	"github.com/timsns/timsns/internal/snippet/snippettest"
)

// TestSnippets_sendTheFixtures calls each service with Go that the console renders.
func TestSnippets_sendTheFixtures(t *testing.T) {
	var packages []snippettest.Package
	for _, name := range documents {
		packages = append(packages, snippettest.Package{
			Name: name, Path: "github.com/timsns/timsns/modules/" + name, Document: open(name),
		})
	}
	snippettest.Run(t, packages...)
}
