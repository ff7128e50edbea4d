"use strict";

// The calls of this page, newest first. The browser forgets them with the tab.

const historyKey = "timsns.history";
const maxEntries = 50;
const maxStored = 500_000; // characters of an entry, of the five million that a browser stores for a page
let entries = readHistory();

function readHistory() {
  try {
    return JSON.parse(sessionStorage.getItem(historyKey)) ?? [];
  } catch {
    return [];
  }
}

// addEntry adds a call, and shows it.
function addEntry(entry) {
  entries = [entry, ...entries].slice(0, maxEntries);
  storeHistory();
  showHistory();
  showEntry(entry);
}

// storeHistory stores the newest calls that there is room for, except very large ones.
function storeHistory() {
  const stored = entries.map((entry) => JSON.stringify(entry)).filter((text) => text.length <= maxStored);
  for (; stored.length > 0; stored.pop()) {
    try {
      sessionStorage.setItem(historyKey, `[${stored}]`);
      return;
    } catch {
      // there is no room for the oldest one
    }
  }
}

function clearHistory() {
  entries = [];
  sessionStorage.removeItem(historyKey);
  showHistory();
  showEntry(null);
}

function showHistory() {
  document.getElementById("calls").hidden = entries.length === 0;
  document.getElementById("history").replaceChildren(...entries.map(historyItem));
  markShown();
}

function historyItem(entry) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  item.dataset.command = entry.command;
  item.dataset.state = stateOf(entry);
  button.type = "button";
  const { Code: code = null, Status: status } = entry.outcome ?? {};
  for (const [name, text] of [
    ["command", entry.command], ["code", code ?? (status ? `HTTP ${status}` : "–")], ["target", entry.target],
    ["time", new Date(entry.time).toLocaleTimeString("sv-SE")],
  ]) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    button.append(span);
  }
  button.addEventListener("click", () => showEntry(entry));
  item.append(button);
  return item;
}

// markShown marks the entry that the panel shows.
function markShown() {
  [...document.getElementById("history").children].forEach((item, i) => {
    item.firstElementChild.setAttribute("aria-current", entries[i] === shown);
  });
}

document.getElementById("clear-history").addEventListener("click", clearHistory);
