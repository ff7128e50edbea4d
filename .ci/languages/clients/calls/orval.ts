import { groupGet } from "../orval/fetch";
import { groupGetResponse } from "../orval/zod";
import { signed } from "./sandbox";

const send = globalThis.fetch;
globalThis.fetch = (url, options) => send(signed(String(url)), options);

// call returns the code of a group_get, whose response the zod schema validates.
export async function call(account: string): Promise<number> {
  const { data } = await groupGet({ From_Account: account, LastSequence: 0 });
  const contradiction = { ...data, ActionStatus: "OK", ErrorCode: 30001 };
  if (groupGetResponse.safeParse(contradiction).success) {
    throw new Error("the schema accepts OK with an error code");
  }
  return groupGetResponse.parse(data).ErrorCode;
}
