// compare compares the compiler's errors with the recorded validity of packets. It returns counts, and problems:
// packets that compile but should not, or the reverse. errors contains the compiler's errors by the name of the packet.
export function compare(packets, { errors, aliases }, beyondTypes) {
  const counts = { valid: 0, malformed: 0, invalid: 0, beyond: 0, entries: beyondTypes.map(() => 0) };
  const problems = packets.flatMap((packet) =>
    comparePacket({ ...packet, aliases }, errors.get(packet.name) ?? [], beyondTypes, counts));
  const unused = beyondTypes.filter((_, index) => counts.entries[index] === 0);
  return { counts, problems: [...problems, ...unused.map(({ what }) => `beyond types: "${what}" covers no packet that compiles`)] };
}

function comparePacket(packet, errors, beyondTypes, counts) {
  if (packet.reason === "") {
    return compareValid(packet, errors, counts);
  }
  if (packet.malformed || errors.length > 0) {
    counts[packet.malformed ? "malformed" : "invalid"]++;
    return [];
  }
  return compareUndetected(packet, beyondTypes, counts);
}

function compareValid(packet, errors, counts) {
  const wrong = packet.malformed ? [packet.malformed] : errors;
  counts.valid += wrong.length === 0 ? 1 : 0;
  return wrong.map((error) => `${packet.name}: want a packet that compiles, got: ${error}`);
}

// compareUndetected requires every reason of an invalid packet that compiles to be beyond types.
function compareUndetected(packet, beyondTypes, counts) {
  const used = packet.reason.split("; ").map((reason) =>
    beyondTypes.findIndex((entry) => entry.reason.test(reason) && entry.applies(valueAt(packet, reason))));
  if (used.includes(-1)) {
    return [`${packet.name}: want an error, because of ${packet.reason}; it compiles`];
  }
  counts.beyond++;
  new Set(used).forEach((index) => counts.entries[index]++);
  return [];
}

// valueAt returns the value that a reason is about, such as that of ResultItem/0/ResultCode. The path precedes a colon.
function valueAt({ value, aliases }, reason) {
  const [location] = reason.split(": ", 1);
  return location.split("/").reduce((node, name) => node?.[name] ?? node?.[aliases.get(name)], value);
}
