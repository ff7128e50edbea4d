// Holds the types that openapi-typescript makes of the document to the recorded packets: those that are right compile,
// and those that are not do not, as far as types can tell.
import { fileURLToPath } from "node:url";
import { beyondTypes } from "./beyond-types.mjs";
import { compile } from "./compile.mjs";
import { findFaults } from "./controls.mjs";
import { judge } from "./judge.mjs";
import { readPackets, spoil } from "./packets.mjs";
import { choicesAreUnited, emitTypes, otherSpellings, readDocument } from "./types.mjs";

const root = new URL("../../../", import.meta.url);
const packets = readPackets(fileURLToPath(new URL("api", root)));
const spoilt = packets.filter(({ reason, noJSON }) => reason === "" && !noJSON).flatMap(spoil);
const modules = [...packets, ...spoilt].filter(({ noJSON }) => !noJSON);
const document = readDocument(fileURLToPath(new URL("openapi.yaml", root)));
const compiled = { errors: compile(await emitTypes(document), modules), spellings: otherSpellings(document) };

const { counts, findings } = judge(packets, compiled, beyondTypes);
const faults = findFaults(packets, spoilt, compiled);
findings.push(...faults);
if (!await choicesAreUnited()) {
  findings.push("openapi-typescript no longer unites an object with its anyOf: delete intersectChoices in types.mjs");
}

console.log(`${counts.good} good packets compile`);
console.log(`${counts.refused} ill-typed packets do not compile; ${counts.noJSON} more are no JSON`);
console.log(`${counts.beyond} packets are beyond types:`);
beyondTypes.forEach(({ what, why }, index) => console.log(`  ${counts.entries[index]} ${what}: ${why}`));
console.log(`${spoilt.length} spoilt copies of good packets were tried: ${faults.length === 0 ? "none compiles" : "see below"}`);
if (findings.length > 0) {
  console.error(["", ...findings].join("\nlanguages: "));
  process.exitCode = 1;
}
