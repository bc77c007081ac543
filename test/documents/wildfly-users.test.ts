import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { judgeByPath } from "../../src/detect/path-context.ts";
import { wildflyParser } from "../../src/documents/wildfly-users.ts";
import { scan } from "./documents.ts";

const digest = (): string => randomBytes(16).toString("hex");
const [ann, bob] = [digest(), digest()];

const comment = "# Users are added with the server's own tool, and what it writes of them is a digest.\n".repeat(12);

/** As `add-user.sh` leaves it: longer than what is read by its path. */
const list = (lines: string): string =>
  `${comment}#\n#$REALM_NAME=ManagementRealm$ This line is used by the add-user utility\n#\n${lines}`;

describe("WildFly's users:", () => {
  test("each with its realm", () => {
    const found = scan(list(`ann=${ann}\nbob=${bob}\n`), { ann, bob });
    expect(found.map(({ check, at, facts }) => [check, at, facts["user"], facts["realm"]])).toEqual([
      ["secrets/wildfly-user", "ann", "ann", "ManagementRealm"],
      ["secrets/wildfly-user", "bob", "bob", "ManagementRealm"],
    ]);
  });

  test.each([
    ["commented out", `#ann=${ann}\n`],
    ["of another length", `ann=${ann.slice(1)}\n`],
    ["groups", "ann=admin,deployer\n"],
  ])("not %s", (_what, lines) => {
    expect(scan(list(lines))).toEqual([]);
  });

  test("among tests they are low", () => {
    const [match] = wildflyParser.parse(Buffer.from(list(`ann=${ann}\n`)), [0]);
    expect(judgeByPath(match!, "src/test/resources/mgmt-users.properties")?.severity).toBe("low");
    expect(judgeByPath(match!, "standalone/configuration/mgmt-users.properties")?.severity).toBe("high");
  });
});
