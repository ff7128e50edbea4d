package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/timsns/timsns/api"
)

// completeArgument completes a field of the request: its name, or what follows =. Fields that are given are not offered
// again.
func completeArgument(operation *api.Operation, given []string, word string) ([]string, cobra.ShellCompDirective) {
	at, request := requestPlace(operation.Fields()), &part{}
	for _, argument := range given {
		if field, err := parseField(argument); err == nil {
			if field.isJSON {
				field.text = "null" // it may be in a file
			}
			_ = request.set(field, at) // the call reports what is wrong
		}
	}
	if field, err := parseField(word); err == nil {
		return completeValue(field, word, at, request)
	}
	offers := at.offers(request, "")
	slices.SortStableFunc(offers, func(a, b offer) int { return cmp.Compare(b.rank(), a.rank()) })
	var texts []string
	for _, offer := range offers {
		texts = append(texts, offer.text+"\t"+offer.hint)
	}
	return startingWith(texts, word), cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// offer is a field that completion offers.
type offer struct {
	text, hint string
	isRequired bool
}

// rank orders offers: required ones are first.
func (o offer) rank() int {
	if o.isRequired {
		return 1
	}
	return 0
}

// offers returns the fields of an object that are not given, and those of objects within it.
func (p place) offers(given *part, prefix string) (offers []offer) {
	fields := p.names(given)
	if len(p.Kinds) > 0 && given.members[p.Kinds[0].Property] == nil {
		fields = fields[len(fields)-1:] // the discriminator decides which others there are
	}
	for _, field := range fields {
		path, child := field.Name, given.members[field.Name]
		if prefix != "" {
			path = prefix + "[" + field.Name + "]"
		}
		if child == nil {
			child = &part{}
		}
		var within []offer
		element, isArray := place{field}.element()
		switch isOpen := child.value == nil && element.Type == objectType; {
		case isOpen && isArray:
			within = element.elementOffers(child.elements, path)
		case isOpen:
			within = element.offers(child, path)
		case child.isEmpty():
			within = []offer{{path + "=", firstSentence(field.Description), true}}
		}
		for _, offer := range within {
			offer.isRequired = offer.isRequired && (field.Required || !child.isEmpty())
			offers = append(offers, offer)
		}
	}
	return offers
}

// elementOffers returns the fields of the last object in an array, and those of the next one if that is complete.
func (p place) elementOffers(given []*part, path string) []offer {
	index := func(i int) string { return path + "[" + strconv.Itoa(i) + "]" }
	last := len(given) - 1
	if last < 0 {
		return p.offers(&part{}, index(0))
	}
	offers := p.offers(given[last], index(last))
	if slices.ContainsFunc(offers, func(o offer) bool { return o.isRequired }) {
		return offers
	}
	for _, next := range p.offers(&part{}, index(last+1)) {
		offers = append(offers, offer{next.text, next.hint, false})
	}
	return offers
}

// completeValue completes a value that the document lists, or the name of a file after @.
func completeValue(field *fieldArg, word string, at place, request *part) ([]string, cobra.ShellCompDirective) {
	if path, isFile := strings.CutPrefix(field.text, "@"); isFile {
		return completeFile(strings.TrimSuffix(word, path), path)
	}
	_, at, err := request.find(field.path, at)
	if err != nil || field.isJSON {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	before := strings.TrimSuffix(word, field.text)
	values, isArray := at.element()
	var given []string
	if comma := strings.LastIndexByte(field.text, ','); isArray && comma >= 0 {
		before += field.text[:comma+1]
		given = strings.Split(field.text[:comma], ",")
	}
	if values.Type == booleanType {
		values.Values = []string{"true", "false"}
	}
	var texts []string
	for i, value := range values.Values {
		hint := ""
		if i < len(values.Meanings) {
			hint = "\t" + firstSentence(values.Meanings[i])
		}
		if !slices.Contains(given, value) {
			texts = append(texts, before+value+hint)
		}
	}
	return startingWith(texts, word), cobra.ShellCompDirectiveNoFileComp
}

// completeFile completes the name of a file that is within a word, where shells do not look for it.
func completeFile(before, name string) ([]string, cobra.ShellCompDirective) {
	directive := cobra.ShellCompDirectiveNoFileComp
	folder, start := filepath.Split(name)
	entries, _ := os.ReadDir(cmp.Or(folder, ".")) // a folder that cannot be read has no completions
	var texts []string
	for _, entry := range entries {
		text := entry.Name()
		if strings.HasPrefix(text, ".") && !strings.HasPrefix(start, ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, text)); err == nil && info.IsDir() {
			text += "/"
			directive |= cobra.ShellCompDirectiveNoSpace
		}
		texts = append(texts, before+folder+text)
	}
	return startingWith(texts, before+name), directive
}

// completeData completes the value of --data.
func completeData(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	name, isFile := strings.CutPrefix(word, "@")
	if !isFile {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeFile("@", name)
}

func startingWith(texts []string, start string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return !strings.HasPrefix(text, start) })
}
