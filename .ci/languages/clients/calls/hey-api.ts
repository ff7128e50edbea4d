import { groupGet } from "../hey-api";
import { client } from "../hey-api/client.gen";
import { sandbox, signed } from "./sandbox";

client.setConfig({ baseUrl: sandbox.url });
client.interceptors.request.use((request) => new Request(signed(request.url), request));

// call returns the code of a group_get. ErrorCode has the type 0 in a success.
export async function call(account: string): Promise<number> {
  const { data } = await groupGet({ body: { From_Account: account, LastSequence: 0 }, throwOnError: true });
  if (data.ActionStatus === "FAIL") {
    return data.ErrorCode;
  }
  const success: 0 = data.ErrorCode;
  return success;
}
