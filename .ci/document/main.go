// Command document lints OpenAPI documents with four tools: the rules of package api, redocly, Spectral with its
// own rules, and oasdiff, which compares them with the released document.
//
//	go run . ../../openapi.yaml ../../modules/*/openapi.yaml
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"
)

// Violation is a rule that a document violates.
type Violation struct {
	Tool, File, Rule, Place, Message string
}

func (v Violation) String() string {
	return fmt.Sprintf("%s: %s: %s: %s: %s", v.File, v.Tool, v.Rule, v.Place, v.Message)
}

// tool lints all documents at once, because some tools take a second to start.
type tool struct {
	name string
	lint func(ctx context.Context, base string, files []string) ([]Violation, error)
}

var tools = []tool{
	{"timsns", rules},
	{"redocly", redocly},
	{"spectral", spectral},
	{"oasdiff", oasdiff},
}

// lint returns the violations that the tools report, and the time each tool took. It fails if a tool does not run.
func lint(ctx context.Context, base string, files []string) ([]Violation, map[string]time.Duration, error) {
	var found []Violation
	took := map[string]time.Duration{}
	for _, tool := range tools {
		start := time.Now()
		violations, err := tool.lint(ctx, base, files)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", tool.name, err)
		}
		for _, violation := range violations {
			violation.Tool = tool.name
			found = append(found, violation)
		}
		took[tool.name] = time.Since(start)
	}
	return found, took, nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	found, err := report(ctx, os.Args[1:])
	stop()
	switch {
	case err != nil:
		_, _ = fmt.Fprintln(os.Stderr, "document:", err)
		os.Exit(2)
	case found:
		os.Exit(1)
	}
}

// report lints documents, prints the violations, and reports whether there are any.
func report(ctx context.Context, files []string) (found bool, err error) {
	if len(files) == 0 {
		return false, errors.New("want the names of OpenAPI documents")
	}
	for _, file := range files {
		isBroken, err := reportOne(ctx, file)
		if err != nil {
			return false, err
		}
		found = found || isBroken
	}
	return found, nil
}

func reportOne(ctx context.Context, file string) (found bool, err error) {
	base, err := findBase(ctx, ".", file)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, os.Remove(base.file)) }()
	_, _ = fmt.Fprintf(os.Stdout, "%s, compared with %s\n", file, base.description)
	violations, took, err := lint(ctx, base.file, []string{file})
	if err != nil {
		return false, err
	}
	for _, violation := range violations {
		_, _ = fmt.Fprintln(os.Stderr, violation)
	}
	for _, tool := range tools {
		_, _ = fmt.Fprintf(os.Stdout, "%-12s %6.1f s\n", tool.name, took[tool.name].Seconds())
	}
	return len(violations) > 0, nil
}
