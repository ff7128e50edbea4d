package api

import (
	"encoding/base64"
	"fmt"
	"net/http"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// archive is the part of an HTTP Archive (HAR 1.2) that is judged: http://www.softwareishard.com/blog/har-12-spec/
type archive struct {
	Log *struct {
		Entries []extract `json:"entries"`
	} `json:"log"`
}

// extract is a value that knows where in the file it stands.
type extract struct {
	text  jsontext.Value
	start int
}

// UnmarshalJSONFrom takes over the value as it stands.
func (e *extract) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	value, err := decoder.ReadValue()
	e.text, e.start = value.Clone(), int(decoder.InputOffset())-len(value)
	return err
}

type entry struct {
	Request struct {
		Method   string   `json:"method"`
		URL      string   `json:"url"`
		PostData *content `json:"postData"`
	} `json:"request"`
	Response struct {
		Status  int      `json:"status"`
		Content *content `json:"content"`
	} `json:"response"`
}

// content is a body.
type content struct {
	MIMEType string  `json:"mimeType"`
	Text     *string `json:"text"`
	Encoding string  `json:"encoding"`
}

func (d *Document) verifyHAR(file *file) []Verdict {
	var archive archive
	err := jsonv2.Unmarshal(file.Content, &archive, tolerant)
	if err != nil || archive.Log == nil {
		return unreadable(1, 1, "want an HTTP Archive"+placeOf(err, ""))
	}
	var verdicts []Verdict
	for i, value := range archive.Log.Entries {
		var entry entry
		if err := jsonv2.Unmarshal(value.text, &entry, tolerant); err != nil {
			line, column := file.lines.of(value.start)
			reason := "want an entry of an HTTP Archive" + placeOf(err, jsontext.Pointer(fmt.Sprintf("/log/entries/%d", i)))
			verdicts = append(verdicts, unreadable(line, column, reason)...)
			continue
		}
		isPreflight := entry.Request.Method == http.MethodOptions // with which a browser asks whether it may call
		if !isPreflight && d.serves(entry.Request.URL) {
			verdicts = append(verdicts, d.verifyEntry(file, &entry, value)...)
		}
	}
	return verdicts
}

func (d *Document) verifyEntry(file *file, entry *entry, value extract) []Verdict {
	exchange, unreadable := entry.exchange()
	verdicts := d.Judge(exchange)
	last := &verdicts[len(verdicts)-1]
	last.Findings = append(last.Findings, unreadable...)
	places := locate(value.text, value.start)
	place(file.lines, verdicts, map[Direction]body{
		Requests:  newBody(exchange.Request, places, "/request/postData/text"),
		Responses: newBody(exchange.Response, places, "/response/content/text"),
	})
	return verdicts
}

// exchange returns the entry as an exchange. A body that was not recorded is not judged, except that every request has one.
func (e *entry) exchange() (*Exchange, []Finding) {
	exchange := &Exchange{Method: e.Request.Method, URL: e.Request.URL, Request: Body{}, Status: e.Response.Status}
	if e.Request.PostData != nil && e.Request.PostData.Text != nil {
		exchange.RequestType, exchange.Request = e.Request.PostData.MIMEType, Body(*e.Request.PostData.Text)
	}
	content := e.Response.Content
	if content == nil || content.Text == nil {
		return exchange, nil
	}
	exchange.ResponseType, exchange.Response = content.MIMEType, Body(*content.Text)
	if content.Encoding != "base64" {
		return exchange, nil
	}
	decoded, err := base64.StdEncoding.DecodeString(*content.Text)
	if err != nil {
		exchange.Response = nil
		return exchange, []Finding{{Reason: "the content is no base64"}}
	}
	exchange.Response = decoded
	return exchange, nil
}
