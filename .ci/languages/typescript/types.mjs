// The types that openapi-typescript makes of the document.
import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

export function readDocument(file) {
  return parse(readFileSync(file, "utf8"), { maxAliasCount: -1 });
}

export function emitTypes(document) {
  return emit(intersectChoices(document));
}

// A property that has a default may be absent from a packet all the same. By its own default, the generator makes types
// of what a program has read, in which it may not.
async function emit(document) {
  return astToString(await openapiTS(structuredClone(document), { defaultNonNullable: false, silent: true }));
}

// intersectChoices puts each anyOf that stands beside properties into allOf, which says the same. The generator takes
// one beside properties for a choice between the object and its parts.
function intersectChoices(node) {
  if (Array.isArray(node)) {
    return node.map(intersectChoices);
  }
  if (typeof node !== "object" || node === null) {
    return node;
  }
  const copy = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, intersectChoices(member)]));
  if (Array.isArray(copy.anyOf) && copy.properties) {
    copy.allOf = [...(copy.allOf ?? []), { anyOf: copy.anyOf }];
    delete copy.anyOf;
  }
  return copy;
}

// choicesAreUnited tells whether the generator still needs intersectChoices.
export async function choicesAreUnited() {
  const schema = {
    type: "object",
    properties: { whole: { type: "string" } },
    anyOf: [{ type: "object", properties: { part: { type: "string" } } }],
  };
  const info = { title: "a choice beside properties", version: "1" };
  const types = await emit({ openapi: "3.0.3", info, paths: {}, components: { schemas: { Choice: schema } } });
  return /Choice: \{\s*whole\?: string;\s*\} \| \{\s*part\?: string;\s*\}/.test(types);
}

// otherSpellings returns, by a property's name, the other one that the document allows in its place (x-alias-of). A
// reason speaks of the first, whichever a packet has.
export function otherSpellings(node) {
  if (typeof node !== "object" || node === null) {
    return new Map();
  }
  return new Map(Object.entries(node).flatMap(([name, member]) =>
    [...member?.["x-alias-of"] ? [[member["x-alias-of"], name]] : [], ...otherSpellings(member)]));
}
