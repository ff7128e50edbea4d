// Tests of the check itself: it must detect problems that are made on purpose.
import { beyondTypes } from "./beyond-types.mjs";
import { compare } from "./compare.mjs";

// testCheck returns the problems that compare does not detect.
export function testCheck(packets, spoiled, compiled) {
  return [...undetectedSpoiled(spoiled, compiled), ...undetectedValid(packets, compiled), ...undetectedEntries(packets, compiled)];
}

// A spoiled packet must not compile. Otherwise the types would accept anything.
function undetectedSpoiled(spoiled, compiled) {
  const count = (packet) => compare([packet], compiled, []).problems.length;
  const undetected = spoiled.filter((packet) => count(packet) === 0).map(({ name }) => `${name}: it compiles`);
  return spoiled.length > 0 ? undetected : ["there is no valid packet to spoil"];
}

// A valid packet that is recorded as invalid compiles, which is a problem.
function undetectedValid(packets, compiled) {
  const valid = packets.filter(({ reason }) => reason === "");
  const asInvalid = valid.map((packet) => ({ ...packet, reason: "value must be an object" }));
  const { problems } = compare(asInvalid, compiled, beyondTypes);
  return problems.length >= valid.length ? [] : ["a valid packet passes as an invalid one"];
}

function undetectedEntries(packets, compiled) {
  const unused = { what: "reason of no packet", reason: /^never$/, applies: () => true, why: "" };
  const isFound = (list, text) => compare(packets, compiled, list).problems.some((problem) => problem.includes(text));
  return [
    ...isFound([...beyondTypes, unused], unused.what) ? [] : ["an entry that covers no packet is not detected"],
    ...isFound(beyondTypes.slice(1), "it compiles") ? [] : ["a missing entry is not detected"],
  ];
}
