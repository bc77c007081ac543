import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { temporaryFolder, writeFileAt } from "../../repositories.ts";
import { sha256 } from "./registry-double.ts";
import { failure, nobody, open, read } from "./sources.ts";

const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const missing = ["docker-registry", "skopeo"].filter((program) => !isInstalled(program));
if (missing.length > 0)
  console.warn(
    `Not tested against a real registry: ${missing.join(" and ")} absent (apt-get install -y docker-registry skopeo)`,
  );
const describeWithTools = missing.length === 0 ? describe : describe.skip;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
};

/** `harbour`, as `htpasswd -B -C 4` writes it, for a registry that lives for seconds. */
const passwordFile = "ada:$2y$04$abcdefghijklmnopqrstuuDquYVKNGbM6sPqJTwNHdkN7dQ6zg7dG\n";

const startDistribution = async (
  passwords?: string,
): Promise<{ readonly host: string; readonly process: ChildProcess }> => {
  const folder = temporaryFolder();
  const host = `127.0.0.1:${await freePort()}`;
  const access = `auth: { htpasswd: { realm: here, path: ${folder}/passwords } }`;
  if (passwords !== undefined) writeFileAt(folder, "passwords", passwords);
  writeFileAt(
    folder,
    "registry.yml",
    `version: 0.1\nlog: { level: error }\nstorage: { filesystem: { rootdirectory: ${folder}/data } }\nhttp: { addr: "${host}" }\n${passwords === undefined ? "" : access}`,
  );
  const process = spawn("docker-registry", ["serve", join(folder, "registry.yml")], { stdio: "ignore" });
  for (let i = 0; i < 100; i++) {
    if (
      await fetch(`http://${host}/v2/`).then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(50);
  }
  return { host, process };
};

/** An OCI layout with one image of one layer. */
const writeLayout = (): { readonly folder: string; readonly layer: Buffer } => {
  const folder = temporaryFolder();
  const put = (content: Buffer, mediaType: string) => {
    const digest = sha256(content);
    writeFileAt(folder, `blobs/${digest.replace(":", "/")}`, content);
    return { mediaType, digest, size: content.length };
  };
  writeFileAt(folder, "tree/hello.txt", "hello\n");
  const layer = execFileSync("tar", ["-c", "-C", join(folder, "tree"), "hello.txt"]);
  const layerDescriptor = put(layer, "application/vnd.oci.image.layer.v1.tar");
  const config = {
    os: "linux",
    architecture: "amd64",
    config: {},
    rootfs: { type: "layers", diff_ids: [sha256(layer)] },
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: put(Buffer.from(JSON.stringify(config)), "application/vnd.oci.image.config.v1+json"),
    layers: [layerDescriptor],
  };
  const entry = put(Buffer.from(JSON.stringify(manifest)), manifest.mediaType);
  const annotations = { "org.opencontainers.image.ref.name": "1" };
  writeFileAt(folder, "oci-layout", '{"imageLayoutVersion":"1.0.0"}');
  writeFileAt(folder, "index.json", JSON.stringify({ schemaVersion: 2, manifests: [{ ...entry, annotations }] }));
  return { folder, layer };
};

describeWithTools("Debian's docker-registry, pushed to by skopeo", () => {
  let registry: { readonly host: string; readonly process: ChildProcess };
  const { folder, layer } = missing.length === 0 ? writeLayout() : { folder: "", layer: Buffer.alloc(0) };

  beforeAll(async () => {
    registry = await startDistribution();
    const push = (format: string): void => {
      const target = `docker://${registry.host}/team/app:${format}`;
      execFileSync("skopeo", ["copy", "--format", format, "--dest-tls-verify=false", `oci:${folder}:1`, target]);
    };
    push("oci");
    push("v2s2");
  });
  afterAll(() => {
    registry.process.kill();
  });

  test.each([
    ["oci", "application/vnd.oci.image.manifest.v1+json"],
    ["v2s2", "application/vnd.docker.distribution.manifest.v2+json"],
  ])("an image of format %s is read whole", async (format, mediaType) => {
    const source = open(`${registry.host}/team/app:${format}`);
    const root = await source.root();
    const inspect = [
      "inspect",
      "--tls-verify=false",
      "--format",
      "{{.Digest}}",
      `docker://${registry.host}/team/app:${format}`,
    ];
    expect(root.digest).toBe(execFileSync("skopeo", inspect, { encoding: "utf8" }).trim());
    expect(root.mediaType).toBe(mediaType);
    const manifest = JSON.parse((await source.document(root)).toString());
    const config = JSON.parse((await source.document(manifest.config)).toString());
    expect(config.rootfs.diff_ids).toEqual([sha256(layer)]);
    const blob = await read(source.blob(manifest.layers[0]));
    expect(sha256(blob)).toBe(manifest.layers[0].digest);
    expect(await source.referrers(root.digest)).toEqual([]);
  });
  test("a broken tag is an error", async () => {
    await expect(open(`${registry.host}/team/app:none`).root()).rejects.toThrow("does not exist (MANIFEST_UNKNOWN)");
    await expect(open(`${registry.host}/team/none:1`).root()).rejects.toThrow("does not exist");
  });
  test("with passwords", async () => {
    const guarded = await startDistribution(passwordFile);
    try {
      const target = `docker://${guarded.host}/app:1`;
      execFileSync("skopeo", [
        "copy",
        "--dest-tls-verify=false",
        "--dest-creds=ada:harbour",
        `oci:${folder}:1`,
        target,
      ]);
      const auth = Buffer.from("ada:harbour").toString("base64");
      const auths = JSON.stringify({ auths: { [guarded.host]: { auth } } });
      const environment = { ...nobody(), DOCKER_AUTH_CONFIG: auths };
      const source = open(`${guarded.host}/app:1`, { environment });
      expect((await source.document(await source.root())).length).toBeGreaterThan(100);
      expect(await failure(open(`${guarded.host}/app:1`).root())).toContain("no login for it was found");
    } finally {
      guarded.process.kill();
    }
  });
});
