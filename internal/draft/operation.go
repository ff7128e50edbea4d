package draft

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/timsns/timsns/api"
)

const flow = yaml.FlowStyle

const (
	overview    = "https://intl.cloud.tencent.com/document/product/1047/34620"
	unwritten   = "TODO: describe in your own words."
	defaultRate = 200 // calls per second, of nearly all commands
)

// path returns the member of paths, without examples.
func (d *drafter) path() *yaml.Node {
	o := newObject()
	o.set("operationId", text(d.id))
	d.tag(o)
	o.set("summary", text("TODO: write a heading"))
	o.set("description", text(unwritten))
	d.points = append(d.points, Point{d.page().File, max(d.page().PathLine, 1), "describe the operation " + d.id, d.page().Overview})
	d.link(o)
	d.rate(o)
	d.idempotence(o)
	d.codes(o)
	if d.xBatch != nil {
		o.set("x-batch", d.xBatch.Node)
	}
	if d.xPaging != nil {
		o.set("x-paging", d.xPaging.Node)
	}
	o.set("requestBody", d.requestBody())
	responses, response := newObject(), newObject()
	response.set("description", text("The outcome, or the reason for the failure"))
	response.set("content", content(d.responseSchema(), d.examples(api.Responses)))
	key := text("200")
	key.Style = yaml.DoubleQuotedStyle
	responses.Content = append(responses.Content, key, response.Node)
	o.set("responses", responses.Node)
	item := newObject()
	item.set("post", o.Node, d.operationNotes...)
	return item.Node
}

// tag takes the tag of the commands whose names begin alike, or else the first one.
func (d *drafter) tag(o object) {
	tags := elements(d.document.get("tags"))
	paths := d.document.get("paths")
	group, _, _ := strings.Cut(d.page().Command, "_")
	for _, path := range names(paths) {
		if strings.HasPrefix(path[strings.LastIndex(path, "/")+1:], group+"_") {
			if tag := elements(d.document.get("paths", path, "post", "tags")); len(tag) > 0 {
				o.set("tags", texts(tag[0].Value))
				return
			}
		}
	}
	if len(tags) == 0 {
		o.set("tags", texts())
		return
	}
	_, name := member(tags[0], "name")
	if len(tags) == 1 {
		o.set("tags", texts(name.Value))
		return
	}
	o.set("tags", texts(name.Value), d.open("choose one of the tags"))
}

func (d *drafter) link(o object) {
	link := newObject()
	link.set("description", text("The vendor's page"))
	for _, p := range d.pages {
		if product, number, ok := strings.Cut(p.Document, "/"); ok {
			host := "https://intl.cloud.tencent.com"
			if product == "269" {
				host = "https://cloud.tencent.com"
			}
			link.set("url", text(host+"/document/product/"+product+"/"+number))
			o.set("externalDocs", link.Node)
			return
		}
	}
	link.set("url", text(overview), d.open("write the URL of the page, which does not state it"))
	o.set("externalDocs", link.Node)
}

func (d *drafter) rate(o object) {
	rate := 0
	for _, p := range d.pages {
		if p.RateLimit > 0 && (rate == 0 || p.RateLimit < rate) {
			rate = p.RateLimit
		}
	}
	for _, p := range d.pages {
		if p.RateLimit > rate {
			message := fmt.Sprintf("%s has %d calls per second; other pages have fewer", p.File, p.RateLimit)
			o.set("x-rate-limit", integer(rate), d.openRate(message))
			return
		}
	}
	if rate == 0 {
		o.set("x-rate-limit", integer(defaultRate), d.openRate("write the calls per second, which no page states"))
		return
	}
	o.set("x-rate-limit", integer(rate))
}

// reading matches the commands that only read, as far as their name shows.
var reading = regexp.MustCompile(`(^|_)(get|check|query|list)(_|$)|(get|query|history)(msg|info|list)?$`)

func (d *drafter) idempotence(o object) {
	switch {
	case d.xPaging != nil:
		o.set("x-idempotent", boolean(true), d.open("confirm that the command only reads, as one with pages should"))
	case reading.MatchString(d.page().Command):
		o.set("x-idempotent", boolean(false), d.open("write true if the command only reads, as its name says"))
	default:
		o.set("x-idempotent", boolean(false), d.open("say why it is false, or what makes a second call safe"))
	}
}

func (d *drafter) requestBody() *yaml.Node {
	body := newObject()
	body.set("required", boolean(true))
	body.set("content", content(reference(d.id+"Request"), d.examples(api.Requests)))
	return body.Node
}

func (d *drafter) responseSchema() *yaml.Node {
	schema := newObject()
	success := reference(d.id + "Response")
	failure := reference(d.envelope.failure)
	schema.set("oneOf", list(success, failure))
	if d.envelope.status == nil {
		return schema.Node
	}
	discriminator, mapping := newObject(), newObject()
	discriminator.set("propertyName", text(actionStatus))
	for _, status := range d.envelope.status {
		mapping.set(status, success.Content[1])
	}
	mapping.set(fail, failure.Content[1])
	discriminator.set("mapping", mapping.Node)
	schema.set("discriminator", discriminator.Node)
	return schema.Node
}

func content(schema, examples *yaml.Node) *yaml.Node {
	body, content := newObject(), newObject()
	body.set("schema", schema)
	body.set("examples", examples)
	content.set("application/json", body.Node)
	return content.Node
}

func (d *drafter) examples(direction api.Direction) *yaml.Node {
	examples := newObject()
	for _, s := range d.samples[direction] {
		example := newObject()
		example.set("value", s.value)
		if s.isOwn {
			note := fmt.Sprintf("no page has the example %s of the %s; take it from the service", s.name, direction)
			examples.set(s.name, example.Node, d.open(note))
		} else {
			examples.set(s.name, example.Node)
		}
	}
	return examples.Node
}
