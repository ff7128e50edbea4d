// Something refers to each schema: a $ref, or the x-go-type of a schema that generated code gives this type.
const references = (node) => node === null || typeof node !== "object" ? [] :
  [node.$ref?.split("/").pop(), node["x-go-type"], ...Object.values(node).flatMap(references)];

export default (document) => {
  const used = new Set(references(document));
  return Object.keys(document.components?.schemas ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({ message: "nothing refers to the schema", path: ["components", "schemas", name] }));
};
