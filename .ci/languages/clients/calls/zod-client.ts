import { createApiClient } from "../zod-client";
import { sandbox } from "./sandbox";

const api = createApiClient(sandbox.url, { axiosConfig: { params: sandbox.query } });

// call returns the code of a group_get, whose request and response the client validates.
export async function call(account: string): Promise<number> {
  const response = await api.GroupGet({ From_Account: account, LastSequence: 0 });
  if (response.ActionStatus === "FAIL") {
    return response.ErrorCode;
  }
  const success: 0 = response.ErrorCode;
  return success;
}
