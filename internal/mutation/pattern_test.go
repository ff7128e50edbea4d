package mutation

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPatternsLike(t *testing.T) {
	tests := map[string]struct {
		pattern string
		want    []string
	}{
		"anchors":                  {`^a$`, []string{`a$`, `^a`}},
		"the bounds of repetition": {`a{0,8}`, []string{`a{1,8}`, `a{0,7}`, `a{0,9}`}},
		"an open repetition":       {`a{2,}`, []string{`a{1,}`, `a{3,}`}},
		"alternatives":             {`(a|b|c)d`, []string{`(b|c)d`, `(a|c)d`, `(a|b)d`}},
		"letters":                  {`[A-Za-z]`, []string{`[a-z]`, `[A-Z]`, `[A-Za-z0-9]`}},
		"nothing to change":        {`a\d+`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, patternsLike(test.pattern)) })
	}
}
