"use strict";

// The operations of the document, which Swagger UI shows. It sends nothing itself: its own view of a response would
// show the console's URL in place of the service's.

let swagger = null;

const allowsWrites = document.body.dataset.allowWrites === "true";

// changesData reports whether a command changes data, as the console decides it too.
function changesData(path) {
  return swagger.specSelectors.specJson().getIn(["paths", path, "post", "x-idempotent"]) !== true;
}

function showOperations() {
  const nothing = () => () => null;
  swagger = SwaggerUIBundle({
    dom_id: "#swagger-ui", url: "openapi.yaml", presets: [SwaggerUIBundle.presets.apis], layout: "BaseLayout",
    deepLinking: true, docExpansion: "list", defaultModelsExpandDepth: -1, defaultModelExpandDepth: 9,
    tryItOutEnabled: true, validatorUrl: null,
    requestInterceptor: (options) => {
      options.headers.Authorization = "Bearer " + token;
      return options;
    },
    plugins: [{
      statePlugins: {
        spec: { wrapActions: { updateJsonSpec: (update) => (document) => update(withoutExtensions(document)) } },
      },
      wrapComponents: {
        HighlightCode: (_, { React }) => jsonView(React),
        execute: (_, system) => executeButton(system.React), OperationSummaryPath: markWrites,
        InfoContainer: nothing, ServersContainer: nothing, TryItOutButton: nothing, liveResponse: nothing,
        clear: nothing, authorizeBtn: nothing, authorizeOperationBtn: nothing,
      },
    }],
  });
}

// withoutExtensions returns a part of the document without what is for programs only, and what Swagger UI shows as code.
function withoutExtensions(part) {
  if (Array.isArray(part)) return part.map(withoutExtensions);
  if (part === null || typeof part !== "object") return part;
  const kept = Object.entries(part).filter(([name]) => name === "x-idempotent" || !/^(x-|not$)/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutExtensions(value)]));
}

// markWrites adds to the path of an operation whether it changes data.
function markWrites(Original, { React }) {
  return (props) => {
    const kind = changesData(props.operationProps.get("path")) ? "writes" : "reads";
    const mark = React.createElement("span", { className: "kind " + kind, "data-text": kind }, say(kind));
    return React.createElement(React.Fragment, null, React.createElement(Original, props), mark);
  };
}

// jsonView returns the component that shows an example as the rest of the page shows JSON.
function jsonView(React) {
  return ({ children }) => React.createElement("pre", {
    className: "json", tabIndex: 0, ref: (element) => element && showBody(element, String(children)),
  });
}

// executeButton returns the component that sends the request in the form, or says why it does not.
function executeButton(React) {
  return ({ path, method }) => {
    const [isSending, setSending] = React.useState(false);
    const [invalid, setInvalid] = React.useState("");
    const isBlocked = changesData(path) && !allowsWrites;
    const send = async () => {
      const body = swagger.oas3Selectors.requestBodyValue(path, method) ?? "";
      const problem = problemOf(body);
      setInvalid(problem);
      if (problem) return;
      setSending(true);
      await execute(path, body);
      setSending(false);
    };
    const label = isSending ? "sending" : "execute";
    const button = React.createElement("button", {
      className: "btn execute opblock-control__btn", disabled: isBlocked || isSending, "data-text": label, onClick: send,
    }, say(label));
    const note = isBlocked
      ? React.createElement("p", { className: "blocked", "data-text": "blocked" }, say("blocked"))
      : React.createElement("p", { className: "invalid", role: "status" }, invalid && say("invalid", { reason: invalid }));
    return React.createElement("div", { className: "sending" }, button, note);
  };
}

// execute sends a request to the target that is chosen, and shows what happened.
async function execute(path, body) {
  const target = targetChosen();
  const command = path.split("/").pop();
  if (changesData(path) && target.dataset.isSandbox !== "true" && !(await isConfirmed(command, target))) return;
  addEntry(await sendCall(path, target.value, body));
  panel.parentElement.scrollTop = 0;
  if (matchMedia("(max-width: 900px)").matches) panel.scrollIntoView(); // it is below the operations
}

// isConfirmed asks whether a command may change data of a real app.
function isConfirmed(command, target) {
  const dialog = document.getElementById("confirm");
  dialog.querySelector("form > p").textContent = say("confirm", {
    command, target: target.value, app: target.dataset.app,
  });
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send"), { once: true });
  });
}

// fillForm opens the command of an entry, and puts its request into the form.
function fillForm({ path, request: body }) {
  const operation = swagger.specSelectors.specJson().getIn(["paths", path, "post"]);
  if (!operation) return;
  const [tag, id] = [operation.getIn(["tags", 0], "default"), operation.get("operationId")];
  swagger.layoutActions.show(["operations-tag", tag], true);
  swagger.layoutActions.show(["operations", tag, id], true);
  requestAnimationFrame(() => {
    swagger.oas3Actions.setRequestBodyValue({ value: layOutJSON(body).join(""), pathMethod: [path, "post"] });
    document.getElementById(`operations-${tag}-${id}`)?.scrollIntoView({ block: "start" });
  });
}

// filterOperations hides the operations whose line does not contain a text.
function filterOperations(text) {
  const wanted = text.trim().toLowerCase();
  for (const section of document.querySelectorAll(".opblock-tag-section")) {
    const operations = [...section.querySelectorAll(".opblock")];
    for (const operation of operations) {
      const line = operation.querySelector(".opblock-summary").textContent.toLowerCase();
      operation.hidden = !line.includes(wanted);
    }
    section.hidden = wanted !== "" && operations.every((operation) => operation.hidden);
  }
}
