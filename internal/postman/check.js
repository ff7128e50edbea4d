// Tests each response. The variable codes, which precedes this script in the collection, has what the document says
// about the error codes.
function textOf(value) {
  return typeof value === "string" ? value.trim() : "";
}

// parse returns the JSON object of the response.
function parse() {
  var response = null;
  try {
    response = JSON.parse(pm.response.text());
  } catch (error) { // the tests below say what is wanted
  }
  return response !== null && typeof response === "object" && !Array.isArray(response) ? response : null;
}

// failureOf describes a response that is no success.
function failureOf(response) {
  var info = textOf(response.ErrorInfo);
  return response.ErrorCode + ": " + (codes[response.ErrorCode] || "the document does not have this code") +
    (info ? "; the service says: " + info : "");
}

var response = parse();

pm.test("The HTTP status is 200", function () {
  pm.expect(pm.response.code).to.equal(200);
});

pm.test("The body is a JSON object", function () {
  if (response === null) {
    pm.expect.fail("want a JSON object of the service, which a proxy or a login page does not send");
  }
});

if (response !== null) {
  pm.test("The call succeeded", function () {
    if (response.ErrorCode !== 0 || response.ActionStatus === "FAIL") {
      pm.expect.fail(failureOf(response));
    }
  });
}
