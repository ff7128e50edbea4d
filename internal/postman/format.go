package postman

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/timsns/timsns/api"
)

// The types below are the objects of the format, with the members that the collection needs.
type (
	collection struct {
		Info     info       `json:"info"`
		Item     []folder   `json:"item"`
		Event    []event    `json:"event"`
		Variable []variable `json:"variable"`
	}
	info struct {
		Name        string `json:"name"`
		Description string `json:"description"`
		Schema      string `json:"schema"`
	}
	folder struct {
		Name        string `json:"name"`
		Description string `json:"description,omitempty"`
		Item        []item `json:"item"`
	}
	item struct {
		Name     string     `json:"name"`
		Behavior behavior   `json:"protocolProfileBehavior"`
		Request  request    `json:"request"`
		Response []response `json:"response"`
	}
	behavior struct {
		FollowRedirects bool `json:"followRedirects"` // never: Referer would have the signature
	}
	request struct {
		Description string   `json:"description,omitempty"`
		Method      string   `json:"method"`
		Header      []header `json:"header"`
		Body        body     `json:"body"`
		URL         address  `json:"url"`
	}
	address struct {
		Raw  string   `json:"raw"`
		Host []string `json:"host"`
		Path []string `json:"path"`
	}
	header struct {
		Key   string `json:"key"`
		Value string `json:"value"`
	}
	body struct {
		Mode    string      `json:"mode"`
		Raw     string      `json:"raw"`
		Options bodyOptions `json:"options"`
	}
	bodyOptions struct {
		Raw rawOptions `json:"raw"`
	}
	rawOptions struct {
		Language string `json:"language"`
	}
	response struct {
		Name            string   `json:"name"`
		OriginalRequest request  `json:"originalRequest"`
		Status          string   `json:"status"`
		Code            int      `json:"code"`
		PreviewLanguage string   `json:"_postman_previewlanguage"` // how Postman shows the body
		Header          []header `json:"header"`
		Body            string   `json:"body"`
	}
	event struct {
		Listen string `json:"listen"`
		Script script `json:"script"`
	}
	script struct {
		Type string   `json:"type"`
		Exec []string `json:"exec"` // the lines
	}
	variable struct {
		Key         string `json:"key"`
		Value       string `json:"value"`
		Type        string `json:"type"`
		Description string `json:"description"`
	}
)

var contentType = []header{{"Content-Type", "application/json"}}

func newRequest(operation *api.Operation, text []byte) request {
	return request{
		Method: http.MethodPost, Header: contentType,
		Body: body{Mode: "raw", Raw: indent(text), Options: bodyOptions{rawOptions{"json"}}},
		URL: address{
			Raw:  "{{server}}" + operation.Path,
			Host: []string{"{{server}}"},
			Path: strings.Split(strings.TrimPrefix(operation.Path, "/"), "/"),
		},
	}
}

func newResponse(example api.Example, original request) response {
	return response{
		Name: example.Summary, OriginalRequest: original,
		Status: http.StatusText(http.StatusOK), Code: http.StatusOK,
		PreviewLanguage: "json", Header: contentType, Body: indent(example.Body),
	}
}

func newEvent(listen, text string) event {
	return event{listen, script{"text/javascript", strings.Split(strings.TrimSuffix(text, "\n"), "\n")}}
}

func indent(text []byte) string {
	var indented bytes.Buffer
	_ = json.Indent(&indented, text, "", "  ") // an example is JSON
	return indented.String()
}
