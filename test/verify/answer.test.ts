import { expect, test } from "@jest/globals";
import { parseVerification, type WrittenVerification } from "../../src/detect/verification.ts";
import { readAnswer } from "../../src/verify/answer.ts";

const written: WrittenVerification = {
  get: "https://api.depot.test/me",
  active: [204, { status: 200, json: { "user/ids/0": "*", ok: true } }],
  inactive: { status: [401, 403], json: { "error/.code": ["revoked", 17] } },
  source: "https://depot.test/docs",
};

const verification = parseVerification("depot.yaml", written);

test.each([
  [204, "", "active"],
  [200, '{"ok":true,"user":{"ids":[0]}}', "active"],
  [200, '{"ok":true,"user":{"ids":[null]}}', undefined],
  [200, '{"ok":true,"user":{"ids":[]}}', undefined],
  [200, '{"ok":"true","user":{"ids":[1]}}', undefined],
  [200, "[", undefined],
  [200, "null", undefined],
  [401, '{"error":{".code":"revoked"}}', "inactive"],
  [403, '{"error":{".code":17}}', "inactive"],
  [403, '{"error":{".code":18}}', undefined],
  [401, '{"error":"revoked"}', undefined],
  [401, '{"__proto__":{"error":{".code":17}}}', undefined],
])("%s %s: %s", (status, body, verdict) => {
  expect(readAnswer(verification, { status, body, retryAfter: undefined })).toBe(verdict);
});

test.each([
  [{ get: "http://api.depot.test/" }, /https URL/],
  [{ get: "https://{host}/me" }, /https URL/],
  [{ get: "https://{shop}.test/me" }, /https URL/],
  [{ get: "https://api.{shop}.depot.test/me" }, /https URL/],
  [{ post: "https://api.depot.test/" }, /either get or post/],
  [{ source: "the manual" }, /source/],
  [{ head: "https://api.depot.test/" }, /verify\.head is unknown/],
])("a rule file with %j is refused", (change, message) => {
  expect(() => parseVerification("depot.yaml", { ...written, ...change } as WrittenVerification)).toThrow(message);
});
