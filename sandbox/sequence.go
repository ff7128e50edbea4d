package sandbox

// section is a part of an account that has its own sequence number.
type section int

const (
	sectionLists     section = iota // names and members of lists
	sectionStandard                 // the friends and their standard tags
	sectionCustom                   // the friends' custom tags
	sectionBlocklist                // the blocklist
	sectionCount     = iota
)

// changes records which sections of which accounts the current operation has changed.
type changes map[*account]*[sectionCount]bool

// commit increments the sequence of each changed section by one, however often the section changed.
func (c changes) commit() {
	for account, changed := range c {
		for section, isChanged := range changed {
			if isChanged {
				account.sequences[section]++
			}
		}
	}
	clear(c)
}

func (a *account) markChanged(section section) {
	if a.changes[a] == nil {
		a.changes[a] = &[sectionCount]bool{}
	}
	a.changes[a][section] = true
}

// sequenceAfter returns the sequence that a section will have when the current operation is complete.
func (a *account) sequenceAfter(section section) int64 {
	if changed := a.changes[a]; changed != nil && changed[section] {
		return a.sequences[section] + 1
	}
	return a.sequences[section]
}

// setField sets a field of an account or friend, and marks its section as changed if the value differs.
func setField[V comparable](a *account, section section, field *V, value V) {
	if *field != value {
		*field = value
		a.markChanged(section)
	}
}
