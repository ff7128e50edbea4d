package page

import (
	"regexp"
	"strings"
)

// section is what a part of a page is about.
type section int

const (
	unknown section = iota
	overview
	call // how to call the command: the parent of the next sections
	address
	query
	rate
	requestSamples
	requestFields
	responseSamples
	responseFields
	codes
	debugging
	references
	webhooks
	groupTypes   // to which types of groups the command applies
	requestPart  // something else about requests
	responsePart // something else about responses
)

// sectionWords recognize the headings of all editions by their words, since each edition words them anew. They stand in
// the order in which they are tried. Headings are in lower case.
var sectionWords = []struct {
	section section
	pattern *regexp.Regexp
}{
	{groupTypes, regexp.MustCompile(`group types|types of groups|群组类型|群组形态|グループタイプ|グループの種類`)},
	{debugging, regexp.MustCompile(`debug|调试|デバッグ|отлад`)},
	{webhooks, regexp.MustCompile(`callback|webhook|回调|コールバック|обратн`)},
	{codes, regexp.MustCompile(`error code|return code|错误码|返回码|エラーコード|код\S* ошиб|коды возврата`)},
	{rate, regexp.MustCompile(`frequency|rate limit|频率|频次|頻度|частот`)},
	{address, regexp.MustCompile(`\burl\b|url|请求地址`)},
	{references, regexp.MustCompile(`^(?:references?|see also|related (?:documents?|documentation|apis?|content)|参考.{0,2}|相关文档|関連.*|см\. также|ссылки|参照)$`)},
	{requestSamples, regexp.MustCompile(`(?:request|请求|リクエスト|запрос).*(?:sample|example|示例|样例|例)|(?:sample|example|пример).*(?:request|запрос)`)},
	{responseSamples, regexp.MustCompile(`(?:respon[sd]|reply|return|应答|响应|返回|回复|回包|レスポンス|ответ).*(?:sample|example|示例|样例|例)|(?:sample|example|пример).*(?:respon[sd]|reply|return|ответ)`)},
	{requestFields, regexp.MustCompile(`(?:request|请求|リクエスト|запрос).*(?:fields?|字段|フィールド)|(?:fields?|поля|полей).*(?:request|запрос)|(?:request|请求)\s*(?:packet|body|包体?|体)\s*(?:parameters?|参数)`)},
	{responseFields, regexp.MustCompile(`(?:respon[sd]|reply|return|应答|响应|返回|回复|回包|レスポンス|ответ).*(?:fields?|parameters?|字段|参数|フィールド|パラメータ)|(?:fields?|parameters?|поля|полей|параметр\S*).*(?:respon[sd]|ответ)`)},
	{query, regexp.MustCompile(`(?:request|请求|リクエスト|запрос|public|common|公共).*(?:parameters?|参数|パラメータ)|параметр\S* (?:\S+ )?запрос`)},
	{requestPart, regexp.MustCompile(`request|请求|リクエスト|запрос`)},
	{responsePart, regexp.MustCompile(`respon[sd]|应答|响应|返回|回包|レスポンス|ответ`)},
	{call, regexp.MustCompile(`api (?:call|invocation)|^call|calling|invocation|接口调用|调用说明|呼び出し|вызов`)},
	{overview, regexp.MustCompile(`feature|api description|overview|introduction|功能|接口说明|接口描述|简介|機能|概要|описание|обзор|функци`)},
}

// sectionOf returns what the section with a heading is about.
func sectionOf(heading string) section {
	heading = strings.Trim(strings.ToLower(plain(heading)), " :：.。")
	for _, words := range sectionWords {
		if words.pattern.MatchString(heading) {
			return words.section
		}
	}
	return unknown
}

// isFields reports whether a section has the table of a body's fields.
func (s section) isFields() bool {
	return s == requestFields || s == responseFields || s == query || s.isPart()
}

// isAddress reports whether a section may have the table of the URL's parts.
func (s section) isAddress() bool { return s == query || s == address || s == call || s.isPart() }

// isSamples reports whether a section has samples of bodies.
func (s section) isSamples() bool { return s == requestSamples || s == responseSamples || s.isPart() }

// isPart reports whether a section may have both.
func (s section) isPart() bool { return s == requestPart || s == responsePart }

// isResponse reports whether a section is about responses.
func (s section) isResponse() bool {
	return s == responseSamples || s == responseFields || s == responsePart
}
