package main

import (
	"context"
	"iter"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
	"github.com/timsns/timsns/rest/restimpl"
)

// callPages prints the items of all pages, from the one that the request selects on. A page that
// violates the document does not end them.
func (c *caller) callPages(ctx context.Context, body jsontext.Value, printItem printer) error {
	var invalid error
	for page, err := range c.pages(ctx, body) {
		if err != nil {
			return joinErrors(err, invalid)
		}
		if invalid == nil {
			invalid = c.service.validateResponse(c.operation, page.Body)
		}
		items, err := c.operation.Paging.Elements(page.Body)
		if err != nil {
			return joinErrors(invalid, err)
		}
		for _, item := range items {
			if err := printItem(jsontext.Value(item)); err != nil {
				return err
			}
		}
	}
	return invalid
}

// pages returns an iterator over all pages, from the one that the request selects on. An operation without pages has one.
func (c *caller) pages(ctx context.Context, body jsontext.Value) iter.Seq2[*rest.RawResponse, error] {
	paging := c.operation.Paging
	if paging == nil {
		return func(yield func(*rest.RawResponse, error) bool) { yield(c.call(c.client, ctx, body)) }
	}
	var unreadable error
	spec := restimpl.PageSpec[*rest.Client, jsontext.Value, rest.RawResponse, jsontext.Value]{
		Op: c.operation.ID, Call: c.call,
		Position: func(request *jsontext.Value) any { return paging.Position(*request) },
		Turn: func(request *jsontext.Value, page *rest.RawResponse) bool {
			next, err := paging.Next(*request, page.Body)
			*request, unreadable = next, err
			return next != nil
		},
		Items: func(page *rest.RawResponse) (items []jsontext.Value) {
			elements, _ := paging.Elements(page.Body) // Turn returns the error, or the caller
			for _, element := range elements {
				items = append(items, jsontext.Value(element))
			}
			return items
		},
		Key: func(item *jsontext.Value) any { return paging.KeyOf(*item) },
	}
	return func(yield func(*rest.RawResponse, error) bool) {
		for page, err := range restimpl.Pages(ctx, c.client, body, nil, spec) {
			if !yield(page, err) {
				return
			}
		}
		if unreadable != nil {
			yield(nil, unreadable)
		}
	}
}

// checkPages returns an error if an operation returns no pages.
func (s *service) checkPages(operation *api.Operation) error {
	if operation.Paging != nil {
		return nil
	}
	names := s.commandsThat(func(o *api.Operation) bool { return o.Paging != nil })
	return usagef("--all: %s returns no pages; want one of: %s", operation.Command, names)
}

// commandsThat returns the names of the commands that fulfill a condition.
func (s *service) commandsThat(fulfill func(*api.Operation) bool) string {
	var names []string
	for _, operation := range s.Operations() {
		if fulfill(operation) {
			names = append(names, operation.Command)
		}
	}
	return strings.Join(names, ", ")
}
