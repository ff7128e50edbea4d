package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

var versionStatuses = []exitStatus{
	{exitSuccess, "the versions were printed"},
	{exitUsage, invalidCommandLine},
	{exitOutput, "the versions cannot be written to standard output"},
}

func newVersionCommand(service *service, streams streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of the document",
		Long: "Print the version of the program, its commit, the version of Go that built it, and the\n" +
			"version of the document.\n\n" + statusHelp(versionStatuses),
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return printVersion(streams.out, service) },
	}
}

func printVersion(out io.Writer, service *service) error {
	build := readBuild()
	_, err := fmt.Fprintf(out, "timsns    %s\ncommit    %s\nGo        %s %s/%s\ndocument  %s (%s, %s)\n",
		build.version, build.commit, runtime.Version(), runtime.GOOS, runtime.GOARCH,
		quoteUnsafe(service.Version()), quoteUnsafe(service.file), quoteUnsafe(service.Title()))
	return err
}

// build is what the program knows about its own source.
type build struct{ version, commit string }

func readBuild() build {
	const unknown = "(unknown)"
	found := build{unknown, unknown}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return found
	}
	if info.Main.Version != "" {
		found.version = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			found.commit = setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			found.commit += ", with changes"
		}
	}
	return found
}
