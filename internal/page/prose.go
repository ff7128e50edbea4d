package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Prose is what the description of a field says about its values. It is found by the wording, so it may be wrong or
// incomplete: a person has to confirm it.
type Prose struct {
	Values  []Value
	Limits  []Limit
	Default string
}

// Value is a value that a description names.
type Value struct {
	Text    string // without quotes
	Meaning string // "" if the description only lists the value
}

// Limit is a bound that a description states.
type Limit struct {
	Minimum, Maximum int64 // Minimum is 0 if the description states only a maximum
	Unit             Unit
	Text             string // the words in the description
}

// Unit is what a limit counts.
type Unit string

// The units of limits.
const (
	Bytes      Unit = "bytes"
	Characters Unit = "characters"
	Items      Unit = "items"   // elements of an array, or things that the description names, such as friends
	Seconds    Unit = "seconds" // also for limits in days
	Plain      Unit = ""        // the number itself
)

const (
	word   = `(?:\d+|[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*|[a-z]+[A-Z][A-Za-z0-9]*)`
	amount = `(\d{1,3}(?:,\d{3})+|\d+)`
	// unit is anything short after a number; unitWords decide.
	unit = `[ -]?(kb\b|k\b|万|bytes?|个?字节|байт\S*|バイト|char\S*|个?字符|个字|символ\S*|文字|days?\b|天|日|seconds?\b|秒|[\p{Han}]|[a-zа-я]+)?`
)

var (
	// meaningPattern finds "1: the first", "OK means success" and "0表示成功", at the beginning of a sentence or clause.
	meaningPattern = regexp.MustCompile(`(?:^|[\s,;:.、，；：。（(\x60"“\[-])` +
		`(` + word + `)["”\x60]?\s*` +
		`(?:\s?[:：=＝](?:[^:/\d]|$)|\s(?:-|–|—|indicates?|means?|represents?|stands for|означает|-|обозначает)\s|[-–—]\p{Han}|(?:表示|代表|为|指|时表示|は|を示))\s*`)
	// plainWord could be any word of the language, so it is a value only at the beginning of a clause.
	plainWord   = regexp.MustCompile(`^[A-Z][a-z]+$`)
	clauseBegin = regexp.MustCompile(`(?:^|[\n,;:.、，；：。（(\[-])$`)
	clauseEnd   = regexp.MustCompile(`[;；。\n]|\.\s|\.$|，|,\s`)
	listPattern = regexp.MustCompile(`(?i)(?:valid values?|possible values?|values? (?:can be|are|include|is)|options?|enumerat\w+|including|includes?|can be|such as|` +
		`取值\S{0,4}?|可选值?|可取值?|枚举\S{0,2}?|包括|包含|分别(?:为|是)|值为|допустимые значения|возможные значения|有効値?)[^A-Za-z0-9\n]{0,6}`)
	listedValue = regexp.MustCompile(`^["“\x60]?(` + word + `)["”\x60]?\s*(?:[（(]([^（()）]*)[)）])?\s*(?:[,，、;；/|]|and\b|or\b|和|或|及|и\b|или\b|\s)*`)

	atMost = regexp.MustCompile(`(?i)(?:≤|<=|＜=|at most|up to|no more than|not (?:be )?(?:more|larger|greater|longer) than|(?:not|n't) exceed(?:ing)?|` +
		`maximum(?: \w+){0,4}?(?: is| of|:)?|max\.?(?:imum)?|within|limited to|limit(?:ed)?(?: is| of|:)?|less than or equal to|` +
		`不(?:能|得|可|允许|要)?(?:超过|大于|多于|超出)|最多\S{0,6}?|最大\S{0,6}?|最长\S{0,4}?|上限\S{0,2}?|限制(?:为|在)?|小于等于|` +
		`не (?:более|больше|превышать)|до|не должн\S+ превышать|最大)[ :：为是]*` + amount + unit)
	within    = regexp.MustCompile(amount + `\s*(个?字节|个?字符|个|条|bytes?|characters?)?(?:以内|之内|及以内|以下|以内で)`)
	inRange   = regexp.MustCompile(`(?i)(?:range|ranging|between|from|取值范围|范围|取值)[^\d\n]{0,20}` + `(\d+)\s*(?:to|and|[-~–～—至到]|до)\s*` + `(\d[\d,]*)`)
	unsigned  = regexp.MustCompile(`(?i)(?:32-bit unsigned|unsigned 32-bit|uint32|32\s*位无符号|无符号\s*32\s*位)`)
	isDefault = regexp.MustCompile(`(?i)(` + word + `)["”\x60]?\s*(?:[(（]\s*(?:default|默认)|by default|\s(?:is|as) the default)`)
	byDefault = regexp.MustCompile(`(?i)(?:default(?: value)?(?: is|:| of)?|defaults to|默认(?:值)?(?:为|是|：|:)?|по умолчанию)\s*["“\x60]?(` + word + `)\b`)
)

// readProse sets what the descriptions of a table say. The name of another field is not a value.
func readProse(fields []Field) {
	isName := map[string]bool{}
	for _, field := range fields {
		isName[field.Name] = true
	}
	for i := range fields {
		f := &fields[i]
		if len(f.Description) > maxCell {
			continue
		}
		f.Values = slices.DeleteFunc(valuesIn(f.Description), func(v Value) bool {
			isNumber := v.Text[0] <= '9'
			return isName[v.Text] || isNumber && !f.allows(Integer, Number) || !isNumber && !f.allows(String, Array)
		})
		f.Limits = limitsIn(f.Description)
		for _, pattern := range []*regexp.Regexp{isDefault, byDefault} {
			if found := pattern.FindStringSubmatch(f.Description); found != nil {
				f.Default = found[1]
			}
		}
	}
}

