// Code generated from openapi.yaml by oapi-codegen v2.8.2. DO NOT EDIT.

package gen

import "github.com/timsns/timsns/rest"

// ActionStatus tells whether a command succeeded.
type ActionStatus string

// The values of [ActionStatus] that the vendor documents.
const (
	// ActionStatusOK says that the command succeeded.
	ActionStatusOK ActionStatus = "OK"
	// ActionStatusFail says that the command failed.
	ActionStatusFail ActionStatus = "FAIL"
)

// ErrorResponse is the reply to a command that failed. Methods turn it into a *rest.Error.
type ErrorResponse struct {
	// ActionStatus is ActionStatusFail.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is the number of the error, never 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the error, meant for developers.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the error that is meant for an end user's eyes, often empty.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Reply].
func (r *ErrorResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// GroupGetRequest names the user whose friend lists to pull, and which of them.
type GroupGetRequest struct {
	// FromAccount is the UserID of the account whose friend lists to pull, 1 to 32 bytes.
	FromAccount string `json:"From_Account"`

	// LastSequence is the CurrentSequence of the last pull, from 0 up, and 0 on the first pull. It counts only
	// while GroupName is empty.
	LastSequence int64 `json:"LastSequence"`

	// NeedFriend tells whether to pull the members of the lists too. Left empty, no members are pulled.
	NeedFriend NeedFriendType `json:"NeedFriend,omitzero"`

	// GroupName holds the names of the lists to pull, at most 32, each of 1 to 30 bytes. Left empty, all
	// lists are pulled.
	GroupName []string `json:"GroupName,omitzero"`
}

// GroupGetResponse holds the friend lists of a user.
type GroupGetResponse struct {
	// ResultItem holds the pulled lists. Our reading, where the vendor's page is silent: it is empty when
	// nothing changed after LastSequence, and a name that no list bears is left out.
	ResultItem []GroupGetResultItem `json:"ResultItem"`

	// CurrentSequence is the sequence of the lists as they are now, from 0 up: the LastSequence of the next pull.
	CurrentSequence int64 `json:"CurrentSequence"`

	// ActionStatus is ActionStatusOK.
	ActionStatus ActionStatus `json:"ActionStatus"`

	// ErrorCode is 0.
	ErrorCode ErrorCode `json:"ErrorCode"`

	// ErrorInfo is the service's own account of the outcome, as a rule empty.
	ErrorInfo string `json:"ErrorInfo"`

	// ErrorDisplay is the account of the outcome that is meant for an end user's eyes, as a rule empty.
	ErrorDisplay string `json:"ErrorDisplay"`
}

// Envelope implements [rest.Reply].
func (r *GroupGetResponse) Envelope() rest.Envelope {
	return rest.Envelope{
		ActionStatus: (*string)(&r.ActionStatus),
		ErrorCode:    &r.ErrorCode,
		ErrorInfo:    &r.ErrorInfo,
		ErrorDisplay: &r.ErrorDisplay,
	}
}

// GroupGetResultItem is one friend list of a user.
type GroupGetResultItem struct {
	// GroupName is the name of the list, 1 to 30 bytes.
	GroupName string `json:"GroupName"`

	// FriendNumber is the number of friends in the list, from 0 up.
	FriendNumber int64 `json:"FriendNumber"`

	// ToAccount holds the UserIDs of the friends in the list. It is absent (nil) unless members were asked for.
	ToAccount []string `json:"To_Account,omitzero"`
}

// NeedFriendType tells whether the members of a list are pulled.
type NeedFriendType string

// The values of [NeedFriendType] that the vendor documents.
const (
	// NeedFriendTypeYes pulls the members of each list.
	NeedFriendTypeYes NeedFriendType = "Need_Friend_Type_Yes"
)
