// The recorded packets under api/fixtures: what commands take and answer, and what must be refused.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const suffix = ".json";

// A packet has the folder of its command, its direction, its text, and the reason for which it is refused, "" for one
// that is right. value is what the text says, and undefined if it is no JSON.
export function readPackets(fixtures) {
  return readdirSync(fixtures).sort().flatMap((command) =>
    ["requests", "responses"].flatMap((direction) =>
      ["", "refused"].flatMap((quality) => readFolder(fixtures, { command, direction, quality }))));
}

function readFolder(fixtures, { command, direction, quality }) {
  const folder = path.join(fixtures, command, direction, quality);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder).filter((file) => file.endsWith(suffix)).sort().map((file) => {
    const stem = path.join(folder, file.slice(0, -suffix.length));
    const reason = quality === "refused" ? readFileSync(`${stem}.txt`, "utf8").trim() : "";
    return newPacket(path.relative(fixtures, stem), command, direction, readFileSync(stem + suffix), reason);
  });
}

function newPacket(name, command, direction, bytes, reason) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name, command, direction, reason, text, value: JSON.parse(text) };
  } catch (error) {
    return { name, command, direction, reason, noJSON: error.message };
  }
}

// spoil returns a copy of a right packet for each of its properties, with a value in its place that no schema allows,
// and one with a property that no schema declares.
export function spoil(packet) {
  const wrong = { undeclared: null };
  const copies = [...Object.keys(packet.value), "undeclared"].map((name) => ({ ...packet.value, [name]: wrong }));
  return copies.map((value, index) => ({
    ...packet, name: `${packet.name}, spoilt ${index}`, value, text: JSON.stringify(value),
  }));
}
