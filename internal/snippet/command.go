package snippet

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/timsns/timsns/api"
	"github.com/timsns/timsns/internal/printable"
)

const typeObject = "object" // the Type of a field

// CommandOptions say how timsns is called.
type CommandOptions struct {
	Flags []string // the flags of timsns call and their values, such as --sandbox
}

// Command returns a command line of timsns call that sends the request. It gives fields as FIELD=VALUE where that means
// the same, and as FIELD:=JSON or the whole request as --data elsewhere.
func Command(operation *api.Operation, request jsontext.Value, options CommandOptions) (string, error) {
	body := request.Clone()
	if err := body.Compact(); err != nil {
		return "", err
	}
	arguments, err := fieldArguments("", api.Field{Type: typeObject, Fields: operation.Fields()}, body)
	if err != nil {
		arguments = []string{"--data", string(printable.JSON(body))}
	}
	words := slices.Concat([]string{"timsns", "call"}, options.Flags, []string{operation.Command}, arguments)
	return commandLine(words) + "\n", nil
}

// errNoFields says that a value can only be given as JSON.
var errNoFields = errors.New("want JSON")

// arguments returns the arguments that set a value at a path such as Items[0][Name]. The field says what the document
// knows of it. Objects of a union are given as JSON, since they differ in the types of their properties.
func arguments(path string, field api.Field, value jsontext.Value) []string {
	set, err := fieldArguments(path, field, value)
	if err == nil {
		return set
	}
	if text, ok := textOf(field, value); ok {
		return []string{path + "=" + text}
	}
	return []string{path + ":=" + string(printable.JSON(value))}
}

// fieldArguments returns the arguments that set the members or elements of a value, or errNoFields.
func fieldArguments(path string, field api.Field, value jsontext.Value) ([]string, error) {
	isArray := field.Type == "array of objects"
	if field.Type != typeObject && !isArray || field.Kinds != nil || isArray != (value.Kind() == jsontext.KindBeginArray) {
		return nil, errNoFields
	}
	members, err := membersOf(value)
	if err != nil || len(members) == 0 {
		return nil, errNoFields
	}
	var set []string
	for i, member := range members {
		switch {
		case isArray:
			element := field
			element.Type = typeObject
			set = append(set, arguments(path+"["+strconv.Itoa(i)+"]", element, member.value)...)
		case !isName.MatchString(member.name):
			return nil, errNoFields
		default:
			set = append(set, arguments(join(path, member.name), fieldOf(field, member.name), member.value)...)
		}
	}
	return set, nil
}

// isName matches the names that the command line takes anywhere: brackets and = have a meaning there, and a name of
// digits is an index.
var isName = regexp.MustCompile(`^[A-Za-z_]\w*$`)

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "[" + name + "]"
}

// fieldOf returns a field within an object. One that the document does not know has no type.
func fieldOf(object api.Field, name string) api.Field {
	for _, field := range object.Fields {
		if field.Name == name {
			return field
		}
	}
	return api.Field{Name: name}
}

// textOf returns the text after FIELD= that means the value, and reports whether there is one.
func textOf(field api.Field, value jsontext.Value) (string, bool) {
	kind, isArray := strings.CutPrefix(field.Type, "array of ")
	if !isArray {
		text, ok := scalarText(kind, value)
		return text, ok && !strings.HasPrefix(text, "@") // which would name a file
	}
	elements, err := membersOf(value)
	texts := make([]string, len(elements))
	for i, element := range elements {
		text, ok := scalarText(strings.TrimSuffix(kind, "s"), element.value)
		if !ok || text == "" || strings.Contains(text, ",") || strings.HasPrefix(text, "@") {
			return "", false
		}
		texts[i] = text
	}
	return strings.Join(texts, ","), err == nil && value.Kind() == jsontext.KindBeginArray
}

// scalarText returns the text that the command line reads as the value in a place of these types. Where a string is
// allowed, any text is one.
func scalarText(types string, value jsontext.Value) (string, bool) {
	choices := strings.Split(types, " or ")
	isAny := func(kinds ...string) bool {
		return slices.ContainsFunc(kinds, func(kind string) bool { return slices.Contains(choices, kind) })
	}
	if isAny("string", "") {
		var text string
		err := json.Unmarshal(value, &text)
		return text, err == nil && value.Kind() == jsontext.KindString && printable.IsSafe(text)
	}
	switch value.Kind() { //nolint:exhaustive // strings are above, and the others are no scalars
	case jsontext.KindNumber:
		return string(value), isAny("number") || isAny("integer") && !strings.ContainsAny(string(value), ".eE")
	case jsontext.KindTrue, jsontext.KindFalse:
		return string(value), isAny("boolean")
	}
	return "", false
}
