// Validates FHIR resources by the definitions of R4: a resource a line in, and out what is wrong with them as JSON.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

// Installed by make setup-test.
const { Fhir } = createRequire(new URL("../target/npm/", import.meta.url))("fhir");

const fhir = new Fhir();
const wrong = [];
for await (const line of createInterface({ input: process.stdin })) {
  const resource = JSON.parse(line);
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  for (const { location, severity, message } of messages) {
    // Danish code systems are not among the definitions.
    if (severity === "error" || severity === "fatal") wrong.push(`${resource.id} ${location}: ${message}`);
  }
}
console.log(JSON.stringify(wrong));
