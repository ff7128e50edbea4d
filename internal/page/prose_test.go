package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDescriptions_nameValues(t *testing.T) {
	for description, want := range map[string][]Value{
		"Whether it is wanted. `Need_Friend_Type_Yes`: it is. If it is left empty, not.": {{"Need_Friend_Type_Yes", "it is"}},
		"Result. `OK`: successful; `FAIL`: failed":                                       {{"OK", "successful"}, {"FAIL", "failed"}},
		"The way: <li>`Add_Type_Single`: one-way<li>`Add_Type_Both`: two-way":            {{"Add_Type_Single", "one-way"}, {"Add_Type_Both", "two-way"}},
		"1: copies it.<br>2: does not, e.g. never.":                                      {{"1", "copies it"}, {"2", "does not"}},
		"`1` indicates yes, and `0` indicates no":                                        {{"1", "yes"}, {"0", "no"}},
		"0 means neither; 1 means one way":                                               {{"0", "neither"}, {"1", "one way"}},
		"错误码，0表示成功，非0表示失败":                                                               {{"0", "成功"}},
		"加好友方式：Add_Type_Single 表示单向加好友；Add_Type_Both 表示双向加好友":                            {{"Add_Type_Single", "单向加好友"}, {"Add_Type_Both", "双向加好友"}},
		"请求结果，OK 表示成功，FAIL 表示失败":                                                         {{"OK", "成功"}, {"FAIL", "失败"}},
		"消息同步：<br>1：同步<br>2：不同步":                                                         {{"1", "同步"}, {"2", "不同步"}},
		"群组形态，包括 Public（陌生人社交群），Private（好友工作群）和 ChatRoom":                                {{"Public", "陌生人社交群"}, {"Private", "好友工作群"}, {"ChatRoom", ""}},
		"Type of the group. Valid values: `Public`, `Private`, and `Work`.":              {{"Public", ""}, {"Private", ""}, {"Work", ""}},
		"Error code. Values:<br>0: Successful. <br>Other values: Failed.":                {{"0", "Successful"}},
		"Valid values: `iPhone`, `Web`":                                                  {{"iPhone", ""}, {"Web", ""}},
		"是否需要（0-否，1-是），取值为0或1":                                                           {{"0", "否"}, {"1", "是"}},
		"Options: 0 (off), 1 (on)":                                                       {{"0", "off"}, {"1", "on"}},
		"`Да` — 1: да; 2 означает нет":                                                   {{"1", "да"}, {"2", "нет"}},
		"See Error Codes: they are listed there. Note: it is slow.":                      nil,
		"`UserID` of the user":                                                           nil,
		"The time is 12:30":                                                              nil,
		"See https://example.com/A_B":                                                    nil,
	} {
		assert.Equal(t, want, valuesIn(plain(description)), description)
	}
}

func TestDescriptions_stateLimits(t *testing.T) {
	for description, want := range map[string][]Limit{
		"At most 32 bytes":                                   {{0, 32, Bytes, "At most 32 bytes"}},
		"up to 100 friends at a time":                        {{0, 100, Items, "up to 100 friends"}},
		"The list length cannot exceed 1,000.":               {{0, 1000, Plain, "not exceed 1,000"}},
		"The maximum length is 500 bytes":                    {{0, 500, Bytes, "maximum length is 500 bytes"}},
		"Maximum: 96-byte":                                   {{0, 96, Bytes, "Maximum: 96-byte"}},
		"≤ 50 characters":                                    {{0, 50, Characters, "≤ 50 characters"}},
		"no more than 7 days (604800 seconds)":               {{0, 604800, Seconds, "no more than 7 days"}},
		"less than 12 KB; not exceeding 12 KB":               {{0, 12288, Bytes, "not exceeding 12 KB"}},
		"单次请求最多支持100个帐号":                                     {{0, 100, Items, "最多支持100个"}},
		"长度不能超过 500 字节":                                      {{0, 500, Bytes, "不能超过 500 字节"}},
		"每页数量，默认值为100，最大不超过1000":                             {{0, 1000, Plain, "最大不超过1000"}},
		"名称，限制在 10 个字符以内":                                    {{0, 10, Characters, "限制在 10 个字符"}},
		"请在 20个以内":                                           {{0, 20, Items, "20个以内"}},
		"32位无符号整数，取值范围0 - 4294967295":                        {{0, 4294967295, Plain, "取值范围0 - 4294967295"}},
		"A random 32-bit unsigned integer":                   {{0, 4294967295, Plain, "32-bit unsigned"}},
		"Size of a page, ranging from 1 to 6000":             {{1, 6000, Plain, "ranging from 1 to 6000"}},
		"не более 1000 друзей":                               {{0, 1000, Items, "не более 1000 друзей"}},
		"Up to 5k":                                           {{0, 5000, Plain, "Up to 5k"}},
		"最多1万人":                                              {{0, 10000, Items, "最多1万"}},
		"The 20 newest messages of 2023":                     nil,
		"Unix time in seconds, such as 1425976500":           nil,
		"at most 99999999999999999999 bytes is not a number": nil,
	} {
		assert.Equal(t, want, limitsIn(plain(description)), description)
	}
}

func TestDescriptions_stateDefaults(t *testing.T) {
	for description, want := range map[string]string{
		"Size of a page. The default value is `100`.": "100",
		"默认值为100":                             "100",
		"默认为 Add_Type_Both":                   "Add_Type_Both",
		"`0` (default): no; 1: yes":           "0",
		"0（默认）：否；1：是":                         "0",
		"It is 100 by default.":               "100",
		"The way; по умолчанию Add_Type_Both": "Add_Type_Both",
		"By default, all are returned":        "",
	} {
		fields := []Field{{Description: plain(description)}}
		readProse(fields)
		assert.Equal(t, want, fields[0].Default, description)
	}
}

func TestDescriptions_valuesFitTheField(t *testing.T) {
	fields := []Field{
		{Name: "Type", Types: []Type{Integer}, Description: "1: one; Type_Two: two"},
		{Name: "Name", Types: []Type{String}, Description: "1: one; Type_Two: two; Other_Field: three"},
		{Name: "Other_Field", Types: []Type{Object}, Description: "1: one; Type_Two: two"},
	}
	readProse(fields)
	assert.Equal(t, []Value{{"1", "one"}}, fields[0].Values)
	assert.Equal(t, []Value{{"Type_Two", "two"}}, fields[1].Values)
	assert.Empty(t, fields[2].Values)
}
