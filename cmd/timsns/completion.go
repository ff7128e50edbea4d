package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// Bash takes the parts of a word between colons and equals signs for words of their own. The script of cobra therefore
// removes from a completion what is before the last colon, and then what is before the last equals sign, which it no
// longer finds in FIELD:=@FILE. In the other order, it does.
const (
	colonFirst  = `special_char "$cur" :` + "\n    %special_char \"$cur\" =\n"
	equalsFirst = `special_char "$cur" =` + "\n    %special_char \"$cur\" :\n"
)

// mendBashCompletion makes the command "completion bash" print a script that completes FIELD:=@FILE.
func mendBashCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	bash, _, err := root.Find([]string{"completion", "bash"})
	if err != nil {
		return
	}
	bash.RunE = func(command *cobra.Command, _ []string) error {
		withoutHints, err := command.Flags().GetBool("no-descriptions")
		if err != nil {
			return err
		}
		var script strings.Builder
		if err := root.GenBashCompletionV2(&script, !withoutHints); err != nil {
			return err
		}
		prefix := "__" + root.Name() + "_handle_"
		order := func(lines string) string { return prefix + strings.ReplaceAll(lines, "%", prefix) }
		_, err = io.WriteString(command.OutOrStdout(),
			strings.Replace(script.String(), order(colonFirst), order(equalsFirst), 1))
		return err
	}
}
