"use strict";

// The panel that shows a call: its request, its response, and what they mean.

const panel = document.getElementById("outcome");
let shown = null; // the entry of the history that the panel shows

// maxShown is how many characters of a body are shown. More would make the page slow.
const maxShown = 200_000;

function part(name) {
  return panel.querySelector("." + name);
}

// showEntry shows an entry of the history, or nothing for null.
function showEntry(entry) {
  if (entry !== shown) panel.querySelector("output").textContent = "";
  shown = entry;
  panel.querySelector(".empty").hidden = entry !== null;
  panel.querySelector(".call").hidden = entry === null;
  markShown();
  if (entry === null) return;
  const { outcome } = entry;
  const state = stateOf(entry);
  part("call").dataset.state = state;
  part("chip").textContent = say(state === "refused" ? "failed" : state);
  part("command").textContent = entry.command;
  part("target").textContent = entry.target;
  part("error").textContent = errorOf(entry);
  part("time").textContent = new Date(entry.time).toLocaleString("sv-SE");
  showFacts(entry);
  showList("failures", outcome?.Failures);
  showList("waiting", outcome?.Waiting);
  showList("violations", outcome?.Violations?.map((found) => `${say(found.Direction)} ${found.Path}: ${found.Reason}`));
  part("request").firstElementChild.textContent = outcome?.URL ? `POST ${outcome.URL}` : `POST ${entry.path}`;
  showBody(part("request").lastElementChild, entry.request);
  showBody(part("response"), entry.response ?? "");
  document.getElementById("save-packet").hidden = !outcome?.URL;
}

// stateOf returns ok, partial, pending, failed, noResponse or refused.
function stateOf({ problem, outcome }) {
  if (problem) return "refused";
  if (outcome.Pending) return "pending";
  if (outcome.Code !== 0) return outcome.Status ? "failed" : "noResponse";
  if (outcome.Failures) return "partial";
  return outcome.Waiting ? "pending" : "ok";
}

function errorOf({ problem, reason, outcome }) {
  if (problem) return say(problem, { reason });
  const error = outcome.Error && !outcome.Status ? `${say("noResponse")}: ${outcome.Error}` : outcome.Error;
  return [error, outcome.IsUnknown ? say("unknown") : ""].filter(Boolean).join("\n");
}

// showFacts shows what the list of facts has, and hides the facts that the call does not have.
function showFacts({ outcome }) {
  const facts = {
    code: outcome?.Code ?? "", status: outcome?.Status || "", meaning: meaningOf(outcome),
    advice: outcome?.Advice, random: outcome?.Random || "", duration: outcome ? durationOf(outcome) : "",
    wait: outcome?.RetryAfter ? say("waitNote", { seconds: outcome.RetryAfter }) : "",
  };
  for (const [name, value] of Object.entries(facts)) {
    part(name).textContent = value ?? "";
    part(name).parentElement.hidden = value === "" || value === undefined;
  }
}

function meaningOf(outcome) {
  if ((outcome?.Code ?? null) === null) return "";
  if (outcome.Code === 0) return say(outcome.Failures ? "successOfOthers" : "success");
  return outcome.Meaning || say("unlisted");
}

function durationOf({ Duration: duration, Waited: waited }) {
  return waited >= 1 ? say("waited", { duration, waited }) : `${duration} ms`;
}

// showList shows texts as the items of a list, which is hidden without any.
function showList(name, items = []) {
  part(name).hidden = items.length === 0;
  part(name).querySelector("ul").replaceChildren(...items.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
}

// showBody shows a body laid out or as it is. It never makes markup of a body.
function showBody(element, body) {
  if (body.length > maxShown) {
    element.textContent = body.slice(0, maxShown) + "\n" + say("shortened");
  } else if (problemOf(body) === "" && !document.getElementById("raw").checked) {
    showJSON(element, body);
  } else {
    element.textContent = body || say("noBody");
  }
}

// copySnippet copies the call that is shown in another form.
async function copySnippet(form) {
  const note = panel.querySelector("output");
  try {
    await navigator.clipboard.writeText(await fetchSnippet(shown, form));
    note.textContent = say("copied");
  } catch (error) {
    note.textContent = say("notCopied", { reason: error.message });
  }
}

// savePacket downloads the call that is shown.
function savePacket() {
  const link = document.createElement("a");
  const time = new Date(shown.time).toISOString().slice(0, 19).replaceAll(":", "-");
  link.href = URL.createObjectURL(new Blob([packetOf(shown)], { type: "application/json" }));
  link.download = `${shown.command}-${time}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
  panel.querySelector("output").textContent = say("saved");
}

for (const [id, form] of [["copy-go", "Go"], ["copy-command", "Command"], ["copy-curl", "Curl"]]) {
  document.getElementById(id).addEventListener("click", () => copySnippet(form));
}
document.getElementById("save-packet").addEventListener("click", savePacket);
document.getElementById("fill-form").addEventListener("click", () => fillForm(shown));
document.getElementById("raw").addEventListener("change", () => showEntry(shown));
