package main

import (
	"errors"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/rest"
)

// warn adds a warning to the error of a call that may have changed data: whoever repeats it may change them twice.
func (c *caller) warn(err error, body jsontext.Value) error {
	failure, ok := errors.AsType[*rest.Error](err)
	if !ok || !failure.OutcomeUnknown || c.operation.IsIdempotent(body) {
		return err
	}
	question := "query the service"
	if names := c.service.commandsThat(c.canTell); names != "" {
		question = "ask with " + names
	}
	return joinErrors(err, fmt.Errorf("the outcome is unknown: %s before repeating %s", question, c.operation.Command))
}

// canTell reports whether an operation reads what the called one changes, as far as the document says.
func (c *caller) canTell(operation *api.Operation) bool {
	return operation.Idempotent && operation.Tag == c.operation.Tag
}
