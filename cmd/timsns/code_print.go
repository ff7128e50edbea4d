package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/rest"
)

// codesDocumentation is the vendor's list of all error codes.
const codesDocumentation = "https://intl.cloud.tencent.com/document/product/1047/34348"

// areas are what the vendor's codes are about, by their range. This is the same for all services, so that it also helps
// with a code that no document has.
var areas = []struct {
	first, last rest.Code
	name        string
}{
	{6000, 9999, "client programs"},
	{10000, 19999, "groups"},
	{20000, 29999, "messages between two users"},
	{30000, 39999, "friend relationships"},
	{40000, 49999, "profiles"},
	{60000, 69999, "requests of any service"},
	{70000, 79999, "accounts and signatures of any service"},
	{80000, 89999, "moderation of content"},
	{90000, 99999, "messages that a server sends"},
	{120001, 130000, "the app's own codes, from its webhooks"},
}

// areaOf returns what a code is about, or "".
func areaOf(code rest.Code) string {
	for _, area := range areas {
		if code >= area.first && code <= area.last {
			return area.name
		}
	}
	return ""
}

func printExplanations(out io.Writer, explanations []explanation, output string) error {
	if output == outputJSON {
		text, err := json.Marshal(explanations, jsontext.WithIndent("  "))
		if err != nil {
			return err
		}
		_, err = out.Write(append(text, '\n'))
		return err
	}
	var text strings.Builder
	for _, explanation := range explanations {
		explanation.print(&text)
	}
	_, err := io.WriteString(out, wrap(text.String(), helpWidth))
	return err
}

func (e explanation) print(text *strings.Builder) {
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(text, "  %-9s %s\n", name, value)
		}
	}
	if !e.Documented {
		fmt.Fprintf(text, "%d: the document does not have this code\n", e.Code)
		line("area", e.Area)
		line("see", codesDocumentation)
		return
	}
	fmt.Fprintf(text, "%d: %s\n", e.Code, e.Meaning)
	line("area", e.Area)
	line("advice", e.Advice)
	line("retry", e.action)
	commands := strings.Join(e.Commands, ", ")
	if commands == "" {
		commands = "any: it is not specific to a command"
	}
	line("commands", commands)
}
