package draft

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

const (
	actionStatus = "ActionStatus"
	errorCode    = "ErrorCode"
	ok           = "OK"
	fail         = "FAIL"
)

// failures returns the names of the schemas of failures that a document has. The first is the usual one.
func (d *document) failures() []string {
	found := []string{"ErrorResponse"}
	paths := d.get("paths")
	for _, path := range names(paths) {
		choices := d.get("paths", path, "post", "responses", "200", "content", "application/json", "schema", "oneOf")
		if all := elements(choices); len(all) == 2 {
			_, target := member(all[1], "$ref")
			if name := strings.TrimPrefix(target.Value, schemaPrefix); !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	return slices.DeleteFunc(found, func(name string) bool { return d.get("components", "schemas", name) == nil })
}

// failureWith returns the name of the first schema of failures that has an ActionStatus, or that has none. It is "" if
// the document has no such schema.
func (d *document) failureWith(hasStatus bool) string {
	for _, name := range d.failures() {
		properties := d.get("components", "schemas", name, "properties")
		if _, status := member(properties, actionStatus); (status != nil) == hasStatus {
			return name
		}
	}
	return ""
}

// envelope is what every response of the operation has besides its own properties.
type envelope struct {
	failure   string   // the name of the schema of failures
	status    []string // the values of ActionStatus in a success, or nil if responses have none
	texts     []string // the other properties: texts for people
	known     []string // all of them that a response of the document can have
	required  []string // those of texts that each success has
	ofFailure []string // the same properties of a failure
}

// readEnvelope takes the properties of the envelope out of the response.
func (d *drafter) readEnvelope(response *value) envelope {
	hasStatus := response.member(actionStatus) != nil
	e := envelope{failure: d.document.failureWith(hasStatus)}
	e.ofFailure = d.document.textsOf(e.failure)
	usual := d.document.get("components", "schemas", "ErrorResponse")
	e.known = d.document.textsOf("ErrorResponse")
	_, required := member(usual, "required")
	isRequired := func(name string) bool {
		return slices.ContainsFunc(elements(required), func(n *yaml.Node) bool { return n.Value == name })
	}
	var own []*value
	for _, v := range response.members {
		switch {
		case v.name == actionStatus, v.name == errorCode:
		case slices.Contains(e.known, v.name):
			e.texts = append(e.texts, v.name)
			if v.isRequired && isRequired(v.name) {
				e.required = append(e.required, v.name)
			}
		default:
			own = append(own, v)
		}
	}
	if hasStatus {
		isUsual := func(status string) bool { return status == ok || status == fail }
		e.status = append([]string{ok}, slices.DeleteFunc(slices.Clone(d.successStatus), isUsual)...)
	}
	response.members = own
	if e.failure == "" {
		e.ofFailure = e.texts
	}
	return e
}

// textsOf returns the properties of a schema of failures that are texts for people.
func (d *document) textsOf(failure string) []string {
	properties := names(d.get("components", "schemas", failure, "properties"))
	return slices.DeleteFunc(properties, func(name string) bool { return name == actionStatus || name == errorCode })
}

// addTo adds the envelope to the schema of a success.
func (e envelope) addTo(o object, d *document) {
	_, properties := member(o.Node, "properties")
	if properties == nil {
		properties = newObject().Node
		o.set("properties", properties)
	}
	_, required := member(o.Node, "required")
	if required == nil {
		required = texts()
		o.Content = slices.Insert(o.Content, 4, text("required"), required) // behind type and description
	}
	add := func(name string, isRequired bool, property object) {
		shared := d.anchored(property.Node, strings.ToLower(name[:1])+name[1:], "description", "x-edition")
		if shared == nil {
			shared = property.Node
		}
		object{properties}.set(name, shared)
		if isRequired {
			required.Content = append(required.Content, text(name))
		}
	}
	if e.status != nil {
		add(actionStatus, true, e.statusProperty())
	}
	add(errorCode, true, codeProperty())
	for _, name := range e.texts {
		isRequired := slices.Contains(e.required, name)
		add(name, isRequired, textProperty(textOrder+slices.Index(e.known, name), isRequired))
	}
	required.Style = list(required.Content...).Style
}

// The envelope's properties follow all others.
const (
	statusOrder = 91
	codeOrder   = 92
	textOrder   = 93
)

func (e envelope) statusProperty() object {
	o := newObject()
	o.set("x-order", integer(statusOrder))
	o.set("type", text("string"))
	o.set("enum", texts(e.status...))
	o.set("x-go-type", text(actionStatus))
	o.set("description", text("The status of a success: "+strings.Join(e.status, " or ")+"."))
	return o
}

func codeProperty() object {
	o := newObject()
	o.set("x-order", integer(codeOrder))
	o.set("type", text("integer"))
	o.set("format", text("int64"))
	o.set("enum", list(integer(0)))
	o.set("x-go-type", text(errorCode))
	o.set("description", text("The code of a success, 0."))
	return o
}

func textProperty(order int, isRequired bool) object {
	o := newObject()
	o.set("x-order", integer(order))
	o.set("type", text("string"))
	if !isRequired {
		o.set("default", text(""))
	}
	o.set("description", text("The service's own description of the outcome, usually empty."))
	return o
}

// failureSchema returns the schema of the failures of a service whose responses have no ActionStatus, or have one
// unlike those of the document.
func (e envelope) failureSchema() object {
	o, properties := newObject(), newObject()
	required := []string{errorCode}
	if e.status != nil {
		status := newObject()
		status.set("x-order", integer(1))
		status.set("type", text("string"))
		status.set("enum", texts(fail))
		status.set("x-go-type", text(actionStatus))
		status.set("description", text("The status of a failure, FAIL."))
		properties.set(actionStatus, status.Node)
		required = append([]string{actionStatus}, required...)
	}
	code, never := newObject(), newObject()
	code.set("x-order", integer(2))
	code.set("allOf", list(reference(errorCode)))
	never.set("enum", list(integer(0)))
	code.set("not", never.Node)
	code.set("description", text("The number of the error, never 0."))
	properties.set(errorCode, code.Node)
	for i, name := range e.texts {
		properties.set(name, textProperty(3+i, false).Node)
	}
	o.set("type", text("object"))
	o.set("description", text("The response to a command that failed."))
	o.set("required", texts(required...))
	o.set("properties", properties.Node)
	return o
}
