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

// english has the English text of each label of Swagger UI that is in Chinese.
const english = new WeakMap();

function inChinese(text) {
  return text.replace(text.trim(), swaggerTexts[text.trim()]);
}

// translate translates the labels of Swagger UI below a node. It leaves the texts of the document and code as they are.
function translate(root) {
  const labels = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let label = labels.nextNode(); label !== null; label = labels.nextNode()) {
    const known = english.get(label);
    const original = known && label.data === inChinese(known) ? known : label.data; // Swagger UI may have changed it
    const isOfDocument = label.parentElement.closest(".markdown, .renderedMarkdown, pre, code") !== null;
    if (isOfDocument || !(original.trim() in swaggerTexts)) continue;
    const text = language === "zh" ? inChinese(original) : original;
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
// Ctrl and Enter send the request that is being edited.
document.getElementById("swagger-ui").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.tagName !== "TEXTAREA") return;
  event.target.closest(".opblock").querySelector(".execute").click();
});
new MutationObserver((changes) => changes.forEach(({ target }) => translate(target)))
  .observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
showTexts();
showEntry(entries[0] ?? null);
showOperations();
