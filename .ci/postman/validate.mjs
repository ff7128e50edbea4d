// Validates the collection on standard input with the schema of format 2.1, and prints the violations.
import validator from "@har-sdk/validator";
import { readFileSync } from "node:fs";

const collection = JSON.parse(readFileSync(0, "utf8"));
for (const variable of collection.variable) {
  if (variable.type === "secret") {
    delete variable.type; // Postman has this type, and the schema is older
  }
}
for (const { instancePath, message } of await new validator.PostmanValidator().verify(collection)) {
  console.log(`${instancePath}: ${message}`);
}
