import { expect, test } from "@jest/globals";
import { awsScopeOf, signForAws } from "../../src/verify/aws-signature.ts";

/** Key of the vectors that AWS publishes for version 4, `get-vanilla` and `get-vanilla-query-order-key-case`. */
const key = {
  id: ["AKID", "EXAMPLE"].join(""),
  secret: ["wJalrXUtnFEMI", "K7MDENG+bPxRfiCYEXAMPLEKEY"].join("/"),
  token: undefined,
};
const request = {
  method: "GET",
  host: "example.amazonaws.com",
  port: 443,
  headers: {},
  body: Buffer.alloc(0),
} as const;
const scope = { service: "service", region: "us-east-1" };
const now = new Date("2015-08-30T12:36:00Z");

test.each([
  ["/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
  ["/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"],
])("the signature of %s is the published one", (path, signature) => {
  const headers = signForAws({ ...request, path }, key, scope, now);
  expect(headers["authorization"]).toMatch(new RegExp(`SignedHeaders=host;x-amz-date, Signature=${signature}$`));
});

test("a host names service and region", () => {
  expect(awsScopeOf("sts.eu-central-1.amazonaws.com")).toEqual({ service: "sts", region: "eu-central-1" });
  expect(awsScopeOf("sts.amazonaws.com")).toEqual({ service: "sts", region: "us-east-1" });
});

test("a temporary key signs its token too", () => {
  const headers = signForAws({ ...request, path: "/" }, { ...key, token: "t" }, scope, now);
  expect(headers).toMatchObject({ "x-amz-security-token": "t" });
  expect(headers["authorization"]).toContain("SignedHeaders=host;x-amz-date;x-amz-security-token");
});
