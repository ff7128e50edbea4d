package corpus

import (
	"net/url"
	"slices"
	"strings"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/schemas"
)

// variant is another form of a part of a message. It is valid if the reason is empty.
type variant struct{ name, reason, text string }

// addQueries adds the basic request with other forms of one parameter, and of the whole query.
func (b *builder) addQueries() {
	add := func(name, reason, query string) {
		b.add(api.Requests, Query, name, reason, func(e *Exchange) { e.Request.Query = query })
	}
	for i, parameter := range b.parameters {
		others := slices.Delete(slices.Clone(b.parameters), i, i+1)
		for _, v := range slices.Concat(parameter.spellings(), parameter.values()) {
			add(parameter.name+": "+v.name, v.reason, strings.Trim(v.text+"&"+join(others), "&"))
		}
	}
	good := b.request.Query
	reversed := slices.Clone(b.parameters)
	slices.Reverse(reversed)
	add("in another order", "", join(reversed))
	add("with a parameter that is not declared", "", good+"&undeclared=1")
	add("none", "all parameters are missing", "")
	add("with semicolons", "all parameters but one are missing", strings.ReplaceAll(good, "&", ";"))
	escaped := strings.NewReplacer("=", "%3D", "&", "%26").Replace(good)
	add("escaped as a whole", "all parameters are missing", escaped)
}

const (
	missing  = "the parameter is missing"
	repeated = "the parameter is given more than once"
	noEscape = "a percent sign needs two hexadecimal digits"
)

// spellings returns the forms that any parameter may take.
func (p parameter) spellings() []variant {
	good, escaped := pair(p.name, p.good), escape(p.name[0])+p.name[1:]
	variants := []variant{
		{"missing", missing, ""},
		{"name in upper case", "names are case-sensitive: the parameter is missing", pair(strings.ToUpper(p.name), p.good)},
		{"name with a space", missing, pair(p.name+" ", p.good)},
		{"name of an array", missing, pair(p.name+"[]", p.good)},
		{"name escaped", "", escaped + "=" + pair("", p.good)[1:]},
		{"value escaped", "", p.name + "=" + escape(p.good[0]) + pair("", p.good[1:])[1:]},
		{"twice", repeated, good + "&" + good},
		{"twice, first empty", repeated, p.name + "=&" + good},
		{"twice, then empty", repeated, good + "&" + p.name + "="},
		{"twice, once with an escape", repeated, good + "&" + escaped + "=" + p.good},
		{"half an escape", noEscape, p.name + "=%2"},
		{"an escape of no digits", noEscape, p.name + "=%zz"},
	}
	if p.isInteger() || len(p.schema.Enum) > 0 || p.schema.MinLength > 0 {
		variants = append(variants,
			variant{"empty", "the value is empty", p.name + "="},
			variant{"no value", "the value is empty", p.name},
		)
	}
	return variants
}

const hexadecimals = "0123456789ABCDEF"

// escape returns a character in the form %XX, which is equivalent (RFC 3986, section 2.3).
func escape(character byte) string {
	return "%" + string(hexadecimals[character>>4]) + string(hexadecimals[character&15])
}

// values returns values that the schema of the parameter allows or not.
func (p parameter) values() []variant {
	var variants []variant
	switch {
	case len(p.schema.Enum) > 0:
		variants = p.enumValues()
	case p.isInteger():
		variants = append(p.integerValues(), p.bounds()...)
	default:
		variants = p.lengths()
	}
	for i, v := range variants {
		variants[i].text = pair(p.name, v.text)
	}
	return variants
}

func (p parameter) enumValues() []variant {
	return []variant{
		{"another value", wrongValue, "another"},
		{"a letter before", wrongValue, "x" + p.good},
		{"cut off", wrongValue, p.good[:len(p.good)-1]},
		{"in upper case", wrongValue, strings.ToUpper(p.good)},
		{"with a space", wrongValue, p.good + " "},
		{"in quotes", wrongValue, `"` + p.good + `"`},
		{"a list", wrongValue, p.good + "," + p.good},
	}
}

func (p parameter) integerValues() []variant {
	const reason = "the value is not an integer in decimal digits"
	return []variant{
		{"beyond 64 bits", tooLarge, "18446744073709551616"},
		{"a word", reason, "one"},
		{"a boolean", reason, "true"},
		{null, reason, null},
		{"not a number", reason, "NaN"},
		{"a list", reason, "1,2"},
		{"a fraction", reason, "1.5"},
		{"a whole fraction", reason, "1.0"},
		{"an exponent", reason, "1e3"},
		{"hexadecimal", reason, "0x1"},
		{"in quotes", reason, `"1"`},
		{"with a plus sign", reason, "+1"},
		{"with separators", reason, "1_000"},
		{"with a space before", reason, " 1"},
		{"with a space after", reason, "1 "},
		{"with a line feed", reason, "1\n"},
		{"digits of another script", reason, "١"},
	}
}

func (p parameter) bounds() []variant {
	var variants []variant
	if p.schema.Min != nil {
		variants = append(variants,
			variant{"at its minimum", "", decimal(*p.schema.Min)},
			variant{"below its minimum", "the number is too small", decimal(*p.schema.Min - 1)},
		)
	}
	if p.schema.Max != nil {
		variants = append(variants,
			variant{"at its maximum", "", decimal(*p.schema.Max)},
			variant{"above its maximum", tooLarge, decimal(*p.schema.Max + 1)},
		)
	}
	return variants
}

func (p parameter) lengths() []variant {
	shortest := max(1, int(p.schema.MinLength)) //nolint:gosec // the document's limits are small
	variants := []variant{{"at its shortest", "", strings.Repeat("x", shortest)}}
	if p.schema.MaxLength != nil {
		longest := int(*p.schema.MaxLength) //nolint:gosec // as above
		variants = append(variants,
			variant{"at its longest", "", strings.Repeat("x", longest)},
			variant{"too long", "the text is too long", strings.Repeat("x", longest+1)},
		)
	}
	return variants
}

// Queries returns the queries that [Load] makes, valid and invalid, as far as they can be parsed.
func Queries(document *api.Document) []url.Values {
	b := &builder{document: document, parameters: parametersOf(document, schemas.Of(document).Parameters, nil)}
	b.request.Query = join(b.parameters)
	b.addQueries()
	var queries []url.Values
	for _, exchange := range b.exchanges {
		if query, err := url.ParseQuery(exchange.Request.Query); err == nil {
			queries = append(queries, query)
		}
	}
	return queries
}
