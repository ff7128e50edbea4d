// Signs each request before it is sent. The signature is added to the request that is about to be sent, and nowhere
// else: not to the collection, a variable or the console.
//
// Each request gets a UserSig of its own. Postman's local variables could keep one, but only during a run of the
// collection, and a run may change the other variables. Signing takes less than a millisecond.
var CryptoJS = require("crypto-js");

var lifetime = 600; // seconds: enough for a slow clock, and soon worth nothing to who finds it in a log

// variable returns the value of a variable, of the environment or else of the collection.
function variable(name, pattern, want) {
  var value = pm.variables.get(name);
  value = value === undefined || value === null ? "" : String(value).trim();
  if (!pattern.test(value)) { // the message repeats no value: it could be the key
    throw new Error("Set the variable " + name + " of the collection or the environment: want " + want +
      (value === "" ? ", and it is empty." : "."));
  }
  return value;
}

// bytesOf returns the UTF-8 of a text as a string with a character for each byte.
function bytesOf(text) {
  return CryptoJS.enc.Utf8.parse(text).toString(CryptoJS.enc.Latin1);
}

// compress returns bytes in zlib's format, as one block that is stored as it is.
function compress(bytes) {
  var a = 1, b = 0; // Adler-32
  for (var i = 0; i < bytes.length; i++) {
    a = (a + bytes.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  var low = bytes.length & 255, high = bytes.length >> 8;
  return String.fromCharCode(0x78, 0x01, 1, low, high, low ^ 255, high ^ 255) + bytes +
    String.fromCharCode(b >> 8, b & 255, a >> 8, a & 255);
}

// userSigOf returns a UserSig of version 2.0: compressed JSON in base64, with *, - and _ for +, / and =.
function userSigOf(app, user, key) {
  var issued = Math.floor(Date.now() / 1000);
  var signed = "TLS.identifier:" + user + "\nTLS.sdkappid:" + app + "\nTLS.time:" + issued +
    "\nTLS.expire:" + lifetime + "\n";
  var content = JSON.stringify({
    "TLS.ver": "2.0",
    "TLS.identifier": user,
    "TLS.sdkappid": Number(app),
    "TLS.time": issued,
    "TLS.expire": lifetime,
    "TLS.sig": CryptoJS.HmacSHA256(signed, key).toString(CryptoJS.enc.Base64)
  });
  var compressed = CryptoJS.enc.Latin1.parse(compress(bytesOf(content)));
  return compressed.toString(CryptoJS.enc.Base64).replace(/\+/g, "*").replace(/\//g, "-").replace(/=/g, "_");
}

// sign adds the query of a request to the server. Requests to other servers that a user adds to the collection stay as
// they are.
function sign() {
  var server = variable("server", /^(?!.*\/$)(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$))[^\s?#@]*$/,
    "the URL of the app's region, from https:// to the host, without a slash at the end");
  var target = pm.variables.replaceIn(pm.request.url.toString());
  if (target.indexOf(server + "/") !== 0) {
    return;
  }
  var app = variable("sdkappid", /^[1-9][0-9]{0,9}$/, "the app's SDKAppID, a number");
  var user = variable("identifier", /\S/, "the UserID of an app administrator");
  var key = variable("secret_key", /\S/, "the app's secret key");
  var query = {
    sdkappid: app,
    identifier: user,
    usersig: userSigOf(app, user, key),
    random: Math.floor(Math.random() * 4294967296),
    contenttype: "json"
  };
  pm.request.url.removeQueryParams(Object.keys(query));
  pm.request.url.addQueryParams(Object.keys(query).map(function (name) {
    return { key: name, value: encodeURIComponent(query[name]) };
  }));
}

sign();
