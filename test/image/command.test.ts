import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { expandImages } from "../../src/image/expand.ts";
import { compileGlob } from "../../src/policy/glob.ts";
import { cli } from "../built.ts";
import { createRepository, githubToken, type TestRepository, temporaryFolder, writeFileAt } from "../repositories.ts";
import { fileIn, layoutWith, tarOf } from "./images.ts";

let repository: TestRepository;
let layout: string;

const tidewaiter = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["--no-warnings", cli, ...args], {
    cwd: repository.folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });

beforeAll(async () => {
  repository = createRepository();
  repository.commit("one", { Dockerfile: "FROM scratch\nCOPY a.env /\nCMD x\n" });
  const layers = [{ "a.env": `t = ${githubToken("command")}\n` }];
  layout = await layoutWith({ layers, history: ["COPY a.env / # buildkit", "-CMD x"] });
});

describe("tidewaiter image", () => {
  test("1 with the whole story, keyed by the repository around it", () => {
    const { status, stdout } = tidewaiter("image", layout);
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toContain("a.env:1:5 image /tmp/");
    expect(stdout.replace(/\s+/g, " ")).toMatch(
      /layer 1 of 1 \(sha256:[0-9a-f]{12}\), from COPY a\.env \/ \(Dockerfile:2\), still in the final image/,
    );
    const report = JSON.parse(tidewaiter("image", layout, "--format", "json").stdout);
    expect(report.fingerprintKey.root).toBe(repository.git("rev-parse", "HEAD"));
  });

  test.each([
    [["image"], /^tidewaiter: image needs at least one image/],
    [["image", "./absent.tar"], /^tidewaiter: \.\/absent\.tar does not exist\n$/],
    [["image", "--platform", "linux", "x"], /^tidewaiter: --platform: "linux" is no platform such as linux\/arm64\n$/],
    [["files", "--platform", "linux/amd64", "x"], /^tidewaiter: --platform belongs to image and scan, not to files/],
  ])("2 for %j", (args, sentence) => {
    const { status, stdout, stderr } = tidewaiter(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
  });

  test("3 for what cannot be read, and the rest is still read", () => {
    const broken = fileIn(temporaryFolder(), "broken.tar", Buffer.alloc(5000, "x"));
    const { status, stdout, stderr } = tidewaiter("image", broken, layout);
    expect(status).toBe(3);
    expect(stdout).toContain("a.env:1:5");
    expect(stderr).toContain(`${broken}: it is neither a docker archive nor an OCI archive or layout`);
    expect(tidewaiter("image", broken, layout, "--allow-incomplete").status).toBe(1);
  });
});

test("scan looks at the images of the configuration too, when it looks at everything", () => {
  repository.write("tidewaiter.yml", `images: [${layout}, "build/*.tar"]\n`);
  repository.write("build/no.txt", "");
  const all = tidewaiter("scan");
  expect(all.stdout).toContain("a.env:1:5");
  expect(all.stderr).toContain("no archive matches it");
  expect(all.status).toBe(3);
  expect(tidewaiter("scan", "--staged").status).toBe(0);
});

test("a registry that the repository's own configuration names is asked at public addresses alone", () => {
  repository.write("tidewaiter.yml", "images: [127.0.0.1:9/app]\n");
  const refused = /127\.0\.0\.1:9.*it leads to a private or local address/;
  const own = tidewaiter("scan");
  expect(own.stderr).toMatch(refused);
  expect(own.status).toBe(3);
  for (const { stderr, status } of [
    tidewaiter("scan", "--config", "tidewaiter.yml"),
    tidewaiter("image", "127.0.0.1:9/app"),
  ]) {
    expect(stderr).toContain("127.0.0.1:9");
    expect(stderr).not.toMatch(refused);
    expect(status).toBe(3);
  }
});

test("lists of images: paths by what is there, globs, and names in registries", async () => {
  const folder = temporaryFolder();
  for (const name of ["build/b.tar", "build/a.tar", "build/deep/c.tar", "other.txt"])
    writeFileAt(folder, name, await tarOf({}));
  writeFileAt(folder, "layout/index.json", "{}");
  const names = ["build/*.tar", "./build/b.tar", "layout", "nginx:1", "ghcr.io/a/b", "docker://x", "no/*.tar"];
  expect(await expandImages(names, folder, compileGlob)).toEqual([
    join(folder, "build/a.tar"),
    join(folder, "build/b.tar"),
    join(folder, "layout"),
    "nginx:1",
    "ghcr.io/a/b",
    "docker://x",
    join(folder, "no/*.tar"),
  ]);
  writeFileAt(folder, `${"d/".repeat(25)}x.tar`, "");
  expect(await expandImages(["build/*.tar"], folder, compileGlob)).toContain(join(folder, "build/*.tar"));
  expect(await expandImages(["Dockerfile"], ".", compileGlob)).toEqual(["Dockerfile"]);
});
