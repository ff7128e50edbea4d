package api_test

const (
	getResponse  = "    GroupGetResponse:\n"
	errorSchema  = "    ErrorResponse:\n"
	resultSchema = "\n    ResultItem:\n"
	oneStatus    = "        ActionStatus: *actionStatus\n"
	responseOf   = "(paths./v4/sns/group_get.post.responses.200.content.application/json.schema)"
	batchOf      = "(paths./v4/sns/friend_add.post.x-batch)"
	resultOf     = "(components.schemas.ResultItem.x-result)"
)

// outcomeMistakes are those that people make when a service reports outcomes in its own way.
var outcomeMistakes = map[string]mistake{
	"a failure first":           {groupGet, "GroupGetResponse\"\n                  - $ref: \"#/components/schemas/ErrorResponse\"", "ErrorResponse\"\n                  - $ref: \"#/components/schemas/GroupGetResponse\"", "oneOf:", "operations", "oneOf: want GroupGetResponse first, got ErrorResponse " + responseOf},
	"two successes":             {groupGet, "- $ref: \"#/components/schemas/ErrorResponse\"", "- $ref: \"#/components/schemas/GroupAddResponse\"", "oneOf:", "operations", "oneOf: want a failure after GroupGetResponse, got the success GroupAddResponse " + responseOf},
	"three outcomes":            {groupGet, "- $ref: \"#/components/schemas/ErrorResponse\"", "- $ref: \"#/components/schemas/ErrorResponse\"\n                  - $ref: \"#/components/schemas/GroupAddResponse\"", "oneOf:", "operations", "oneOf: want two schemas, GroupGetResponse and a failure, got 3 " + responseOf},
	"a failure with any code":   {errorSchema, "          not: {enum: [0]}\n", "", "        ErrorCode:", "operations", "ErrorCode: want not: {enum: [0]}, which tells a failure from a success (components.schemas.ErrorResponse.properties)"},
	"a success of any status":   {getResponse, oneStatus, "        ActionStatus: {x-order: 91, type: string, x-go-type: ActionStatus, description: The status.}\n", "        ActionStatus:", "operations", "ActionStatus: want enum: [OK], which tells a success from a failure (components.schemas.GroupGetResponse.properties)"},
	"no status in a success":    {"  /v4/sns/friend_delete_all:\n", "required: [ActionStatus, ErrorCode, ErrorInfo]\n      properties:\n        ActionStatus: *actionStatus\n", "required: [ErrorCode, ErrorInfo]\n      properties:\n", "              schema:\n                oneOf", "operations", "schema: want ActionStatus in both FriendDeleteAllResponse and ErrorResponse, or in neither (paths./v4/sns/friend_delete_all.post.responses.200.content.application/json)"},
	"a status without a schema": {groupGet, "next pull.\n          type: integer\n          format: int64\n          minimum: 0\n" + oneStatus, "next pull.\n          type: integer\n          format: int64\n          minimum: 0\n        ActionStatus: {x-order: 91, type: string, enum: [OK, SomeError], x-go-type: ActionStatus, description: The status.}\n", "discriminator:", "operations", "discriminator: mapping.SomeError is missing; want \"#/components/schemas/GroupGetResponse\" " + responseOf},
	"a failure of any status":   {errorSchema, "          enum: [FAIL]\n", "", "        ActionStatus:", "operations", "ActionStatus: want enum: [FAIL], which tells a failure from a success (components.schemas.ErrorResponse.properties)"},
	"an unknown status":         {groupGet, "                    OK: ", "                    Ok: \"#/components/schemas/GroupGetResponse\"\n                    OK: ", "Ok:", "operations", "Ok: neither response has this ActionStatus (paths./v4/sns/group_get.post.responses.200.content.application/json.schema.discriminator.mapping)"},
	"a mapping to another":      {groupGet, "                    FAIL: \"#/components/schemas/ErrorResponse\"", "                    FAIL: \"#/components/schemas/GroupGetResponse\"", "FAIL:", "operations", "FAIL: want \"#/components/schemas/ErrorResponse\" (paths./v4/sns/group_get.post.responses.200.content.application/json.schema.discriminator.mapping)"},
	"no discriminator":          {groupGet, "                discriminator:\n                  propertyName: ActionStatus\n                  mapping:\n                    OK: \"#/components/schemas/GroupGetResponse\"\n                    FAIL: \"#/components/schemas/ErrorResponse\"\n", "", "              schema:", "operations", "schema: discriminator is missing; want propertyName ActionStatus and a mapping of OK, FAIL (paths./v4/sns/group_get.post.responses.200.content.application/json)"},
	"an optional code":          {errorSchema, "[ActionStatus, ErrorCode, ErrorInfo]", "[ActionStatus, ErrorInfo]", "        ErrorCode:", "operations", "ErrorCode: want it among the required properties, since a client could take its absence for 0 (components.schemas.ErrorResponse.properties)"},
	"a code of another type":    {getResponse, "        ErrorCode: *errorCode", "        ErrorCode: {x-order: 92, type: integer, format: int64, enum: [0], x-go-type: int64, description: The code of 0.}", "        ErrorCode:", "operations", "ErrorCode: want the type of the schema ErrorCode: allOf with a $ref to it, or x-go-type: ErrorCode (components.schemas.GroupGetResponse.properties)"},
	"a text that is a number":   {getResponse, "        ErrorInfo: *errorInfo", "        ErrorInfo: {x-order: 93, type: integer, format: int64, description: A number of lines.}", "        ErrorInfo:", "operations", "ErrorInfo: want a string (components.schemas.GroupGetResponse.properties)"},

	"a key of no property":   {groupGet, "x-idempotent: true", "x-idempotent: {key: [LastSequences]}", "LastSequences", "operations", "key[0]: GroupGetRequest has no property LastSequences; did you mean LastSequence? (paths./v4/sns/group_get.post.x-idempotent)"},
	"a key that is an array": {groupGet, "x-idempotent: true", "x-idempotent: {key: [GroupName]}", "GroupName]}", "operations", "key[0]: want a string or an integer, which is not sent if it is zero (paths./v4/sns/group_get.post.x-idempotent)"},
	"an empty key":           {groupGet, "x-idempotent: true", "x-idempotent: {key: []}", "key", "members", "key: it is empty; want an element (paths./v4/sns/group_get.post.x-idempotent)"},
	"no time for a key":      {groupGet, "x-idempotent: true", "x-idempotent: {key: [LastSequence], seconds: 0}", "seconds", "operations", "seconds: want a number of seconds, from 1 (paths./v4/sns/group_get.post.x-idempotent)"},

	"a batch without outcomes":           {friendAdd, "        response: ResultItem\n        failed: [Fail_Account, Invalid_Account]\n", "", "      x-batch:", "batches", "x-batch: want response or failed, which name the arrays that report the outcome for each account (paths./v4/sns/friend_add.post)"},
	"a batch that is split with its key": {friendAdd, "x-idempotent: false", "x-idempotent: {key: [From_Account]}", "      x-batch:", "batches", "x-batch: want indivisible: true, since the calls of a split batch would have the same key (x-idempotent) (paths./v4/sns/friend_add.post)"},
	"an array that is lost":              {friendAdd, "failed: [Fail_Account, Invalid_Account]", "failed: [Fail_Account]", "      x-batch:", "batches", "x-batch: the array Invalid_Account of the response would be lost when a batch is split; want it in response or failed (paths./v4/sns/friend_add.post)"},
	"results without x-result":           {"  /v4/sns/friend_check:\n", "[To_Account, Relation, ResultCode, ResultInfo]\n      x-result: *accountResult\n", "[To_Account, Relation, ResultCode, ResultInfo]\n", "response: InfoItem", "batches", "response: the elements of InfoItem have no x-result, which names their account and code (paths./v4/sns/friend_check.post.x-batch)"},
	"results without a batch":            {"  /v4/sns/friend_delete:\n", "      x-batch:\n        request: To_Account\n        response: ResultItem\n        method: FriendDeleteMany # FriendDeleteAll is another operation\n", "", "    post:", "batches", "post: want x-batch, since ResultItem of FriendDeleteResponse has results of accounts (paths./v4/sns/friend_delete)"},

	"a result of no property":    {resultSchema, "*accountResult", "{account: To_Acount, code: ResultCode}", "account: To_Acount", "results", "account: ResultItem has no property To_Acount; did you mean To_Account? " + resultOf},
	"an optional account":        {"\n    BlackListCheckItem:\n", "[To_Account, Relation, ResultCode, ResultInfo]\n      x-result: *accountResult", "[Relation, ResultCode, ResultInfo]\n      x-result: {account: To_Account, code: ResultCode}", "account:", "results", "account: To_Account is not among the required properties (components.schemas.BlackListCheckItem.x-result)"},
	"a code that is a text":      {resultSchema, "*accountResult", "{account: To_Account, code: ResultInfo}", "code", "results", "code: ResultInfo is no error code; want allOf with a $ref to the schema ErrorCode " + resultOf},
	"an account that is a code":  {resultSchema, "*accountResult", "{account: ResultCode, code: ResultCode}", "account: ResultCode", "results", "account: want a string " + resultOf},
	"a code and a status":        {resultSchema, "*accountResult", "{account: To_Account, code: ResultCode, status: ResultInfo}", "x-result", "results", "x-result: want code or status, the property with the outcome, and not both (components.schemas.ResultItem)"},
	"a status that may be empty": {resultSchema, "*accountResult", "{account: To_Account, status: ResultInfo, success: [ok]}", "status", "results", "status: ResultInfo may be empty; want minLength: 1 " + resultOf},
	"a status without success":   {resultSchema, "*accountResult", "{account: To_Account, status: ResultCode}", "x-result", "results", "x-result: success is missing: the values of ResultCode that mean success (components.schemas.ResultItem)"},
	"a code with success":        {resultSchema, "*accountResult", "{account: To_Account, code: ResultCode, success: [0]}", "success", "results", "success: want no success beside code, which is 0 for a success " + resultOf},
	"a success of another type":  {resultSchema, "*accountResult", "{account: To_Account, status: ResultCode, success: [ok]}", "ok]", "results", "success[0]: want an integer, got the string \"ok\" " + resultOf},
	"a success that is 0":        {resultSchema, "*accountResult", "{account: To_Account, status: ResultCode, success: [0]}", "0]", "results", "success[0]: want code in place of status, since 0 means success " + resultOf},
	"a result in a property":     {resultSchema, "        ResultInfo: *resultInfo", "        ResultInfo: {x-order: 9, description: A text., type: string, x-result: {account: a, code: b}}", "x-result: {", "results", "x-result: want it on a schema of its own (components.schemas.ResultItem.properties.ResultInfo)"},

	"a sandbox of no code":    {"\nx-sandbox:", "30001", "30099", "invalid-request", "sandbox", "invalid-request: 30099 is not in the catalogue (x-catalogue of the schema ErrorCode) (x-sandbox)"},
	"a sandbox of no account": {"\nx-sandbox:", "alice", "zoe", "account", "sandbox", "account: no example of a request has the account \"zoe\" (x-sandbox)"},
	"a refusal of no code":    {groupGet, "      x-idempotent", "      x-invalid-request: 30099\n      x-idempotent", "x-invalid-request", "sandbox", "x-invalid-request: 30099 is not in the catalogue (x-catalogue of the schema ErrorCode) " + operation},
}
