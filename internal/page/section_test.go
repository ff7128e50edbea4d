package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHeadings_nameSections(t *testing.T) {
	for want, headings := range map[section][]string{
		overview: {"Feature Overview", "Feature Description ", "API Description", "Overview", "功能说明", "接口说明", "機能説明", "Описание функции"},
		call: {
			"API Calling Description", "API Call Description", "Call Description", "API Invocation Description", "Calling the API",
			"接口调用说明", "API呼び出しの説明", "Описание вызова API",
		},
		groupTypes: {"Applicable group types", "适用的群组类型", "適用するグループタイプ"},
		address: {
			"Sample request URL", "Request URL", "Example request URL", "Request URL example", "请求 URL 示例", "请求 URL示例", "请求 URL",
			"リクエストURLの例", "Пример URL запроса", "**请求 URL 示例**",
		},
		query: {"Request parameters", "请求参数说明", "リクエストパラメータの説明", "Параметры запроса", "Описание параметров запроса"},
		rate: {
			"Maximum call frequency", "Maximum calling frequency", "Maximum invocation frequency", "最高调用频率", "最大呼び出し頻度",
			"Максимальная частота вызовов",
		},
		requestSamples: {
			"Sample request", "Sample requests", "Sample request packet", "Sample request packets", "Example request packet",
			"Request packet example", "Request packet examples", "请求包示例", "リクエストパケットの例", "Пример запроса", "Примеры запросов",
		},
		requestFields: {"Request fields", "Request packet fields", "请求包字段说明", "リクエストパケットのフィールドの説明", "Поля запроса", "Описание полей запроса"},
		responseSamples: {
			"Sample response", "Sample responses", "Sample response packet", "Sample response packet body", "Response packet example",
			"Response packet body examples", "应答包体示例", "应答示例", "レスポンスパケットボディの例", "Пример ответа",
		},
		responseFields: {"Response fields", "Response packet fields", "Response parameters", "应答包字段说明", "应答包体字段说明", "レスポンスパケットフィールドの説明", "Поля ответа"},
		codes:          {"Error Codes", "Error codes [](id:ErrorCode)", "错误码说明", "错误码", "エラーコードの説明", "Коды ошибок", `<span id="ErrorCode"></span>错误码说明`},
		debugging:      {"API Debugging Tool", "接口调试工具", "インターフェースデバッグツール"},
		references:     {"References", "Reference", "See Also", "参考", "参考文档"},
		webhooks: {
			"Possible Webhooks", "Possible Callbacks", "Callback", "Callbacks That May Be Triggered", "Callback That May Be Triggered",
			"可能触发的回调", "トリガーされる可能性のあるコールバック",
		},
		requestPart:  {"Request", "请求包说明"},
		responsePart: {"Responses", "应答包体"},
		unknown:      {"", "Notes", "Mode 1", "注意事项"},
	} {
		for _, heading := range headings {
			assert.Equal(t, want, sectionOf(heading), heading)
		}
	}
}

func TestFields_haveTypes(t *testing.T) {
	for text, want := range map[string]struct{ types, elements []Type }{
		"String":                 {types: []Type{String}},
		"string ":                {types: []Type{String}},
		"String/Integer":         {types: []Type{String, Integer}},
		"Array/String/Integer":   {types: []Type{Array, String, Integer}},
		"uint64_t/string/bytes":  {types: []Type{Integer, String}},
		"uint64":                 {types: []Type{Integer}},
		"Number":                 {types: []Type{Number}},
		"unsigned int":           {types: []Type{Integer}},
		"Array of Objects":       {types: []Type{Array}, elements: []Type{Object}},
		"Array<String>":          {types: []Type{Array}, elements: []Type{String}},
		"String[]":               {types: []Type{Array}, elements: []Type{String}},
		"Array or String":        {types: []Type{Array, String}},
		"Bool":                   {types: []Type{Boolean}},
		"数组":                     {types: []Type{Array}},
		"Строка":                 {types: []Type{String}},
		"配列":                     {types: []Type{Array}},
		"see the other document": {},
		"":                       {},
	} {
		var field Field
		field.setType(text)
		assert.Equal(t, want.types, field.Types, text)
		assert.Equal(t, want.elements, field.Elements, text)
	}
}

func TestFields_areRequired(t *testing.T) {
	for want, cells := range map[Required][]string{
		RequiredYes:         {"Yes", "yes", "Required", "必填", "是", "Да", "Обязательно", "はい", "Yes."},
		RequiredNo:          {"No", "Optional", "选填", "可选", "否", "Нет", "いいえ"},
		RequiredConditional: {"Yes (when `OperateType` is 1 or 2)", "Community 必填", "Required if Next is not sent"},
		RequiredUnknown:     {"", "-"},
	} {
		for _, cell := range cells {
			assert.Equal(t, want, requiredOf(plain(cell)), cell)
		}
	}
}

func TestText_isPlain(t *testing.T) {
	for markdown, want := range map[string]string{
		"The `console.tim.qq.com ` host":                   "The console.tim.qq.com host",
		"**Bold**, [a link](https://x/y_z) &lt;b&gt;":      "Bold, a link <b>",
		`<a href="https://x">open`:                         "open",
		"one<li>two</li><li>three<br/>four":                "one\n- two\n- three\nfour",
		"[](id:ErrorCode)":                                 "",
		"![](https://x/y.png)text":                         "text",
		`From\_Account \| To\_Account`:                     "From_Account | To_Account",
		"a\u00a0b\u3000c\u200bd":                           "a b cd",
		"Tag_Profile_Custom_<keyword> and 1 < 2 and 3>2":   "Tag_Profile_Custom_<keyword> and 1 < 2 and 3>2",
		`[a link](https://x/y_(z) "its title") <!--no--> `: "a link",
		"*one* or _two_, but From_To_Account and 2 * 3":    "one or two, but From_To_Account and 2 * 3",
		"加好友**方式：**单向，**双向**。":                             "加好友方式：单向，双向。",
		"`A: one<br>`B`: two<br class=x>`C`":               "`A: one\nB: two\nC",
		"`` a ` b `` and `open":                            "a ` b and `open",
		"one<p>\n    two\n\n    three":                     "one\ntwo\nthree",
		"<Https://x/y>":                                    "Https://x/y",
	} {
		assert.Equal(t, want, plain(markdown), markdown)
	}
}

func TestText_hasLinks(t *testing.T) {
	for markdown, want := range map[string][]Link{
		"[one](https://x/1) and [`two`](https://x/a_(b) \"title\")": {{"one", "https://x/1", 7}, {"two", "https://x/a_(b)", 7}},
		`<a href="https://x/1">one</a> <a class=b href=/2>two<br>`:  {{"one", "https://x/1", 7}, {"two", "/2", 7}},
		`<a href='https://x/1'>one <a href="https://x/2">two`:       {{"one", "https://x/1", 7}, {"two", "https://x/2", 7}},
		`<A class="b"href=https://x/?a=1>one</a><B>two`:             {{"one", "https://x/?a=1", 7}},
		"<https://x/1>": {{"https://x/1", "https://x/1", 7}},
		"[](id:ErrorCode) ![image](https://x/y.png) <a name=b>anchor</a> [open](https://x": nil,
	} {
		_, links := readText(markdown, 7)
		assert.Equal(t, want, links, markdown)
	}
}
