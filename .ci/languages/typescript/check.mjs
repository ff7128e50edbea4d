// Compiles the recorded packets with the types that openapi-typescript generates from the document. Valid packets must
// compile. Invalid ones must not, unless TypeScript's types cannot express why they are invalid.
import { fileURLToPath } from "node:url";
import { beyondTypes } from "./beyond-types.mjs";
import { compare } from "./compare.mjs";
import { compile } from "./compile.mjs";
import { testCheck } from "./controls.mjs";
import { readPackets, spoil } from "./packets.mjs";
import { aliases, generateTypes, readDocument } from "./types.mjs";

const root = new URL("../../../", import.meta.url);
const packets = readPackets(fileURLToPath(new URL("api", root)));
const spoiled = packets.filter(({ reason, malformed }) => reason === "" && !malformed).flatMap(spoil);
const modules = [...packets, ...spoiled].filter(({ malformed }) => !malformed);
const document = readDocument(fileURLToPath(new URL("openapi.yaml", root)));
const compiled = { errors: compile(await generateTypes(document), modules), aliases: aliases(document) };

const { counts, problems } = compare(packets, compiled, beyondTypes);
const undetected = testCheck(packets, spoiled, compiled);
problems.push(...undetected);

console.log(`${counts.valid} valid packets compile`);
console.log(`${counts.invalid} invalid packets do not compile; ${counts.malformed} more are malformed JSON`);
console.log(`${counts.beyond} invalid packets compile, because types cannot express their violations:`);
beyondTypes.forEach(({ what, why }, index) => console.log(`  ${counts.entries[index]} ${what}: ${why}`));
console.log(`${spoiled.length} spoiled copies of valid packets: ${undetected.length === 0 ? "no copy compiles" : "see below"}`);
if (problems.length > 0) {
  console.error(["", ...problems].join("\nlanguages: "));
  process.exitCode = 1;
}
