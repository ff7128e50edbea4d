// Controls of the check: faults made on purpose, each of which it has to find.
import { beyondTypes } from "./beyond-types.mjs";
import { judge } from "./judge.mjs";

// findFaults returns the faults that judge does not find.
export function findFaults(packets, spoilt, compiled) {
  return [...missedSpoilt(spoilt, compiled), ...missedGood(packets, compiled), ...missedEntries(packets, compiled)];
}

// A good packet that was spoilt and compiles would hide whatever is wrong with good packets.
function missedSpoilt(spoilt, compiled) {
  const count = (packet) => judge([packet], compiled, []).findings.length;
  const missed = spoilt.filter((packet) => count(packet) === 0).map(({ name }) => `${name}: it compiles`);
  return spoilt.length > 0 ? missed : ["there is no good packet to spoil"];
}

// A good packet that passes as a refused one has a reason that types must notice, and compiles.
function missedGood(packets, compiled) {
  const good = packets.filter(({ reason }) => reason === "");
  const asRefused = good.map((packet) => ({ ...packet, reason: "value must be an object" }));
  const { findings } = judge(asRefused, compiled, beyondTypes);
  return findings.length >= good.length ? [] : ["a good packet passes as one that is refused"];
}

function missedEntries(packets, compiled) {
  const idle = { what: "reason that no packet has", reason: /^never$/, applies: () => true, why: "" };
  const isFound = (list, text) => judge(packets, compiled, list).findings.some((finding) => finding.includes(text));
  return [
    ...isFound([...beyondTypes, idle], idle.what) ? [] : ["an entry that covers no packet goes unnoticed"],
    ...isFound(beyondTypes.slice(1), "it compiles") ? [] : ["an entry that is missing goes unnoticed"],
  ];
}
