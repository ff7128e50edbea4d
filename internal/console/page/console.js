"use strict";

// This script puts the parts of the page together.

function targetChosen() {
  return document.getElementById("target").selectedOptions[0];
}

// showTarget makes the target visible everywhere: a real app must not be taken for the sandbox.
function showTarget() {
  const target = targetChosen();
  const isSandbox = target.dataset.isSandbox === "true";
  const [name, note, mode] = document.getElementById("banner").children;
  document.body.dataset.target = isSandbox ? "sandbox" : "live";
  name.textContent = say(isSandbox ? "sandbox" : "live");
  note.textContent = say(isSandbox ? "sandboxNote" : "liveNote", {
    app: target.dataset.app, target: target.value, identifier: target.dataset.identifier,
  });
  mode.textContent = say(allowsWrites ? "writesAllowed" : "readOnly");
  mode.className = allowsWrites ? "writes" : "";
}

// showTexts shows all texts in the language of the page.
function showTexts() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `timsns ${say("console")}`;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  document.getElementById("filter").placeholder = say("filter");
  document.getElementById("filter").ariaLabel = say("filter");
  showTarget();
  showHistory();
  showEntry(shown);
  translate(document.getElementById("swagger-ui"));
}

// english has the English text of each label of Swagger UI that is translated.
const english = new WeakMap();

// translate translates the labels of Swagger UI below a node. It leaves the texts of the document and code as they are.
function translate(root) {
  const labels = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let label = labels.nextNode(); label !== null; label = labels.nextNode()) {
    const original = english.get(label) ?? label.data;
    if (!(original.trim() in swaggerTexts) || label.parentElement.closest(".markdown, pre, code, textarea")) continue;
    const text = language === "zh" ? original.replace(original.trim(), swaggerTexts[original.trim()]) : original;
    english.set(label, original);
    if (label.data !== text) label.data = text;
  }
}

document.getElementById("target").addEventListener("change", showTarget);
document.getElementById("filter").addEventListener("input", (event) => filterOperations(event.target.value));
document.getElementById("language").value = language;
document.getElementById("language").addEventListener("change", (event) => {
  language = event.target.value;
  localStorage.setItem(languageKey, language);
  showTexts();
});
new MutationObserver((changes) => changes.forEach(({ target }) => translate(target)))
  .observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
showTexts();
showEntry(entries[0] ?? null);
showOperations();
