// A sign-in service for tests: the public provider oidc-provider, with a client for Leon and two people.
// node provider.mjs LEON_ADDRESS: says its own address, and serves until its input ends.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// Installed by make setup-test.
const installed = createRequire(new URL("../target/npm/", import.meta.url));
const { default: Provider } = await import(pathToFileURL(installed.resolve("oidc-provider")));

const leon = process.argv[2];
const people = {
  "subject-anna": { email: "Anna@example.dk", email_verified: true },
  "subject-stranger": { email: "stranger@example.dk", email_verified: true },
  "subject-unproven": { email: "anna@example.dk", email_verified: false },
};

const server = createServer();
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "leon",
      client_secret: "a secret of :%+&",
      redirect_uris: [`${leon}/sign-in/return`],
      post_logout_redirect_uris: [`${leon}/sign-in`],
    },
  ],
  cookies: { keys: ["a key of a test"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  pkce: { required: () => true },
  findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
});
server.on("request", provider.callback());
console.log(issuer);
process.stdin.on("end", () => process.exit()).resume();
