// Every operation has the facts that the emitted client needs.
const camelCase = (name) => name.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("");

const named = (ref) => (ref ?? "").replace("#/components/schemas/", "");

// facts lists the members that an operation must have, whether each is right, and what is wanted.
const facts = (location, operation, catalogue) => {
  const id = camelCase(location.split("/").pop());
  const response = operation.responses?.["200"]?.content?.["application/json"]?.schema ?? {};
  const codes = operation["x-error-codes"];
  return [
    ["operationId", operation.operationId === id, `want ${id}, the command in Go's form`],
    ["tags", operation.tags?.length === 1, "want one tag"],
    ["summary", Boolean(operation.summary), "want a summary"],
    ["description", Boolean(operation.description), "want a description"],
    ["externalDocs", Boolean(operation.externalDocs?.url), "want the URL of the vendor's page"],
    ["x-rate-limit", Number.isInteger(operation["x-rate-limit"]) && operation["x-rate-limit"] > 0, "want a number of calls per second"],
    ["x-idempotent", typeof operation["x-idempotent"] === "boolean", "want true or false"],
    ["x-error-codes", codes?.length > 0 && codes.every((code) => catalogue.has(code)), "want at least one code, all from the catalogue"],
    ["requestBody", operation.requestBody?.required === true, "want a body that is required"],
    ["requestBody", named(operation.requestBody?.content?.["application/json"]?.schema?.$ref) === `${id}Request`, `want the schema ${id}Request`],
    ["responses", named(response.discriminator?.mapping?.OK) === `${id}Response`, `want OK to map to ${id}Response`],
    ["responses", named(response.discriminator?.mapping?.FAIL) === "ErrorResponse", "want FAIL to map to ErrorResponse"],
    ["responses", response.discriminator?.propertyName === "ActionStatus" && response.oneOf?.length === 2, "want oneOf success and failure, with the discriminator ActionStatus"],
  ];
};

// extensions lists the properties that x-batch and x-paging name: the member, the schema and the property.
const extensions = (operation, id) => {
  const batch = operation["x-batch"] ?? {};
  const paging = operation["x-paging"] ?? {};
  return [
    ["x-batch", `${id}Request`, batch.request],
    ["x-batch", `${id}Response`, batch.response],
    ...(batch.failed ?? []).map((name) => ["x-batch", `${id}Response`, name]),
    ["x-paging", `${id}Request`, paging.request],
    ...["response", "complete", "items"].map((member) => ["x-paging", `${id}Response`, paging[member]]),
  ].filter(([, , name]) => name !== undefined);
};

export default (document) => {
  const schemas = document.components?.schemas ?? {};
  const catalogue = new Set((schemas.ErrorCode?.["x-catalogue"] ?? []).map(({ code }) => code));
  return Object.entries(document.paths ?? {}).flatMap(([location, { post: operation }]) => {
    if (!operation) return [];
    const at = (member) => ["paths", location, "post", member];
    const id = camelCase(location.split("/").pop());
    return [
      ...facts(location, operation, catalogue)
        .filter(([, isRight]) => !isRight)
        .map(([member, , want]) => ({ message: `${member}: ${want}`, path: at(member) })),
      ...extensions(operation, id)
        .filter(([, schema, name]) => !schemas[schema]?.properties?.[name])
        .map(([member, schema, name]) => ({ message: `${member}: ${schema} has no property ${name}`, path: at(member) })),
    ];
  });
};
