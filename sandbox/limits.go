package sandbox

import (
	"fmt"
	"slices"

	"github.com/timsns/timsns/gen"
)

// The vendor's limits for one account.
const (
	maxFriends = 3000
	maxLists   = 32
	maxBlocked = 1000
	maxPending = 100 // friend requests that wait for the account to confirm
)

// The vendor's limits for texts, in bytes. The document can only count characters.
const (
	maxRemarkBytes   = 96
	maxWordingBytes  = 256
	maxListNameBytes = 30
	maxCustomBytes   = 500
)

// friendsPerPage is the vendor's default page size of friend_get.
const friendsPerPage = 500

// validate returns the error of the first field that exceeds a limit.
func (r *friendRequest) validate() error {
	switch {
	case len(r.remark) > maxRemarkBytes:
		return tooLong("Remark", maxRemarkBytes)
	case len(r.wording) > maxWordingBytes:
		return tooLong("AddWording", maxWordingBytes)
	}
	if err := validateListNames("GroupName", r.lists, true); err != nil {
		return err
	}
	for tag, value := range r.custom {
		if err := validateTag(tag, value); err != nil {
			return err
		}
	}
	return nil
}

func tooLong(name string, limit int) error {
	return newError(gen.CodeInvalidParameter, fmt.Sprintf("%s: want at most %d bytes", name, limit))
}

// validateTag returns an error if the tag cannot have the value.
func validateTag(tag gen.Tag, value gen.TagValue) error {
	text, isText := value.Text()
	names, isArray := value.Strings()
	_, isInteger := value.Integer()
	switch {
	case tag == gen.TagRemark:
		return validateText(tag, text, isText, maxRemarkBytes)
	case tag == gen.TagGroup:
		return validateListNames(string(tag), names, isArray)
	case isInteger:
		return nil
	}
	return validateText(tag, text, isText, maxCustomBytes)
}

func validateText(tag gen.Tag, text string, isText bool, limit int) error {
	switch {
	case !isText:
		return newError(gen.CodeInvalidParameter, string(tag)+": the value has a wrong type")
	case len(text) > limit:
		return tooLong(string(tag), limit)
	}
	return nil
}

func validateListNames(field string, names []string, isArray bool) error {
	isInvalid := func(name string) bool { return name == "" || len(name) > maxListNameBytes }
	switch {
	case !isArray:
		return newError(gen.CodeInvalidParameter, field+": want an array of strings")
	case len(names) > maxLists, slices.ContainsFunc(names, isInvalid):
		return newError(gen.CodeInvalidParameter, field+": want at most 32 names, each of 1 to 30 bytes")
	}
	return nil
}
