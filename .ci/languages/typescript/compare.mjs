// judge holds what the compiler says of packets to what is recorded of them.

// judge returns what is counted, and findings: what is wrong. errors has the compiler's errors of each packet by name.
export function judge(packets, { errors, spellings }, beyondTypes) {
  const counts = { good: 0, noJSON: 0, refused: 0, beyond: 0, entries: beyondTypes.map(() => 0) };
  const findings = packets.flatMap((packet) =>
    judgePacket({ ...packet, spellings }, errors.get(packet.name) ?? [], beyondTypes, counts));
  const idle = beyondTypes.filter((_, index) => counts.entries[index] === 0);
  return { counts, findings: [...findings, ...idle.map(({ what }) => `beyond types: "${what}" covers no packet that compiles`)] };
}

function judgePacket(packet, errors, beyondTypes, counts) {
  if (packet.reason === "") {
    return judgeGood(packet, errors, counts);
  }
  if (packet.noJSON || errors.length > 0) {
    counts[packet.noJSON ? "noJSON" : "refused"]++;
    return [];
  }
  return judgeUnnoticed(packet, beyondTypes, counts);
}

function judgeGood(packet, errors, counts) {
  const wrong = packet.noJSON ? [packet.noJSON] : errors;
  counts.good += wrong.length === 0 ? 1 : 0;
  return wrong.map((error) => `${packet.name}: want a packet that compiles, got: ${error}`);
}

// judgeUnnoticed wants each reason of a packet that compiles to be beyond types: one alone would have to be noticed.
function judgeUnnoticed(packet, beyondTypes, counts) {
  const used = packet.reason.split("; ").map((reason) =>
    beyondTypes.findIndex((entry) => entry.reason.test(reason) && entry.applies(valueAt(packet, reason))));
  if (used.includes(-1)) {
    return [`${packet.name}: want an error, since ${packet.reason}; it compiles`];
  }
  counts.beyond++;
  new Set(used).forEach((index) => counts.entries[index]++);
  return [];
}

// valueAt returns the value that a reason speaks of: that of ResultItem/0/ResultCode, say, whose name goes before a colon.
function valueAt({ value, spellings }, reason) {
  const [location] = reason.split(": ", 1);
  return location.split("/").reduce((node, name) => node?.[name] ?? node?.[spellings.get(name)], value);
}
