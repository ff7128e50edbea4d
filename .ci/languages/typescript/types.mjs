// The types that openapi-typescript generates from the document.
import { readFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

export function readDocument(file) {
  return parse(readFileSync(file, "utf8"), { maxAliasCount: -1 });
}

// A property with a default may be absent from a packet. Without defaultNonNullable: false, the generated types require
// it.
export async function generateTypes(document) {
  return astToString(await openapiTS(structuredClone(document), { defaultNonNullable: false, silent: true }));
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
