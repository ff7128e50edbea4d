package api

import (
	"slices"
	"strings"
)

// checkUnions checks schemas with oneOf. The emitted types and package api select one of them by the discriminator.
func checkUnions(s *source) {
	s.eachSchema(func(schema node) {
		choices, discriminator := schema.get("oneOf"), schema.get("discriminator")
		isNamed := s.schema(schema.name()).Node == schema.Node
		isMisspelt := hasMisspeltKeyword(schema, "discriminator") || hasMisspeltKeyword(schema, "x-go-type")
		switch {
		case !choices.exists() && schema.get("x-open").exists():
			s.reportf(schema.get("x-open"), "want it beside oneOf and discriminator")
		case !choices.exists() && !discriminator.exists() || schema.get("x-go-type").exists():
		case !choices.exists():
			s.reportf(discriminator, "want it beside oneOf")
		case !isNamed:
			s.reportf(schema, "oneOf within another schema; want a schema of its own")
		case !discriminator.exists() && isMisspelt: // the rule members reports it
		case !discriminator.exists():
			s.reportf(schema, "discriminator is missing: the property by which objects differ; or x-go-type for other values")
		default:
			s.checkUnion(schema, choices, discriminator)
		}
	})
}

func (s *source) checkUnion(union, choices, discriminator node) {
	for _, name := range []string{"type", "properties", "allOf", "anyOf", "enum"} {
		s.reportf(union.get(name), "want only description, oneOf and discriminator in a union")
	}
	property := discriminator.get("propertyName").text()
	kinds := s.kindsOf(choices, discriminator.get("mapping"))
	for _, choice := range choices.items() {
		reference, member := choice.get("$ref"), s.resolve(choice)
		other := s.unionOf[member.name()]
		switch {
		case !reference.exists() || member.exists() && !isType(member, "object"):
			s.reportf(choice, "want a $ref to a schema of type object")
		case !member.exists(): // the rule references reports it
		case kinds[reference.text()] == "":
			s.reportf(choice, "want a value of %s in discriminator.mapping for %s", property, member.name())
		case other.name() != union.name():
			s.reportf(choice, "%s is in the union %s too", member.name(), other.name())
		default:
			s.checkKind(member, property, kinds[reference.text()])
			s.reportf(member.get("x-result"), "want none in a member of a union")
		}
	}
}

// kindsOf returns the value of the discriminator for each schema in oneOf, by its $ref.
func (s *source) kindsOf(choices, mapping node) map[string]string {
	var members []string
	for _, choice := range choices.items() {
		members = append(members, choice.get("$ref").text())
	}
	kinds := map[string]string{}
	for kind, target := range mapping.members() {
		s.checkPlain(kind, target)
		other := kinds[target.text()]
		switch {
		case other != "":
			s.reportf(target, "want a schema of its own; %s has this one, too", other)
		case s.isKnown(target) && !slices.Contains(members, target.text()):
			s.reportf(target, "want one of the schemas in oneOf")
		default:
			kinds[target.text()] = kind
		}
	}
	return kinds
}

// checkKind checks the discriminator's property in a member of a union.
func (s *source) checkKind(member node, property, kind string) {
	found := member.get("properties", property)
	isRequired := slices.Contains(member.get("required").texts(), property)
	switch {
	case !found.exists() && isRequired: // the rule schemas reports it
	case !found.exists():
		s.reportf(member, "want a property %s with type: string and enum: [%s]", property, kind)
	case !isType(found, "string") || !slices.Equal(found.get("enum").texts(), []string{kind}):
		s.reportf(found, "want type: string and enum: [%s], as in the discriminator", kind)
	case !isRequired:
		s.reportf(found, "want it among the required properties, since it is the discriminator")
	}
}

// unions returns the union that has a schema in its oneOf, by the schema's name.
func (s *source) unions() map[string]node {
	found := map[string]node{}
	for _, union := range s.schemas() {
		for _, choice := range union.get("oneOf").items() {
			name := strings.TrimPrefix(choice.get("$ref").text(), schemaPrefix)
			if !found[name].exists() {
				found[name] = union
			}
		}
	}
	return found
}

// isKind reports whether a property of a schema is the discriminator's, or may be because the discriminator is missing.
func (s *source) isKind(schema, property string) bool {
	union := s.unionOf[schema]
	discriminator := union.get("discriminator", "propertyName")
	return union.exists() && (!discriminator.exists() || discriminator.text() == property)
}
