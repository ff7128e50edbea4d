package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/api"
)

func TestDescribeFields_showsObjectsAndUnions(t *testing.T) {
	text, err := os.ReadFile("../../internal/emit/testdata/chat/openapi.yaml")
	require.NoError(t, err)
	document, err := api.Parse(text)
	require.NoError(t, err)
	operation, _ := document.Operation("echo")
	var help strings.Builder
	describeFields(&help, operation.Fields(), "")
	assert.Contains(t, help.String(), `
    if MsgType is TIMPingElem
        An element without content.
    if MsgType is TIMTextElem
        A text.
        MsgContent (object, required)
            The content of the element.
            Text (string, required)
                The text itself.
`)
	assert.Contains(t, help.String(), `
    Icon (object)
        The icon of the notification.
        Width (integer)
`)
}
