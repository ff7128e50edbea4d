// The fixtures: valid requests and responses in api/fixtures, invalid ones in api/fixtures/refused.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const suffix = ".json";

// A packet has a command, a direction, its text, and the reason why it is invalid, which is "" for a valid one. value
// is the parsed text. A packet that is not JSON has malformed, the parser's message, in place of text and value.
export function readPackets(api) {
  const folders = [path.join(api, "fixtures"), path.join(api, "fixtures", "refused")];
  return folders.flatMap((fixtures) => readdirSync(fixtures).sort().flatMap((command) =>
    ["requests", "responses"].flatMap((direction) => readFolder(fixtures, { command, direction }))));
}

function readFolder(fixtures, { command, direction }) {
  const folder = path.join(fixtures, command, direction);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder).filter((file) => file.endsWith(suffix)).sort().map((file) => {
    const stem = path.join(folder, file.slice(0, -suffix.length));
    const reason = existsSync(`${stem}.txt`) ? readFileSync(`${stem}.txt`, "utf8").trim() : "";
    const name = path.relative(path.dirname(fixtures), stem);
    return newPacket(name, command, direction, readFileSync(stem + suffix), reason);
  });
}

function newPacket(name, command, direction, bytes, reason) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name, command, direction, reason, text, value: JSON.parse(text) };
  } catch (error) {
    return { name, command, direction, reason, malformed: error.message };
  }
}

// spoil returns copies of a valid packet: one for each of its properties, with a value that no schema allows, and one
// with a property that no schema declares.
export function spoil(packet) {
  const wrong = { undeclared: null };
  const copies = [...Object.keys(packet.value), "undeclared"].map((name) => ({ ...packet.value, [name]: wrong }));
  return copies.map((value, index) => ({
    ...packet, name: `${packet.name}, spoiled ${index}`, value, text: JSON.stringify(value),
  }));
}
