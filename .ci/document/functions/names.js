// The values of an enum, or well-known values of a string, have a name in Go and a meaning each.
export default (schema) => {
  const values = schema.enum ?? schema["x-known-values"];
  if (!values) return [];
  return ["x-enum-varnames", "x-enum-descriptions"]
    .filter((member) => schema[member]?.length !== values.length)
    .map((member) => ({ message: `${member}: want one for each of ${values.length} values` }));
};
