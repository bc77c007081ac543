import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Entries, imageOf, tarOf } from "../image/images.ts";
import { githubToken, writeFileAt } from "../repositories.ts";
import { type Double, startDouble } from "./double.ts";
import { checkoutAtDepthOne, createForge, openPullRequest } from "./forge.ts";
import { pullRequestPayload } from "./payloads.ts";
import { type Finished, runAction } from "./runner.ts";

const secret = githubToken("image of a pull request");

/** What `docker save` writes of an image with a credential in its second layer, deleted in the third. */
const archive = async (): Promise<Buffer> => {
  const layers: Entries[] = [{ "bin/tool": "x" }, { "srv/.env": `TOKEN=${secret}\n` }, { "srv/.wh..env": "" }];
  const history = ["COPY tool /bin/ # buildkit", "COPY app /srv # buildkit", "RUN /bin/sh -c rm /srv/.env # buildkit"];
  const { config } = await imageOf({ layers, history });
  const tars = await Promise.all(layers.map(tarOf));
  const names = tars.map((_, i) => `${i}/layer.tar`);
  return tarOf({
    "manifest.json": JSON.stringify([{ Config: "config.json", RepoTags: ["app:1"], Layers: names }]),
    "config.json": config,
    ...Object.fromEntries(names.map((name, i) => [name, tars[i]!])),
  });
};

const dockerfile = "FROM scratch\nCOPY tool /bin/\nCOPY app /srv\nRUN rm /srv/.env\n";

describe("a pull request whose image carries what its files do not", () => {
  const forge = createForge();
  let double: Double;
  let finished: Finished;

  beforeAll(async () => {
    double = await startDouble(forge.root);
    const { work } = forge;
    const base = work.commit("base", { Dockerfile: dockerfile });
    double.behave({ commits: [{ sha: base, parents: [] }] });
    work.commit("change", { "a.txt": "a\n" });
    const pull = openPullRequest(forge, base);
    const workspace = checkoutAtDepthOne(forge, pull.merge).folder;
    writeFileAt(workspace, "build/app.tar", await archive());
    finished = await runAction({
      double,
      event: "pull_request",
      payload: pullRequestPayload({ ...pull, commits: 1 }),
      sha: pull.merge,
      workspace,
      inputs: { images: "build/*.tar\n" },
    });
  });
  afterAll(() => double.close());

  test("fails, with the story in comment, summary and report", () => {
    expect([finished.status, finished.outputs["findings"]]).toEqual([1, "1"]);
    for (const face of [double.comments[0]!.body, finished.summary]) {
      expect(face).toContain("srv/.env:1");
      expect(face).toContain("deleted in layer 3 by RUN rm /srv/.env");
      expect(face).toContain("in an image");
      expect(face).toContain(".dockerignore");
    }
    const report = JSON.parse(readFileSync(finished.outputs["report"]!, "utf8"));
    expect(report.coverage).toMatchObject({ layers: 3, complete: true });
    expect(report.findings[0]).toMatchObject({ new: true, locations: [{ kind: "layer", layerNumber: 2 }] });
    expect(JSON.stringify([double.comments, finished.log])).not.toContain(secret);
  });

  test("is annotated at the Dockerfile's line, also for code scanning", () => {
    expect(double.checks[0]!.annotations).toMatchObject([{ path: "Dockerfile", start_line: 3, end_line: 3 }]);
    expect(finished.log).toMatch(/^::error [^:]*file=Dockerfile,line=3,endLine=3/m);
    const sarif = readFileSync(finished.outputs["sarif"]!, "utf8");
    expect(JSON.parse(sarif).runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: expect.objectContaining({ uri: "Dockerfile" }),
      region: { startLine: 3, endLine: 3 },
    });
  });

  test("an image that is not there is no pass", async () => {
    const pull = openPullRequest(forge, forge.work.git("rev-parse", "HEAD~1"));
    const workspace = checkoutAtDepthOne(forge, pull.merge).folder;
    const payload = pullRequestPayload({ ...pull, commits: 1 });
    const inputs = { images: "build/*.tar, ./absent.tar" };
    const run = await runAction({ double, event: "pull_request", payload, sha: pull.merge, workspace, inputs });
    expect([run.status, run.outputs["verdict"]]).toEqual([3, "incomplete"]);
    expect(run.log).toContain("no archive matches it");
    expect(run.log).toContain(join(workspace, "absent.tar"));
  });
});
