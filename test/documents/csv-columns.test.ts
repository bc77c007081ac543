import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { found, random, scan } from "./documents.ts";

const secret = random(16);

describe("a table with a line of names on top", () => {
  test.each([
    ["with commas", `name,password\nann,${secret}\n`, "password"],
    ["with quotes and semicolons", `"host";"login";"password"\n"h.net";"root";"${secret}"\n`, "password"],
    ["with tabs", `user\tpassword\nann\t${secret}\n`, "password"],
    ["of a password manager", `url,username,password,note\r\nhttps://shop.net/,ann,${secret},x\r\n`, "password"],
    ["of services", `service,api_key\nacme,${random(32)}\n`, "key"],
  ])("%s", (_how, text, kind) => {
    expect(scan(text).map(({ check }) => check)).toEqual([`secrets/generic-${kind}-column`]);
  });

  test("says whose it is and where", () => {
    expect(scan(`host,username,password\ndb.corp.net,ann,${secret}\n`, { secret })).toMatchObject([
      { at: "secret", severity: "medium", facts: { user: "ann", host: "db.corp.net", keyPath: "password" } },
    ]);
  });

  test("has a finding for each row", () => {
    expect(scan(`name,password\nann,${random(14)}\nbob,${random(14)}\n`)).toHaveLength(2);
  });

  test.each([
    ["with hashes", `name,password\nann,${randomBytes(16).toString("hex")}\n`],
    ["of people who were made up", `GivenName,MiddleInitial,Surname,Username,Password\nAnn,B,Smith,asmith,${secret}\n`],
    ["with fillers", "name,password\nann,password\nbob,changeme\n"],
    ["with other columns", `name,password_hint\nann,${secret}\n`],
    ["with a row of another length", `name,password\nann,b,${secret}\n`],
    ["that is code", `from x import user,password\nann,${secret}\n`],
  ])("%s is silent", (_what, text) => {
    expect(found(text).filter((one) => one.includes("column"))).toEqual([]);
  });
});
