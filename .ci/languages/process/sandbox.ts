// Starts the sandbox as a process, and calls it with the types that openapi-typescript generates from the document.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { paths } from "./types";

export type Path = keyof paths;
export type Request<P extends Path> = paths[P]["post"]["requestBody"]["content"]["application/json"];
export type Response<P extends Path> = paths[P]["post"]["responses"][200]["content"]["application/json"];

export interface Sandbox {
  call<P extends Path>(path: P, request: Request<P>): Promise<Response<P>>;
  stop(): Promise<number>; // the exit status
}

// startSandbox runs `timsns sandbox` with more flags, such as faults.
export async function startSandbox(...flags: string[]): Promise<Sandbox> {
  const child = spawn(process.env.TIMSNS ?? "timsns", ["sandbox", "--output", "json", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  if (value === undefined) {
    throw new Error("want the address of the sandbox; the process has ended");
  }
  const { TIMSNS_SERVER: server, TIMSNS_QUERY: query } = JSON.parse(value);
  return {
    async call(path, request) {
      const response = await fetch(`${server}${path}?${query}`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(request),
      });
      return await response.json();
    },
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      const [status] = await exited;
      return status;
    },
  };
}
