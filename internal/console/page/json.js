"use strict";

// Functions that lay out JSON without parsing its values, since JavaScript would round integers of 64 bits.

const jsonToken = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

// problemOf returns why a text is not JSON, or an empty text.
function problemOf(text) {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error.message;
  }
}

// compactJSON returns valid JSON without the white space between its tokens.
function compactJSON(text) {
  return text.match(jsonToken).join("");
}

// layOutJSON returns the tokens of valid JSON with the white space that shows its structure.
function layOutJSON(text) {
  const laidOut = [];
  let indent = "\n";
  let previous = "";
  for (const token of text.match(jsonToken)) {
    if (token === "}" || token === "]") indent = indent.slice(0, -2);
    const isEmpty = (previous === "{" && token === "}") || (previous === "[" && token === "]");
    const endsLine = "{[,".includes(previous) && previous !== "";
    if (!isEmpty && (endsLine || token === "}" || token === "]")) laidOut.push(indent);
    if (previous === ":") laidOut.push(" ");
    laidOut.push(token);
    if (token === "{" || token === "[") indent += "  ";
    previous = token;
  }
  return laidOut;
}

// showJSON shows JSON in an element, with a class for each kind of token. It adds text only, so that nothing in the
// text becomes markup.
function showJSON(element, text) {
  const tokens = layOutJSON(text);
  element.replaceChildren(...tokens.map((token, i) => {
    if (!/^["\w-]/.test(token)) return token;
    const span = document.createElement("span");
    span.className = token[0] !== '"' ? "literal" : tokens[i + 1] === ":" ? "name" : "text";
    span.textContent = token;
    return span;
  }));
}
