// The types that openapi-typescript generates from the document.
import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

export function readDocument(file) {
  return parse(readFileSync(file, "utf8"), { maxAliasCount: -1 });
}

export function generateTypes(document) {
  return generate(intersectChoices(document));
}

// A property with a default may be absent from a packet. Without defaultNonNullable: false, the generated types require
// it.
async function generate(document) {
  return astToString(await openapiTS(structuredClone(document), { defaultNonNullable: false, silent: true }));
}

// intersectChoices moves each anyOf beside properties into an equivalent allOf. The generator treats anyOf beside
// properties as a choice between the object and the parts.
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

// needsIntersection reports whether the generator still needs intersectChoices.
export async function needsIntersection() {
  const schema = {
    type: "object",
    properties: { whole: { type: "string" } },
    anyOf: [{ type: "object", properties: { part: { type: "string" } } }],
  };
  const info = { title: "a choice beside properties", version: "1" };
  const types = await generate({ openapi: "3.0.3", info, paths: {}, components: { schemas: { Choice: schema } } });
  return /Choice: \{\s*whole\?: string;\s*\} \| \{\s*part\?: string;\s*\}/.test(types);
}

// aliases returns a map from the names of properties to their other names (x-alias-of). A reason uses the former, even
// if the packet uses the latter.
export function aliases(node) {
  if (typeof node !== "object" || node === null) {
    return new Map();
  }
  return new Map(Object.entries(node).flatMap(([name, member]) =>
    [...member?.["x-alias-of"] ? [[member["x-alias-of"], name]] : [], ...aliases(member)]));
}
