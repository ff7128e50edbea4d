// Generates clients from the document with several generators, and compiles them with the calls in calls/.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import SwaggerParser from "@apidevtools/swagger-parser";
import { compile } from "./compile.mjs";

const document = fileURLToPath(new URL("../../../openapi.yaml", import.meta.url));
const output = fileURLToPath(new URL("../.generated/", import.meta.url));
const program = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

const run = (name, ...args) => execFileSync(program(name), args, { cwd: output, stdio: ["ignore", "ignore", "inherit"] });

const generators = {
  "hey-api": () => run("openapi-ts", "--input", document, "--output", "hey-api", "--no-log-file"),
  "orval": () => run("orval", "--config", "./orval.config.cjs"),
  "zod-client": () => run("openapi-zod-client", document, "--output", "zod-client.ts"),
};

const orval = (client) => ({ input: { target: document }, output: { target: `orval/${client}.ts`, client } });

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
writeFileSync(`${output}package.json`, `{"type": "commonjs"}\n`);
writeFileSync(`${output}orval.config.cjs`, `module.exports = ${JSON.stringify({ zod: orval("zod"), fetch: orval("fetch") })};\n`);
cpSync(new URL("calls", import.meta.url), `${output}calls`, { recursive: true });

await SwaggerParser.validate(document);
console.log("swagger-parser: the document is valid");
for (const [name, generate] of Object.entries(generators)) {
  generate();
  const problems = compile(`${output}calls/${name}.ts`);
  console.log(`${name}: ${problems === "" ? "the client compiles" : problems}`);
  process.exitCode ||= problems === "" ? 0 : 1;
}
