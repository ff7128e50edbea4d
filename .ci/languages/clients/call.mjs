// Calls the sandbox with each generated client, and prints the codes that it returns for the accounts given.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const accounts = process.argv.slice(2);
const results = {};
for (const name of ["hey-api", "orval", "zod-client"]) {
  const { call } = require(`../.generated/calls/${name}.js`);
  results[name] = [];
  for (const account of accounts) {
    results[name].push(await call(account));
  }
}
console.log(JSON.stringify(results));
