package main

// defect is an edit of the document that a tool must report.
type defect struct {
	name       string
	old, new   string // the first old is replaced by new
	tool, rule string // what must report it
}

// defects are defects of the document itself, which the rules of package api, redocly or Spectral report, and changes
// that break users of the released document, which oasdiff reports.
var defects = []defect{
	// These documents are not valid OpenAPI.
	{"a name twice", "  title: Tencent", "  title: Other\n  title: Tencent", "timsns", "syntax"},
	{"a $ref to nothing", `$ref: "#/components/schemas/ResultItem"`, `$ref: "#/components/schemas/ResultsItem"`, "timsns", "references"},
	{"a $ref out of the document", `$ref: "#/components/schemas/ResultItem"`, `$ref: "other.yaml#/ResultItem"`, "timsns", "references"},
	{"two operations of one name", "operationId: FriendImport", "operationId: FriendAdd", "timsns", "paths"},
	{"an unknown type", "&userID {type: string", "&userID {type: text", "timsns", "members"},
	{"an invalid pattern", "^AddSource_Type_[A-Za-z]{1,8}$", "^AddSource_Type_[A-Za-z{1,8}$", "timsns", "schemas"},
	{"a negative bound", "minLength: 1, maxLength: 30}", "minLength: 1, maxLength: -30}", "timsns", "members"},
	{"an example of another type", "From_Account: alice", "From_Account: 7", "timsns", "examples"},
	{"an example without a required property", "SnsItem: [{Tag: Tag_SNS_IM_Remark, Value: Bobby}]", "SnsItems: [{Tag: Tag_SNS_IM_Remark, Value: Bobby}]", "timsns", "examples"},
	{"an example beyond a bound", "CheckType: CheckResult_Type_Both", "CheckType: CheckResult_Type_All", "timsns", "examples"},
	{"no version of OpenAPI", "openapi: 3.0.3", "openapi: three", "spectral", "unrecognized-format"},
	{"a GET", "  /v4/sns/friend_add:\n    post:", "  /v4/sns/friend_add:\n    get:", "timsns", "members"},
	{"no response 200", `        "200":`, `        "201":`, "timsns", "members"},
	{"no rate limit", "      x-rate-limit: 200\n", "", "timsns", "members"},
	{"an operation without a body", "      requestBody:\n        required: true", "      x-requestBody:\n        required: true", "timsns", "members"},

	// These documents are valid but poor.
	{"no licence", "  license:\n    name: MIT\n    url: https://opensource.org/license/mit\n", "", "redocly", "info-license"},
	{"no summary", "      summary: Add friends\n", "", "redocly", "operation-summary"},
	{"deprecated is a number", "      summary: Add friends\n", "      summary: Add friends\n      deprecated: 1\n", "redocly", "struct"},
	{"an unknown keyword", "      minLength: 1\n      description: >-\n        The name of a piece", "      minimumLength: 1\n      description: >-\n        The name of a piece", "redocly", "struct"},
	{"an unused schema", "  schemas:\n", "  schemas:\n    Unused: {type: string, description: A schema that nothing uses.}\n", "spectral", "schema-used"},
	{"an operation that needs no signature", "      operationId: FriendAdd\n", "      operationId: FriendAdd\n      security: []\n", "timsns", "security"},
	{"an unknown security scheme", "security:\n  - sdkappid: []", "security:\n  - sdkappid: []\n    token: []", "redocly", "security-defined"},
	{"an enum of another type", "enum: [0, 1]", "enum: [0, one]", "redocly", "no-enum-type-mismatch"},
	{"a required property that is not declared", "required: [From_Account, AddFriendItem]", "required: [From_Account, AddFriendItems]", "redocly", "no-required-schema-properties-undefined"},
	{"a server that is an example", "https://adminapisgp.im.qcloud.com", "https://example.com", "redocly", "no-server-example.com"},

	// These documents break the project's own rules.
	{"a path that is not the operation's", "operationId: GroupGet", "operationId: GetGroup", "timsns", "paths"},
	{"x-idempotent is a string", "x-idempotent: true", `x-idempotent: "yes"`, "timsns", "members"},
	{"an error code outside the catalogue", "x-error-codes: [30001, ", "x-error-codes: [30099, ", "timsns", "codes"},
	{"no error code", "x-error-codes: [30001, 30003, 30004, 30006, 30007]", "x-error-codes: []", "timsns", "members"},
	{"a batch of a property that does not exist", "request: AddFriendItem", "request: AddFriendItems", "timsns", "batches"},
	{"pages of a property that does not exist", "complete: CompleteFlag", "complete: Complete", "timsns", "pages"},
	{"an optional body", "      requestBody:\n        required: true", "      requestBody:\n        required: false", "timsns", "operations"},
	{"a description that does not begin with a verb", "Adds friends to a user", "Friends are added to a user", "timsns", "descriptions"},
	{"a property without a description", "          description: The UserID of the user to whom friends are added, 1 to 32 bytes.\n", "", "timsns", "members"},
	{"a property whose description is not a sentence", "The UserID of the user to whom friends are added", "is the UserID of the user to whom friends are added", "timsns", "descriptions"},
	{"a server whose description is a sentence", "description: Singapore", "description: The region of Singapore.", "timsns", "servers"},
	{"a description without the limit", "to whom friends are added, 1 to 32 bytes.", "to whom friends are added.", "timsns", "limits"},
	{"a description with a wrong limit", "The friends to add, at most 1000.", "The friends to add, at most 500.", "timsns", "limits"},
	{"a time without its unit", "The time at which the remark was made, in Unix seconds.", "The time at which the remark was made.", "timsns", "limits"},
	{"a value without a meaning", "        - Makes the user and each account friends of each other.\n", "", "timsns", "enums"},
	{"a value without a name", "x-enum-varnames: [AddTypeBoth, AddTypeSingle]", "x-enum-varnames: [AddTypeBoth]", "timsns", "enums"},
	{"security schemes as alternatives", "    identifier: []\n", "  - identifier: []\n", "timsns", "security"},
	{"a security scheme left out", "    random: []\n", "", "timsns", "security"},
	{"a server without TLS", "url: https://console.tim.qq.com", "url: http://console.tim.qq.com", "timsns", "servers"},
	{"a standby without TLS", "x-standby: https://", "x-standby: http://", "timsns", "servers"},
	{"no order among the fields", "          x-order: 1\n", "", "timsns", "members"},
	{"an error code without advice", ", advice: ", ", advise: ", "timsns", "members"},
	{"no example named basic", "            examples:\n              basic:", "            examples:\n              first:", "timsns", "examples"},

	// These changes break users of the released document.
	{"an optional property of a response removed", "        Invalid_Account: *invalidAccount\n", "", "oasdiff", "response-optional-property-removed"},
	{"a required property of a response removed", "        ErrorInfo: *errorInfo\n", "", "oasdiff", "response-required-property-removed"},
	{"a response's property made optional", "required: &resultRequired [ResultItem, ", "required: &resultRequired [", "oasdiff", "response-property-became-optional"},
	{"a response's property of another type", "pages have an empty\n        string.\n      type: string", "pages have an empty\n        string.\n      type: integer", "oasdiff", "response-property-type-changed"},
	{"a request's property made required", "      required: [From_Account, AddFriendItem]\n", "      required: [From_Account, AddFriendItem, AddType]\n", "oasdiff", "request-property-became-required"},
	{"a request's property removed", "        ForceAddFlags:\n", "        ForceAddFlag:\n", "oasdiff", "request-property-removed"},
	{"a request's string shortened", "          description: The UserID of the user to whom friends are added, 1 to 32 bytes.\n          type: string\n          minLength: 1\n          maxLength: 32", "          description: The UserID of the user to whom friends are added, 1 to 16 bytes.\n          type: string\n          minLength: 1\n          maxLength: 16", "oasdiff", "request-property-max-length-decreased"},
	{"a request's value removed", "enum: [Add_Type_Both, Add_Type_Single]", "enum: [Add_Type_Both]", "oasdiff", "request-property-enum-value-removed"},
	{"a response's value removed", "enum: [BlackCheckResult_Type_NO, ", "enum: [", "oasdiff", "response-property-enum-value-removed"},
	{"a path renamed", "/v4/sns/group_get:", "/v4/sns/group_pull:", "oasdiff", "api-path-removed-without-deprecation"},
}
