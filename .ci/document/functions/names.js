// Each value of an enum, and each known value of a string, has a Go name and a meaning.
export default (schema) => {
  const values = schema.enum ?? schema["x-known-values"];
  if (!values) return [];
  return ["x-enum-varnames", "x-enum-descriptions"]
    .filter((member) => schema[member]?.length !== values.length)
    .map((member) => ({ message: `${member}: want one for each of ${values.length} values` }));
};
