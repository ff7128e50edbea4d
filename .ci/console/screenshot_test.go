package console_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screenshots = flag.String("screenshots", "", "write screenshots of the page to a `FOLDER`")

// TestScreenshots shows a call in the page: narrow and wide, light and dark, in English and Chinese. Without the flag,
// it checks only that the page fits its window.
func TestScreenshots(t *testing.T) {
	live := startService(t)
	page := openTab(t)
	page.open(startConsole(t, live.environment, "--allow-writes"))
	page.choose("GroupGet")
	page.edit("GroupGet", `{"From_Account": "nobody", "LastSequence": 0}`)
	page.execute("GroupGet")
	if *screenshots != "" {
		require.NoError(t, os.MkdirAll(*screenshots, 0o755))
	}
	for _, width := range []int64{1280, 400} {
		for _, scheme := range []string{"light", "dark"} {
			for _, language := range []string{"en", "zh"} {
				page.resize(width, scheme)
				page.pick("language", language)
				name := fmt.Sprintf("%d-%s-%s.png", width, scheme, language)
				assert.Equal(t, "fits", page.eval(
					`document.documentElement.scrollWidth <= innerWidth ? "fits" : "scrolls"`), name)
				if *screenshots != "" {
					do(page, chromedp.Evaluate[chromedp.Void]("scrollTo(0, 0)"))
					picture := do(page, chromedp.FullScreenshot(100))
					require.NoError(t, os.WriteFile(filepath.Join(*screenshots, name), picture, 0o644))
				}
			}
		}
	}
}

// resize gives the tab a width and a colour scheme.
func (b *tab) resize(width int64, scheme string) {
	b.t.Helper()
	do(b, chromedp.EmulateViewport(width, 1000))
	_, err := chromedp.Call(b.context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	require.NoError(b.t, err)
}
