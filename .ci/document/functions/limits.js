// Descriptions of request properties state their limits, and descriptions of integers state what they count.
const unit = /second|how many|number|sequence|index|from \d|\b\d+ or \d+\b|\b0\b|of the (first|next)/i;

// withinRequests returns the names of the schemas that requests use.
const withinRequests = ({ paths, components }) => {
  const names = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    const name = node.$ref?.replace("#/components/schemas/", "");
    if (name && !names.has(name)) {
      names.add(name);
      visit(components?.schemas?.[name]);
    }
    Object.values(node).forEach(visit);
  };
  Object.values(paths ?? {}).forEach((item) => visit(item.post?.requestBody?.content?.["application/json"]?.schema));
  return names;
};

const limits = (property) => [property.maxLength, property.maxItems, property.items?.maxLength, property.maximum]
  .filter((limit) => limit !== undefined);

export default (document) => {
  const asked = withinRequests(document);
  return Object.entries(document.components?.schemas ?? {}).flatMap(([schema, { properties }]) =>
    Object.entries(properties ?? {}).flatMap(([name, property]) => {
      const path = ["components", "schemas", schema, "properties", name, "description"];
      const text = property.description ?? "";
      const missing = asked.has(schema) ? limits(property).filter((limit) => !text.includes(String(limit))) : [];
      const results = missing.map((limit) => ({ message: `want the limit ${limit} in the description`, path }));
      if (property.type === "integer" && !unit.test(text)) {
        results.push({ message: "want the unit or the range of the integer in the description", path });
      }
      if (/Time/.test(name) && property.type === "integer" && !text.includes("Unix seconds")) {
        results.push({ message: "want the unit of the time in the description: Unix seconds", path });
      }
      return results;
    }));
};
