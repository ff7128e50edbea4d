"use strict";

// The calls of this page, newest first. The browser forgets them with the tab.

const historyKey = "timsns.history";
const maxEntries = 50;
let entries = readHistory();

function readHistory() {
  try {
    return JSON.parse(sessionStorage.getItem(historyKey)) ?? [];
  } catch {
    return [];
  }
}

// addEntry adds a call. If the browser has no room for all, it keeps the newest.
function addEntry(entry) {
  entries = [entry, ...entries].slice(0, maxEntries);
  for (let kept = entries; ; kept = kept.slice(0, -1)) {
    try {
      sessionStorage.setItem(historyKey, JSON.stringify(kept));
      break;
    } catch {
      if (kept.length === 0) break;
    }
  }
  showHistory();
  showEntry(entry);
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
