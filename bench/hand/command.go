package hand

import "context"

// GroupGetRequest asks for the friend lists of a user.
type GroupGetRequest struct {
	FromAccount  string `json:"From_Account"`
	LastSequence int64
	NeedFriend   string   `json:",omitempty"`
	GroupName    []string `json:",omitempty"`
}

// GroupGetResponse holds the friend lists of a user.
type GroupGetResponse struct {
	Envelope

	ResultItem []struct {
		GroupName    string
		FriendNumber int64
		ToAccount    []string `json:"To_Account"`
	}
	CurrentSequence int64
}

// GroupGet pulls the friend lists of a user.
func (c *Client) GroupGet(ctx context.Context, request GroupGetRequest) (*GroupGetResponse, error) {
	response := new(GroupGetResponse)
	if err := c.call(ctx, "/v4/sns/group_get", request, response); err != nil {
		return nil, err
	}
	return response, nil
}

// FriendGetRequest asks for a page of a user's friends.
type FriendGetRequest struct {
	FromAccount      string `json:"From_Account"`
	StartIndex       int64
	StandardSequence int64 `json:",omitempty"`
	CustomSequence   int64 `json:",omitempty"`
}

// FriendGetResponse holds a page of a user's friends.
type FriendGetResponse struct {
	Envelope

	UserDataItem []struct {
		ToAccount string `json:"To_Account"`
		ValueItem []struct {
			Tag   string
			Value any
		}
	}
	StandardSequence int64
	CustomSequence   int64
	FriendNum        int64
	CompleteFlag     int64
	NextStartIndex   int64
}

// FriendGet pulls a page of a user's friends.
func (c *Client) FriendGet(ctx context.Context, request FriendGetRequest) (*FriendGetResponse, error) {
	response := new(FriendGetResponse)
	if err := c.call(ctx, "/v4/sns/friend_get", request, response); err != nil {
		return nil, err
	}
	return response, nil
}
