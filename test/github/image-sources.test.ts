import { expect, test } from "@jest/globals";
import type { Inputs } from "../../src/github/inputs.ts";
import type { Runner } from "../../src/github/runner.ts";
import { type Harbour, imagesOf } from "../../src/github/sources.ts";
import { temporaryFolder } from "../repositories.ts";

test("images of the configuration are foreign, those of the workflow are not, and the token is for both", async () => {
  const runner = { workspace: temporaryFolder() } as Runner;
  const inputs = { path: ".", images: ["localhost:5000/app", "ghcr.io/a/b"], token: "t" } as unknown as Inputs;
  const [source] = await imagesOf({ store: {} } as Harbour, runner, inputs, ["10.0.0.1/app", "ghcr.io/a/b"]);
  expect(source).toMatchObject({
    names: ["localhost:5000/app", "ghcr.io/a/b", "10.0.0.1/app"],
    foreign: ["10.0.0.1/app"],
    workflowToken: "t",
  });
});
