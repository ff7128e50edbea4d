"use strict";

const token = new URLSearchParams(location.search).get("token");

// request sends a request to the console. The token is in a header, so that no URL repeats it.
function request(path, options = {}) {
  const headers = { ...options.headers, Authorization: "Bearer " + token };
  return fetch(path, { ...options, headers, credentials: "omit" });
}

// sendCall sends the request of a command to a target, and returns an entry of the history. An entry has a problem in
// place of an outcome if the console did not pass the request on.
async function sendCall(path, target, body) {
  const entry = { path, command: path.split("/").pop(), target, time: Date.now(), request: compactJSON(body) };
  try {
    const headers = { "Content-Type": "application/json", "Timsns-Target": target };
    const response = await request(path, { method: "POST", headers, body: entry.request });
    const outcome = response.headers.get("Timsns-Call");
    const text = await response.text();
    if (!outcome) return { ...entry, problem: "refused", reason: text.trim() };
    return { ...entry, outcome: JSON.parse(outcome), response: text };
  } catch {
    return { ...entry, problem: "unreachable" };
  }
}

// fetchSnippet returns the call of an entry in another form: Go, Command or Curl.
async function fetchSnippet(entry, form) {
  const [path, target] = [JSON.stringify(entry.path), JSON.stringify(entry.target)];
  const body = `{"Path":${path},"Target":${target},"Request":${entry.request}}`;
  const headers = { "Content-Type": "application/json" };
  const response = await request("snippets", { method: "POST", headers, body });
  if (!response.ok) throw new Error((await response.text()).trim());
  return (await response.json())[form];
}

// packetOf returns an entry as an exchange that timsns verify reads.
function packetOf(entry) {
  const { outcome } = entry;
  const members = [
    ["command", JSON.stringify(entry.command)], ["method", JSON.stringify("POST")],
    ["url", JSON.stringify(outcome.URL.split("?")[0])], ["unsigned", "true"],
    ["requestType", JSON.stringify("application/json")], ["request", bodyOf(entry.request)],
  ];
  if (outcome.Status) {
    members.push(
      ["status", outcome.Status], ["responseType", JSON.stringify(outcome.ResponseType)],
      ["response", bodyOf(entry.response)],
    );
  }
  return "{" + members.map(([name, value]) => `\n  "${name}": ${value}`).join(",") + "\n}\n";
}

// bodyOf returns a body as a member of an exchange: an object as it is, anything else as a string.
function bodyOf(text) {
  return problemOf(text) === "" && text.trim().startsWith("{") ? text.trim() : JSON.stringify(text);
}
