package api

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"

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
		Method   string  `json:"method"`
		URL      string  `json:"url"`
		BodySize float64 `json:"bodySize"`
		PostData content `json:"postData"`
	} `json:"request"`
	Response struct {
		Status  int     `json:"status"`
		Content content `json:"content"`
	} `json:"response"`
}

// content is a body.
type content struct {
	MIMEType string           `json:"mimeType"`
	Text     *string          `json:"text"`
	Encoding string           `json:"encoding"`
	Size     float64          `json:"size"`   // -1 if it is not known
	File     string           `json:"_file"`  // where Playwright has put the body
	Params   []jsontext.Value `json:"params"` // of a form
}

func (d *Document) verifyHAR(file *file) []Verdict {
	if fault := syntaxFaultOf(file.Content, tolerant); fault != nil {
		return file.unreadable(fault.offset, Finding{Reason: fault.reason})
	}
	var archive archive
	err := jsonv2.Unmarshal(file.Content, &archive, tolerant)
	if err != nil || archive.Log == nil || archive.Log.Entries == nil {
		return file.unreadable(0, Finding{Reason: "want an HTTP Archive: an object with log.entries" + placeOf(err, "")})
	}
	var verdicts []Verdict
	for i, value := range archive.Log.Entries {
		verdicts = append(verdicts, d.verifyEntry(file, value, i)...)
	}
	return verdicts
}

// verifyEntry judges an entry, if it is of the service. Whatever else others hold is of no interest.
func (d *Document) verifyEntry(file *file, value extract, index int) []Verdict {
	if address, isThere := addressOf(value.text); isThere && !d.serves(address) {
		return nil
	}
	var entry entry
	if err := jsonv2.Unmarshal(value.text, &entry, tolerant); err != nil {
		at := jsontext.Pointer(fmt.Sprintf("/log/entries/%d", index))
		return file.unreadable(value.start, Finding{Reason: "want an entry of an HTTP Archive" + placeOf(err, at)})
	}
	if entry.Request.Method == http.MethodOptions { // with which a browser asks whether it may call
		return nil
	}
	exchange := entry.exchange()
	verdicts := d.Judge(exchange)
	places := locate(value.text, value.start)
	place(file.lines, verdicts, map[Direction]body{
		Requests:  newBody(exchange.Request, places, "/request/postData/text"),
		Responses: newBody(exchange.Response, places, "/response/content/text"),
	})
	return verdicts
}

// addressOf returns the URL of an entry, and false if it has none.
func addressOf(entry []byte) (address string, isThere bool) {
	var target struct {
		Request struct {
			URL string `json:"url"`
		} `json:"request"`
	}
	err := jsonv2.Unmarshal(entry, &target, tolerant)
	return target.Request.URL, err == nil && target.Request.URL != ""
}

// exchange returns the entry as an exchange. Every request has a body; a reply that never came has none.
func (e *entry) exchange() *Exchange {
	sent, received := e.Request.PostData, e.Response.Content
	exchange := &Exchange{
		Method: e.Request.Method, URL: e.Request.URL, RequestType: sent.MIMEType, Status: e.Response.Status, ResponseType: received.MIMEType,
	}
	sent.Size = max(sent.Size, e.Request.BodySize)
	exchange.Request, exchange.RequestFaults = sent.read()
	if exchange.Request == nil && exchange.RequestFaults == nil {
		exchange.Request = Body{}
	}
	exchange.Response, exchange.ResponseFaults = received.read()
	if exchange.Status == 0 {
		exchange.ResponseFaults = nil
	}
	return exchange
}

// read returns the body, nil if it is not there, and what is wrong with that.
func (c *content) read() (Body, []Fault) {
	switch {
	case c.Text == nil && len(c.Params) > 0:
		return nil, []Fault{FaultForm}
	case c.Text == nil && (c.Size > 0 || c.File != ""):
		return nil, []Fault{FaultNotRecorded}
	case c.Text == nil:
		return nil, nil
	case c.Encoding == "":
		return Body(*c.Text), nil
	case !strings.EqualFold(c.Encoding, "base64"):
		return nil, []Fault{FaultEncoding}
	}
	decoded, err := base64.StdEncoding.DecodeString(*c.Text)
	if err != nil {
		return nil, []Fault{FaultBase64}
	}
	return decoded, nil
}
