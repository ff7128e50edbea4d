package modules_test

import (
	"context"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/timsns/timsns/modules/group"
	"github.com/timsns/timsns/rest"
)

// members is a service with one group of five members. It names pages as the service does for a community, if the
// request has a Next, and by Offset otherwise.
type members struct {
	group.API

	t *testing.T
}

func (m members) GetGroupMemberInfo(
	_ context.Context, request group.GetGroupMemberInfoRequest, _ ...rest.CallOption,
) (*group.GetGroupMemberInfoResponse, error) {
	const count = 5
	response := &group.GetGroupMemberInfoResponse{MemberNum: count}
	start := int(request.Offset)
	if request.Next != nil {
		assert.Zero(m.t, request.Offset, "a community has no offsets")
		start, _ = strconv.Atoi(*request.Next)
	}
	end := min(start+int(request.Limit), count)
	for i := start; i < end; i++ {
		response.MemberList = append(response.MemberList, group.Member{MemberAccount: strconv.Itoa(i)})
	}
	if request.Next != nil && end < count {
		response.Next = strconv.Itoa(end)
	}
	return response, nil
}

// TestGetGroupMemberInfoAll_namesPagesAsTheRequestDoes reads a community, which begins with an empty Next, and another
// group, which has none.
func TestGetGroupMemberInfoAll_namesPagesAsTheRequestDoes(t *testing.T) {
	for name, next := range map[string]*string{"a community": new(""), "another group": nil} {
		for _, limit := range []int64{2, 5, 100} {
			t.Run(name+" by "+strconv.FormatInt(limit, 10), func(t *testing.T) {
				request := group.GetGroupMemberInfoRequest{GroupId: "g", Limit: limit, Next: next}
				var found []string
				for member, err := range group.GetGroupMemberInfoAll(t.Context(), members{t: t}, request) {
					require.NoError(t, err)
					found = append(found, member.MemberAccount)
				}
				assert.Equal(t, []string{"0", "1", "2", "3", "4"}, found)
			})
		}
	}
}
