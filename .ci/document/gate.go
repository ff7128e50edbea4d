// Command document holds OpenAPI documents to what the project asks of its own. Four tools judge them: the loader and
// validator of package api, redocly, Spectral with the project's rules, and oasdiff, which compares with a released
// document.
//
//	go run . ../../openapi.yaml
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"
)

// Finding is one thing that a tool does not allow in a document.
type Finding struct {
	Tool, File, Rule, Place, Message string
}

func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: %s: %s: %s", f.File, f.Tool, f.Rule, f.Place, f.Message)
}

// tool judges all documents in one go, since some take a second to start.
type tool struct {
	name  string
	judge func(ctx context.Context, base string, files []string) ([]Finding, error)
}

var tools = []tool{
	{"kin-openapi", parse},
	{"redocly", redocly},
	{"spectral", spectral},
	{"oasdiff", oasdiff},
}

// judge returns what the tools found, and how long each took. An error is of a tool that did not run.
func judge(ctx context.Context, base string, files []string) (found []Finding, took map[string]time.Duration, err error) {
	took = map[string]time.Duration{}
	for _, tool := range tools {
		start := time.Now()
		findings, err := tool.judge(ctx, base, files)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", tool.name, err)
		}
		for _, finding := range findings {
			finding.Tool = tool.name
			found = append(found, finding)
		}
		took[tool.name] = time.Since(start)
	}
	return found, took, nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	found, err := gate(ctx, os.Args[1:])
	stop()
	switch {
	case err != nil:
		_, _ = fmt.Fprintln(os.Stderr, "document:", err)
		os.Exit(2)
	case found:
		os.Exit(1)
	}
}

// gate judges documents, prints what is found, and tells whether anything is.
func gate(ctx context.Context, files []string) (found bool, err error) {
	if len(files) == 0 {
		return false, errors.New("want OpenAPI documents to judge")
	}
	base, err := findBase(ctx, ".", "openapi.yaml")
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, os.Remove(base.file)) }()
	_, _ = fmt.Fprintln(os.Stdout, "compared with", base.description)
	findings, took, err := judge(ctx, base.file, files)
	if err != nil {
		return false, err
	}
	for _, finding := range findings {
		_, _ = fmt.Fprintln(os.Stderr, finding)
	}
	for _, tool := range tools {
		_, _ = fmt.Fprintf(os.Stdout, "%-12s %6.1f s\n", tool.name, took[tool.name].Seconds())
	}
	return len(findings) > 0, nil
}
