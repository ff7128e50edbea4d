// The fixtures: valid requests and responses in api/fixtures, invalid ones in api/testdata/refused.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const suffix = ".json";

// A packet has the folder of its command, its direction, its text, and the reason why it is invalid, "" for a valid one.
// value is the parsed text, and undefined if the text is not valid JSON.
export function readPackets(api) {
  const folders = [path.join(api, "fixtures"), path.join(api, "testdata", "refused")];
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
