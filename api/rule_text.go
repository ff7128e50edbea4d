package api

import (
	"regexp"
	"slices"
	"strings"
)

var (
	serverHost = regexp.MustCompile(`^https://[a-z.-]+\.(im\.qcloud\.com|my-imcloud\.com|tim\.qq\.com)$`)

	// integerUnit matches words that say what an integer counts.
	integerUnit = regexp.MustCompile(`(?i)second|how many|number|sequence|index|from \d|\b\d+ or \d+\b|\b0\b|of the (first|next)`)
)

// checkLimits checks that descriptions of request properties state their limits, and those of integers what they count.
func checkLimits(s *source) {
	inRequests := s.schemasOfRequests()
	for name, schema := range s.schemas() {
		for field, property := range schema.get("properties").members() {
			description := property.get("description")
			if !description.exists() || isTodo(description) {
				continue
			}
			if inRequests[name] {
				s.checkStated(property, description)
			}
			isInteger := property.get("type").text() == "integer"
			switch {
			case isInteger && strings.Contains(field, "Time") && !strings.Contains(description.text(), "seconds"):
				s.reportf(description, "want the unit of the time, such as Unix seconds")
			case isInteger && !integerUnit.MatchString(description.text()):
				s.reportf(description, "want the unit or the range of the integer")
			}
		}
	}
}

func (s *source) checkStated(property, description node) {
	limits := []node{
		property.get("maxLength"), property.get("maxItems"), property.get("items", "maxLength"), property.get("maximum"),
	}
	for _, limit := range limits {
		if limit.exists() && !strings.Contains(description.text(), limit.text()) {
			s.reportf(description, "want the limit %s, which %s states", limit.text(), limit.name())
		}
	}
}

// schemasOfRequests returns the names of the schemas that requests use.
func (s *source) schemasOfRequests() map[string]bool {
	found := map[string]bool{}
	var visit func(node)
	visit = func(n node) {
		if name, isSchema := strings.CutPrefix(n.get("$ref").text(), schemaPrefix); isSchema && !found[name] {
			found[name] = true
			visit(s.schema(name))
		}
		for _, member := range n.members() {
			visit(member)
		}
		for _, item := range n.items() {
			visit(item)
		}
	}
	for _, operation := range s.operations() {
		request, _ := contents(operation)
		visit(request.get("schema"))
	}
	return found
}

func checkSecurity(s *source) {
	requirements := s.root.get("security")
	schemes := s.root.get("components", "securitySchemes")
	var declared, required []string
	for name := range schemes.members() {
		declared = append(declared, name)
	}
	for _, requirement := range requirements.items() {
		for name, scopes := range requirement.members() {
			required = append(required, name)
			if !slices.Contains(declared, name) {
				s.reportf(scopes, "no security scheme is named %s%s", name, didYouMean(name, declared))
			}
		}
	}
	if requirements.exists() && len(requirements.Content) != 1 {
		s.reportf(requirements, "want one requirement whose schemes apply together, got %d", len(requirements.Content))
	}
	for name, scheme := range schemes.members() {
		if requirements.exists() && !slices.Contains(required, name) && closest(name, required) == "" {
			s.reportf(scheme, "the security scheme is not in the requirement (security) of the document")
		}
	}
	for _, operation := range s.operations() {
		s.reportf(operation.get("security"), "want no requirement of the operation's own: that of the document applies")
	}
}

func checkServers(s *source) {
	for _, server := range s.root.get("servers").items() {
		for _, address := range []node{server.get("url"), server.get("x-standby")} {
			if address.exists() && !serverHost.MatchString(address.text()) {
				s.reportf(address, "want https:// and a host of the vendor, such as https://console.tim.qq.com")
			}
		}
		s.checkHeading(server.get("description"))
	}
}

func checkLinks(s *source) {
	links := []node{s.root.get("externalDocs", "url")}
	for _, operation := range s.operations() {
		links = append(links, operation.get("externalDocs", "url"))
	}
	for _, link := range links {
		if link.text() != "" && !strings.HasPrefix(link.text(), "https://") {
			s.reportf(link, "want an https URL")
		}
	}
}
