// An example of a test in another language: a program that keeps friends is tested with `timsns sandbox`.
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { startSandbox, type Sandbox } from "./sandbox";

let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox("--code", "30008:friend_delete_all");
});

after(async () => {
  assert.equal(await sandbox.stop(), 0);
});

test("the sample data has friend lists", async () => {
  const lists = await sandbox.call("/v4/sns/group_get", { From_Account: "alice", LastSequence: 0 });
  assert(lists.ActionStatus === "OK"); // from here on, the compiler knows that it is a success
  assert.deepEqual(lists.ResultItem.map(({ GroupName }) => GroupName), ["family", "同学"]);
});

test("a later call sees what an earlier one wrote", async () => {
  const added = await sandbox.call("/v4/sns/friend_add", {
    From_Account: "alice",
    AddFriendItem: [{ To_Account: "erin", AddSource: "AddSource_Type_Web" }],
  });
  assert.equal(added.ErrorCode, 0);
  const friends = await sandbox.call("/v4/sns/friend_get", { From_Account: "alice", StartIndex: 0 });
  assert(friends.ActionStatus === "OK");
  assert(friends.UserDataItem?.some(({ To_Account }) => To_Account === "erin"));
});

test("a flag makes a command fail", async () => {
  const refused = await sandbox.call("/v4/sns/friend_delete_all", { From_Account: "alice" });
  assert(refused.ActionStatus === "FAIL");
  assert.equal(refused.ErrorCode, 30008);
});
