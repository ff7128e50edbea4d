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
		Entries []entry `json:"entries"`
	} `json:"log"`
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
	places := locate(file.Content, 0)
	err := jsonv2.Unmarshal(file.Content, &archive, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if err != nil || archive.Log == nil {
		return unreadable(1, 1, "want an HTTP Archive"+placeOf(err))
	}
	var verdicts []Verdict
	for i, entry := range archive.Log.Entries {
		isPreflight := entry.Request.Method == http.MethodOptions // with which a browser asks whether it may call
		if isPreflight || !d.serves(entry.Request.URL) {
			continue
		}
		at := jsontext.Pointer(fmt.Sprintf("/log/entries/%d", i))
		exchange, unreadable := entry.exchange()
		found := d.Judge(exchange)
		found[len(found)-1].Findings = append(found[len(found)-1].Findings, unreadable...)
		place(file.lines, found, map[Direction]body{
			Requests:  {exchange.Request, places, at + "/request/postData/text"},
			Responses: {exchange.Response, places, at + "/response/content/text"},
		})
		verdicts = append(verdicts, found...)
	}
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
