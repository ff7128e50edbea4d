// Generates types from the document, compiles the test in this folder with them, and runs it with Node.js.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "../clients/compile.mjs";
import { generateTypes, readDocument } from "../typescript/types.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const output = fileURLToPath(new URL("../.generated/process/", import.meta.url));

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
writeFileSync(`${output}package.json`, `{"type": "commonjs"}\n`);
for (const file of ["sandbox.ts", "sandbox.test.ts"]) {
  cpSync(new URL(file, import.meta.url), `${output}${file}`);
}
writeFileSync(`${output}types.ts`, await generateTypes(readDocument(`${root}openapi.yaml`)));

const problems = compile(`${output}sandbox.test.ts`);
if (problems !== "") {
  throw new Error(problems);
}
execFileSync("go", ["build", "-o", `${output}timsns`, "./cmd/timsns"], { cwd: root, stdio: "inherit" });
execFileSync("node", ["--test", `${output}sandbox.test.js`], {
  env: { ...process.env, TIMSNS: `${output}timsns` }, stdio: "inherit",
});
