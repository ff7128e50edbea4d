// All schemes are in one requirement: several requirements would be alternatives.
export default ({ security, components, paths }) => {
  const schemes = Object.keys(components?.securitySchemes ?? {});
  const results = [];
  if (security?.length !== 1 || schemes.some((name) => !(name in security[0]))) {
    results.push({ message: `want one requirement with ${schemes.join(", ")}`, path: ["security"] });
  }
  for (const [location, item] of Object.entries(paths ?? {})) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation?.security) {
        results.push({ message: "want no security requirement of the operation's own", path: ["paths", location, method, "security"] });
      }
    }
  }
  return results;
};
