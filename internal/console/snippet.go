package console

import (
	"encoding/json"
	"net/http"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
)

// Snippets are a call in forms that a user pastes elsewhere. None has a secret.
type Snippets struct {
	Go      string `json:"Go"`      // a fragment of a Go program
	Command string `json:"Command"` // a command line of timsns
	Curl    string `json:"Curl"`    // a command line of curl
}

// SnippetsFunc returns the call of an operation with a valid JSON request.
type SnippetsFunc func(operation *api.Operation, target Target, request jsontext.Value) (Snippets, error)

// serveSnippets serves the snippets of a call that the page shows.
func (c *console) serveSnippets(w http.ResponseWriter, r *http.Request) {
	body, err := readJSON(w, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var call struct {
		Path    string          `json:"Path"`
		Target  string          `json:"Target"`
		Request json.RawMessage `json:"Request"`
	}
	err = json.Unmarshal(body, &call)
	operation, isKnown := c.Document.OperationAt(call.Path)
	target, hasTarget := c.target(call.Target)
	if err != nil || !isKnown || !hasTarget || call.Request == nil {
		http.Error(w, "want the Path of a command, the name of a Target, and a Request", http.StatusBadRequest)
		return
	}
	snippets, err := c.Snippets(operation, target, jsontext.Value(call.Request))
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(snippets) //nolint:errchkjson // a browser that has gone needs none
}
