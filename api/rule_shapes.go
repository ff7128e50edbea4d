package api

// The parts of OpenAPI 3.0.3 that the generator and this package read, and this project's extensions. CONTRIBUTING.md
// explains the extensions.

var schemaTypes = []string{"object", "array", "string", "integer", "number", "boolean"}

var otherMethods = []string{"get", "put", "delete", "options", "head", "patch", "trace"}

var linkShape = object(map[string]*shape{"url!": words, "description!": words})

var documentShape = object(map[string]*shape{
	"openapi!": oneOf("3.0.0", "3.0.1", "3.0.2", "3.0.3"),
	"info!": object(map[string]*shape{
		"title!": words, "version!": text, "description!": words, "termsOfService": text, "x-go-doc": text,
		"license": object(map[string]*shape{"name!": text, "url": text}),
		"contact": object(map[string]*shape{"name": text, "url": text, "email": text}),
	}),
	"externalDocs": linkShape,
	"servers!": nonEmpty(object(map[string]*shape{
		"url!": text, "description!": words, "x-go-name!": text, "x-standby": text,
	})),
	"tags!":     arrayOf(object(map[string]*shape{"name!": words, "description": text, "externalDocs": linkShape})),
	"security!": arrayOf(mapOf(arrayOf(text))),
	"x-sandbox": object(map[string]*shape{"account": words, "invalid-request!": integer}),
	"paths!":    mapOf(pathShape),
	"components!": object(map[string]*shape{
		"schemas!": mapOf(schemaShape()),
		"securitySchemes!": mapOf(object(map[string]*shape{
			"type!": oneOf("apiKey"), "in!": oneOf("query"), "name!": text, "description!": words, "x-schema!": mapOf(anything),
		})),
		"x-shared": anything,
	}),
})

var pathShape = object(map[string]*shape{"post!": operationShape})

var operationShape = object(map[string]*shape{
	"operationId!": words, "summary!": words, "description!": words, "tags!": arrayOf(text), "deprecated": boolean,
	"externalDocs!": linkShape,
	"security":      anything, // the rule security says why there is none
	"requestBody!": object(map[string]*shape{
		"required!": boolean, "description": text, "content!": contentShape,
	}),
	"responses!": object(map[string]*shape{
		"200!": object(map[string]*shape{"description!": words, "content!": contentShape}),
	}),

	"x-go-doc": text, "x-rate-limit!": integer, "x-idempotent!": eitherOf(boolean, keyShape), "x-invalid-request": integer,
	"x-error-codes!": nonEmpty(integer),
	"x-batch": object(map[string]*shape{
		"request!": text, "account": text, "response": text, "failed": nonEmpty(text), "size": count, "method": text,
		"indivisible": boolean,
	}),
	"x-paging": pagingShape,
})

var pagingShape = object(map[string]*shape{
	"cursor":   oneOrMore(object(map[string]*shape{"request!": text, "response!": text})),
	"offset":   object(map[string]*shape{"request!": text, "size": text, "total": text}),
	"last":     object(map[string]*shape{"request!": text, "item!": text, "step": integer}),
	"complete": text, "items!": text, "key": text,
})

// keyShape is x-idempotent of an operation that is idempotent by some properties of its request.
var keyShape = object(map[string]*shape{"key!": nonEmpty(text), "seconds": count})

var contentShape = object(map[string]*shape{"application/json!": object(map[string]*shape{
	"schema!": anything, // the rule operations says which
	"examples!": mapOf(object(map[string]*shape{
		"summary": text, "description": text, "value!": anything,
	})),
})})

var codeShape = object(map[string]*shape{
	"code!": integer, "name!": words, "meaning!": words, "advice!": words, "edition": words,
	"pending": boolean, "retry!": oneOf("never", "backoff", "renew", "throttled", "wait"),
})

// schemaShape returns the shape of a schema of the document. Properties also have a description and x-order.
func schemaShape() *shape {
	named, property, inner := object(keywords), object(keywords), object(keywords)
	named.required = []string{"description"}
	property.required = []string{"description", "x-order"}
	for _, schema := range []*shape{named, property, inner} {
		schema.members["properties"] = mapOf(property)
		schema.members["items"] = inner
		schema.members["not"] = inner
		for _, name := range []string{"allOf", "oneOf", "anyOf"} {
			schema.members[name] = arrayOf(inner)
		}
	}
	return named
}

// keywords are the members of a schema that hold no other schemas.
var keywords = map[string]*shape{
	"type": oneOf(schemaTypes...), "format": text, "title": text,
	"description": words, "$ref": text, "required": arrayOf(text), "enum": arrayOf(anything), "default": anything,
	"example": anything, "nullable": boolean, "deprecated": boolean, "readOnly": boolean, "writeOnly": boolean,
	"minLength": count, "maxLength": count, "minItems": count, "maxItems": count, "uniqueItems": boolean,
	"minimum": number, "maximum": number, "exclusiveMinimum": boolean, "exclusiveMaximum": boolean, "multipleOf": number,
	"minProperties": count, "maxProperties": count, "pattern": text, "additionalProperties": anything,
	"discriminator": object(map[string]*shape{"propertyName!": text, "mapping": mapOf(text)}),
	"xml":           anything, "externalDocs": linkShape,

	"x-order": integer, "x-go-name": text, "x-go-doc": text, "x-go-type": text, "x-alias-of": text,
	"x-optional-since": text, "x-edition": words, "x-open": boolean,
	"x-go-type-skip-optional-pointer": {tag: "!!bool", values: []string{"false"}},
	"x-go-type-import":                object(map[string]*shape{"path!": text, "name": text}),
	"x-enum-varnames":                 arrayOf(text),
	"x-enum-descriptions":             arrayOf(text),
	"x-known-values":                  arrayOf(text),
	"x-absent-values":                 arrayOf(anything),
	"x-catalogue":                     arrayOf(codeShape),
	"x-result": object(map[string]*shape{
		"account!": text, "code": text, "status": text, "success": nonEmpty(anything), "info": text,
	}),
}
