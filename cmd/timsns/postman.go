package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/internal/origin"
	"github.com/timsns/timsns/internal/postman"
)

const postmanHelp = `Write a collection for Postman or newman (format 2.1): a folder for each tag, and a request
for each command, with the document's examples. A script in the collection signs each request
when it is sent, and another one explains the error code of a failed call.

The collection never contains credentials, whatever the environment has. Set its variables
sdkappid, identifier and secret_key in Postman, and server unless --server has set it. A run
of the whole collection also sends the requests that delete data.

`

var postmanStatuses = []exitStatus{
	{exitSuccess, "the collection was written"},
	{exitUsage, "the command line is invalid, or FILE cannot be written"},
	{exitOutput, "the collection cannot be written to standard output"},
}

func newPostmanCommand(service *service, streams streams) *cobra.Command {
	output, server := "", ""
	command := &cobra.Command{
		Use:   "postman",
		Short: "Write a collection for Postman",
		Long:  postmanHelp + statusHelp(postmanStatuses),
		Example: `  timsns postman --server Singapore -o timsns.postman_collection.json
  timsns postman --document modules/profile/openapi.yaml > profile.json`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			return service.writeCollection(server, output, streams)
		},
	}
	command.Flags().StringVarP(&output, "output", "o", "", "the `FILE` to write, instead of standard output")
	command.Flags().StringVar(&server, "server", "", "the app's region, or a URL; regions: "+service.regions())
	completeWith(command, "server", strings.Split(service.regions(), ", "))
	return command
}

func (s *service) writeCollection(region, file string, streams streams) error {
	address := ""
	if region != "" {
		server, err := s.findServer(region)
		if err != nil {
			return err
		}
		if _, err := origin.Parse(server.URL); err != nil {
			return usagef("--server: %w", err)
		}
		address = strings.TrimSuffix(server.URL, "/")
	}
	text, err := postman.Collection(s.Document, address)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", s.file, err)
	case file == "":
		_, err = streams.out.Write(text)
		return err
	}
	if err := os.WriteFile(file, text, 0o644); err != nil { //nolint:gosec // a collection has no secrets
		return usagef("--output: %w", err)
	}
	return nil
}
