package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/internal/draft"
	"github.com/timsns/timsns/internal/page"
)

func TestTry(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("PAGES"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := page.Read(file, text)
		require.NoError(t, err)
		var doc []byte
		if name := os.Getenv("DOC"); name != "" {
			doc, _ = os.ReadFile(name)
		}
		d, err := draft.New("openapi.yaml", doc, []*page.Page{p})
		if err != nil {
			fmt.Println(file, "ERROR", err)
			continue
		}
		fmt.Println(file, len(d.Points))
		for _, p := range d.Points {
			fmt.Println(p, "|", p.Quote)
		}
		os.WriteFile("/tmp/h/J2-out-"+filepath.Base(file)+".yaml", d.Document, 0o644)
	}
}
