package verify

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/api/internal/jsontree"
	"github.com/timsns/timsns/api/traffic"
)

// harLog is the part of an HTTP Archive (HAR 1.2) that is validated: http://www.softwareishard.com/blog/har-12-spec/
type harLog struct {
	Entries harEntries `json:"entries"`

	count int // how often the archive has a log: the decoder keeps only the last one
}

// UnmarshalJSONFrom decodes the log and counts it.
func (l *harLog) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	if decoder.PeekKind() == jsontext.KindNull {
		return decoder.SkipValue()
	}
	type plain harLog // without this method
	l.count++
	return jsonv2.UnmarshalDecode(decoder, (*plain)(l))
}

// isRepeated reports whether there is more than one log or list of entries, of which only one would be validated.
func (l *harLog) isRepeated() bool { return l.count > 1 || l.Entries.count > 1 }

// harEntries are the entries of a log.
type harEntries struct {
	ranges []rawEntry
	count  int // how often the log has entries
}

// UnmarshalJSONFrom reads the ranges of the entries.
func (e *harEntries) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	e.count++
	return jsonv2.UnmarshalDecode(decoder, &e.ranges)
}

// rawEntry is the range of an entry in the file.
type rawEntry struct{ start, end int }

// UnmarshalJSONFrom skips the entry and keeps its range.
func (e *rawEntry) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	value, err := decoder.ReadValue()
	e.end = int(decoder.InputOffset())
	e.start = e.end - len(value)
	return err
}

// readArchive returns the log of an archive. Its count is 0 if the archive has no log.
func readArchive(content []byte) (*harLog, error) {
	var archive struct {
		Log harLog `json:"log"`
	}
	err := jsonv2.Unmarshal(content, &archive, jsontree.Lenient)
	return &archive.Log, err
}

// harEntry is a request with its response.
type harEntry struct {
	Request struct {
		Method   string     `json:"method"`
		URL      string     `json:"url"`
		Headers  harHeaders `json:"headers"`
		BodySize float64    `json:"bodySize"`
		PostData harContent `json:"postData"`
	} `json:"request"`
	Response struct {
		Status  int        `json:"status"`
		Headers harHeaders `json:"headers"`
		Content harContent `json:"content"`
	} `json:"response"`
}

// exchange returns the entry as an exchange. A request without a body has an empty one.
func (e *harEntry) exchange() *traffic.Exchange {
	sent, received := e.Request.PostData, e.Response.Content
	exchange := &traffic.Exchange{
		Method: e.Request.Method, URL: e.Request.URL, RequestType: sent.MIMEType,
		Status: e.Response.Status, ResponseType: received.MIMEType,
	}
	sent.Size = max(sent.Size, e.Request.BodySize)
	exchange.Request, exchange.RequestProblems = sent.body(e.Request.Headers)
	if exchange.Request == nil && exchange.RequestProblems == nil {
		exchange.Request = traffic.Body{}
	}
	exchange.Response, exchange.ResponseProblems = received.body(e.Response.Headers)
	if exchange.Status == 0 { // there was no response
		exchange.ResponseProblems = nil
	}
	return exchange
}

// offset returns the offset of a body in the text of the entry, or of the innermost value that lacks it.
func (e *harEntry) offset(direction api.Direction, text []byte) int {
	content, pointer := e.Request.PostData, "/request/postData/text"
	if direction == api.Responses {
		content, pointer = e.Response.Content, "/response/content/text"
	}
	if content.Text != nil {
		return content.Text.offset
	}
	root, _ := jsontree.Locate(text) // the text was decoded before
	return root.Offset(pointer)
}

// harContent is a body.
type harContent struct {
	MIMEType string           `json:"mimeType"`
	Text     *harText         `json:"text"`
	Encoding string           `json:"encoding"`
	Size     float64          `json:"size"`   // -1 if it is not known
	File     string           `json:"_file"`  // where Playwright stores the body
	Params   []jsontext.Value `json:"params"` // of a form
}

// body returns the body, or nil, and the problems that prevent reading it.
func (c *harContent) body(headers harHeaders) (traffic.Body, []traffic.Problem) {
	switch {
	case c.Text == nil && len(c.Params) > 0:
		return nil, []traffic.Problem{traffic.ProblemForm}
	case c.Text == nil && (c.Size > 0 || c.File != ""):
		return nil, []traffic.Problem{traffic.ProblemNotRecorded}
	case c.Text == nil:
		return nil, nil
	case c.Encoding == "":
		return traffic.Body(c.Text.value), nil
	case !strings.EqualFold(c.Encoding, "base64"):
		return nil, []traffic.Problem{traffic.ProblemEncoding}
	}
	decoded, err := base64.StdEncoding.DecodeString(c.Text.value)
	if err == nil {
		return unpack(decoded, headers.contentEncoding())
	}
	if strings.HasPrefix(strings.TrimLeft(c.Text.value, jsontree.Space), "{") { // some tools declare base64 for any body
		return traffic.Body(c.Text.value), nil
	}
	return nil, []traffic.Problem{traffic.ProblemBase64}
}

// unpack uncompresses a body that was saved in base64. Most tools save it uncompressed, whatever its headers say.
func unpack(body traffic.Body, encoding string) (traffic.Body, []traffic.Problem) {
	if utf8.Valid(body) || jsontext.Value(body).IsValid(jsontree.Lenient) {
		return body, nil
	}
	unpacked, problem := traffic.Decompress(body, encoding)
	if problem != "" {
		return nil, []traffic.Problem{problem}
	}
	return unpacked, nil
}

// harHeaders are the headers of a message.
type harHeaders []struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func (h harHeaders) contentEncoding() string {
	var encodings []string
	for _, header := range h {
		if strings.EqualFold(header.Name, "Content-Encoding") {
			encodings = append(encodings, header.Value)
		}
	}
	return strings.Join(encodings, ", ")
}

// harText is a string with its offset in the entry.
type harText struct {
	value  string
	offset int
}

// UnmarshalJSONFrom decodes the string.
func (t *harText) UnmarshalJSONFrom(decoder *jsontext.Decoder) error {
	text, err := decoder.ReadValue()
	if err != nil {
		return err
	}
	t.offset = int(decoder.InputOffset()) - len(text)
	return jsonv2.Unmarshal(text, &t.value)
}
