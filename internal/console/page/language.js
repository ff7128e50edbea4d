"use strict";

// The texts of the page in both languages. Chinese has the terms of the vendor's Chinese documentation.
const texts = {
  en: {
    console: "console", target: "Target", filter: "Filter commands", history: "History", clear: "Clear",
    sandbox: "Sandbox", sandboxNote: "Sample data on this machine. Nothing here reaches Tencent Cloud.",
    live: "Live", liveNote: "Calls go to {target}, to the real app {app}, as {identifier}.",
    readOnly: "Read-only", writesAllowed: "Writes allowed",
    empty: "Choose a command, edit its request, and execute it. The request and the response appear here.",
    code: "Code", meaning: "Meaning", advice: "Advice", wait: "Wait", status: "HTTP status", duration: "Duration",
    time: "Time", request: "Request", response: "Response", raw: "unformatted",
    ok: "Success", failed: "Failed", pending: "Pending", noResponse: "No response",
    partial: "Partly failed", failures: "Failed accounts", waiting: "Accounts that have yet to confirm",
    waitNote: "{seconds} s before the next call", waited: "{duration} ms, after {waited} ms for the rate limit",
    success: "the call succeeded", successOfOthers: "the call succeeded for the other accounts",
    unlisted: "not in the document",
    unknown: "Whether the service carried out the request is unknown. Query it before you send the request again.",
    violations: "Differs from the document", requests: "request", responses: "response",
    shortened: "… shortened: the packet has the whole response", noBody: "(no body)",
    copyGo: "Copy as Go", copyCommand: "Copy as timsns call", copyCurl: "Copy as curl", savePacket: "Save as packet",
    fillForm: "Edit again", copied: "Copied.", saved: "Saved.", notCopied: "Not copied: {reason}",
    unreachable: "timsns console does not answer. It has ended, or this page is of an earlier run.",
    refused: "Refused: {reason}", invalid: "The request is not valid JSON: {reason}", sending: "Sending…",
    execute: "Execute", writes: "writes", reads: "reads",
    blocked: "This command changes data. Start timsns console --allow-writes to send it.",
    confirmTitle: "Change live data?",
    confirm: "{command} changes data of the real app {app}, through {target}.", send: "Send", cancel: "Cancel",
  },
  zh: {
    console: "控制台", target: "目标", filter: "筛选接口", history: "调用历史", clear: "清空",
    sandbox: "沙箱", sandboxNote: "本机上的示例数据，请求不会发送到腾讯云。",
    live: "线上环境", liveNote: "请求将以管理员 {identifier} 的身份发送到 {target}，操作真实应用 {app}。",
    readOnly: "只读", writesAllowed: "允许写操作",
    empty: "请选择接口，编辑请求包体，然后点击发送。请求和应答会显示在这里。",
    code: "错误码", meaning: "含义", advice: "处理建议", wait: "等待", status: "HTTP 状态码", duration: "耗时",
    time: "时间", request: "请求", response: "应答", raw: "不排版",
    ok: "成功", failed: "失败", pending: "待确认", noResponse: "无应答",
    partial: "部分失败", failures: "失败的账号", waiting: "等待对方确认的账号",
    waitNote: "{seconds} 秒后再调用", waited: "{duration} 毫秒（限频等待 {waited} 毫秒）",
    success: "调用成功", successOfOthers: "其余账号调用成功", unlisted: "文档中没有该错误码",
    unknown: "无法确定服务端是否已执行该请求，请先查询再重试。",
    violations: "与文档不一致", requests: "请求", responses: "应答",
    shortened: "…… 内容过长，已截断，完整应答请保存数据包", noBody: "（无包体）",
    copyGo: "复制为 Go", copyCommand: "复制为 timsns call", copyCurl: "复制为 curl", savePacket: "保存数据包",
    fillForm: "重新编辑", copied: "已复制。", saved: "已保存。", notCopied: "复制失败：{reason}",
    unreachable: "timsns console 没有响应：它已退出，或者本页面来自之前的一次运行。",
    refused: "已拒绝：{reason}", invalid: "请求包体不是合法的 JSON：{reason}", sending: "发送中……",
    execute: "发送", writes: "写", reads: "读",
    blocked: "该接口会修改数据。使用 timsns console --allow-writes 启动后才能发送。",
    confirmTitle: "确定修改线上数据吗？",
    confirm: "{command} 将通过 {target} 修改真实应用 {app} 的数据。", send: "发送", cancel: "取消",
  },
};

// The labels of Swagger UI that the page shows, in Chinese.
const swaggerTexts = {
  "Request body": "请求包体", "Responses": "应答", "Find more details": "更多信息",
  "Examples:": "示例：", "Examples": "示例", "Example Value": "示例", "Example Description": "示例说明",
  "[Modified value]": "[已修改]", "Edit Value": "编辑", "Schema": "字段说明",
  "description:": "说明：", "Enum:": "可选值：", "default": "默认值", "example": "示例", "pattern": "格式",
  "minLength": "最小长度", "maxLength": "最大长度", "minimum": "最小值", "maximum": "最大值",
  "minItems": "最少元素数", "maxItems": "最多元素数", "oneOf ->": "其中之一：",
  "Loading...": "加载中……", "No operations defined in spec!": "文档中没有接口！",
  "Failed to load API definition.": "无法加载文档。",
};

const languageKey = "timsns.language";

// preferredLanguage returns the language that was chosen, or else that of the browser.
function preferredLanguage() {
  const chosen = localStorage.getItem(languageKey);
  return chosen in texts ? chosen : navigator.language.startsWith("zh") ? "zh" : "en";
}

let language = preferredLanguage();

// say returns a text in the language of the page, with values in place of {names}.
function say(key, values = {}) {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