func (f *Field) allows(types ...Type) bool {
	return len(f.Types) == 0 || slices.ContainsFunc(types, func(t Type) bool { return slices.Contains(f.Types, t) })
}

// valuesIn returns the values that a description explains or lists. A single capital letter or a word such as
// "Note:" is no value.
func valuesIn(description string) []Value {
	var values []Value
	for _, value := range append(listedValues(description), explainedValues(description)...) {
		i := slices.IndexFunc(values, func(v Value) bool { return v.Text == value.Text })
		switch {
		case proseWords[value.Text] || len(value.Text) > 64:
		case i < 0:
			values = append(values, value)
		case values[i].Meaning == "":
			values[i].Meaning = value.Meaning
		}
	}
	return values
}

// listedValues returns the values that follow words such as "valid values:", if there are at least two.
func listedValues(description string) []Value {
	var values []Value
	for _, at := range listPattern.FindAllStringIndex(description, -1) {
		rest := description[at[1]:]
		var listed []Value
		for found := listedValue.FindStringSubmatch(rest); found != nil; found = listedValue.FindStringSubmatch(rest) {
			listed = append(listed, Value{found[1], found[2]})
			rest = rest[len(found[0]):]
		}
		if len(listed) > 1 {
			values = append(values, listed...)
		}
	}
	return values
}

// explainedValues returns the values that stand before what they mean.
func explainedValues(description string) []Value {
	var values []Value
	for rest := description; ; {
		at := meaningPattern.FindStringSubmatchIndex(rest)
		if at == nil {
			return values
		}
		text, before := rest[at[2]:at[3]], strings.TrimRight(rest[:at[2]], " `\"“")
		rest = rest[at[3]:]
		if !plainWord.MatchString(text) || clauseBegin.MatchString(before) {
			values = append(values, Value{text, clause(rest)})
		}
	}
}

// proseWords begin a clause as a value does.
var proseWords = map[string]bool{
	"Note": true, "Notes": true, "Default": true, "Example": true, "Format": true, "This": true, "The": true, "It": true,
	"Value": true, "Values": true, "Options": true, "URL": true, "API": true, "SDK": true, "REST": true, "ID": true,
	"UserID": true, "App": true, "IM": true, "If": true, "UTF": true, "Unit": true, "Important": true,
}

// clause returns what stands between a value and the next clause.
func clause(text string) string {
	text = strings.TrimLeft(text, " :：=＝\"”`-–—")
	for _, verb := range []string{"indicates ", "indicate ", "means ", "represents ", "stands for ", "表示", "代表", "为", "时表示", "означает "} {
		text = strings.TrimPrefix(text, verb)
	}
	if end := clauseEnd.FindStringIndex(text); end != nil {
		text = text[:end[0]]
	}
	if end := strings.IndexAny(text, ")）"); end >= 0 && !strings.ContainsAny(text[:end], "(（") {
		text = text[:end] // the values stand in parentheses
	}
	return strings.TrimSpace(text)
}

// limitsIn returns the limits that a description states, without repetitions.
func limitsIn(description string) []Limit {
	var limits []Limit
	add := func(minimum, maximum, unit, text string) {
		from, _ := strconv.ParseInt(minimum, 10, 64)
		to, err := strconv.ParseInt(strings.ReplaceAll(maximum, ",", ""), 10, 64)
		limit := Limit{Minimum: from, Maximum: to, Text: strings.TrimSpace(text)}
		limit.setUnit(strings.ToLower(unit))
		isKnown := slices.ContainsFunc(limits, func(l Limit) bool { return l.Maximum == limit.Maximum && l.Unit == limit.Unit })
		if err == nil && 0 < to && to < 1<<40 && !isKnown {
			limits = append(limits, limit)
		}
	}
	for _, found := range atMost.FindAllStringSubmatch(description, -1) {
		add("", found[1], found[2], found[0])
	}
	for _, found := range within.FindAllStringSubmatch(description, -1) {
		add("", found[1], found[2], found[0])
	}
	for _, found := range inRange.FindAllStringSubmatch(description, -1) {
		add(found[1], found[2], "", found[0])
	}
	if found := unsigned.FindString(description); found != "" {
		add("", "4294967295", "", found)
	}
	return limits
}

// unitWords are the units by the beginnings of their words, after which other words count items.
var unitWords = []struct {
	pattern *regexp.Regexp
	factor  int64
	unit    Unit
}{
	{regexp.MustCompile(`^$|^(?:and|or|for|in|by|if|to|will|the|a|when|per|是|为|和|或|则|的|时)$`), 1, Plain},
	{regexp.MustCompile(`^kb`), 1024, Bytes},
	{regexp.MustCompile(`^k$`), 1000, Plain},
	{regexp.MustCompile(`^万`), 10_000, Items},
	{regexp.MustCompile(`^byte|字节|^байт|^バイト`), 1, Bytes},
	{regexp.MustCompile(`^char|字符|^个字|^文字|^симв`), 1, Characters},
	{regexp.MustCompile(`^day|^[天日]`), 24 * 60 * 60, Seconds},
	{regexp.MustCompile(`^second|^秒`), 1, Seconds},
	{regexp.MustCompile(``), 1, Items},
}

// setUnit reads the word after the number of a limit.
func (l *Limit) setUnit(word string) {
	for _, known := range unitWords {
		if known.pattern.MatchString(word) {
			l.Maximum, l.Unit = l.Maximum*known.factor, known.unit
			return
		}
	}
}
