import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { cli } from "./built.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

test("our own files pass, as the README says", () => {
  const paths = readdirSync(root).filter((name) => name !== "node_modules" && name !== ".git");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "files", ...paths], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, said: status === 0 ? "" : `${stdout}${stderr}` }).toEqual({ status: 0, said: "" });
});
