import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { unpack } from "../../src/files/archive.ts";
import { githubToken, temporaryFolder } from "../repositories.ts";
import { scanPaths } from "../scanning.ts";

const secret = `x\ntoken = ${githubToken("real archives")}\n`;
const longName = `${"a-long-folder-name/".repeat(7)}secret.env`;

const has = (tool: string): boolean => spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

/** A folder with a secret in it, and a place for the archive beside it. */
const workplace = () => {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({
    "in/a.txt": "nothing\n",
    "in/conf/b.env": secret,
    [`in/${longName}`]: secret,
  })) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync("a.txt", join(folder, "in/link"));
  return folder;
};

const run = (folder: string, command: string): void => {
  execFileSync("sh", ["-ec", command], { cwd: folder, stdio: "pipe" });
};

interface Made {
  readonly tool: string;
  readonly command: string;
  readonly inner?: readonly string[];
}

const both = ["!conf/b.env", `!${longName}`];
const dotted = both.map((inner) => inner.replace("!", "!./"));

const made: readonly Made[] = [
  { tool: "zip", command: "cd in && zip -qr ../out.zip . && mv ../out.zip ../out" },
  { tool: "zip", command: "cd in && zip -qr0 ../out.zip . && mv ../out.zip ../out" },
  { tool: "zip", command: "cd in && zip -qr - . > ../out" }, // streamed: sizes stand behind the data
  { tool: "zip", command: "cd in && zip -qr ../x.zip . && (printf 'MZ stub'; cat ../x.zip) > ../out" },
  {
    tool: "zip",
    command: "cd in && zip -qr ../x.zip . && (printf '#!/bin/sh\\nexit\\n'; cat ../x.zip) > ../out && zip -qA ../out",
  },
  { tool: "jar", command: "cd in && jar cf ../out ." },
  { tool: "python3", command: "cd in && python3 -m zipfile -c ../out conf a-long-folder-name" },
  {
    tool: "python3",
    command: `cd in && python3 - <<'E'
import zipfile
with zipfile.ZipFile('../out', 'w', zipfile.ZIP_DEFLATED) as z:
    for name in ('conf/b.env', '${longName}'):
        with z.open(name, 'w', force_zip64=True) as f: f.write(open(name, 'rb').read())
E`,
  },
  { tool: "tar", command: "tar cf out -C in .", inner: dotted },
  { tool: "tar", command: "tar cf out --format=gnu -C in .", inner: dotted },
  { tool: "tar", command: "tar cf out --format=pax -C in .", inner: dotted },
  { tool: "tar", command: "tar cf out --format=ustar -C in .", inner: dotted },
  { tool: "tar", command: "tar czf out -C in .", inner: dotted },
  { tool: "zstd", command: "tar cf - -C in . | zstd -q > out", inner: dotted },
  ...["xz", "bzip2", "lzma", "lz4 -q"].map((program) => ({
    tool: program.split(" ")[0]!,
    command: `tar cf - -C in . | ${program} -c > out`,
    inner: dotted,
  })),
  { tool: "xz", command: "xz -c in/conf/b.env > out", inner: ["!content"] },
  ...["BZIP2", "LZMA"].map((method) => ({
    tool: "python3",
    command: `cd in && python3 - <<'E'
import zipfile
with zipfile.ZipFile('../out', 'w', zipfile.ZIP_${method}) as z:
    for name in ('conf/b.env', '${longName}'): z.write(name, name)
E`,
  })),
  { tool: "cpio", command: "cd in && find . -type f | sed s,./,, | cpio -o -H newc --quiet > ../out" },
  { tool: "cpio", command: "cd in && find . -type f | sed s,./,, | cpio -o -H crc --quiet | gzip > ../out" },
  {
    tool: "npm",
    command: `cd in && echo '{"name":"p","version":"1.0.0"}' > package.json && npm pack --silent --cache ../npm >/dev/null && mv p-1.0.0.tgz ../out`,
    inner: both.map((inner) => inner.replace("!", "!package/")),
  },
  { tool: "ar", command: `ar rc out in/conf/b.env in/${longName}`, inner: ["!b.env", "!secret.env"] },
  {
    tool: "ar",
    command: `cp in/conf/b.env a-name-that-is-longer.env && ar rc out a-name-that-is-longer.env`,
    inner: ["!a-name-that-is-longer.env"],
  },
  {
    tool: "dpkg-deb",
    command:
      "mkdir in/DEBIAN && printf 'Package: p\\nVersion: 1\\nArchitecture: all\\nMaintainer: m\\nDescription: d\\n' > in/DEBIAN/control && dpkg-deb -Zgzip -b in out.deb >/dev/null && mv out.deb out",
    inner: dotted.map((inner) => `!data.tar.gz${inner}`),
  },
  {
    tool: "dpkg-deb",
    command:
      "mkdir in/DEBIAN && printf 'Package: p\\nVersion: 1\\nArchitecture: all\\nMaintainer: m\\nDescription: d\\n' > in/DEBIAN/control && dpkg-deb -Zxz -b in out.deb >/dev/null && mv out.deb out",
    inner: dotted.map((inner) => `!data.tar.xz${inner}`),
  },
  { tool: "gzip", command: "(gzip -nc in/a.txt; gzip -nc in/conf/b.env) > out", inner: ["!content"] },
];

/** Paths of what an archive holds with the secret in it; a member that was not read is an error. */
const inside = async (archive: Buffer): Promise<readonly string[]> => {
  const paths: string[] = [];
  for await (const member of unpack(archive)) {
    if (member.kind !== "content") throw new Error(`${member.kind}: ${member.inner}`);
    if (member.content.includes(secret)) paths.push(member.inner);
  }
  return paths.sort();
};

describe("archives that the usual tools write", () => {
  for (const [i, { tool, command, inner = both }] of made.entries())
    (has(tool) ? test : test.skip)(`${i}: ${command.split("\n", 1)[0]!.slice(0, 70)}`, async () => {
      const folder = workplace();
      run(folder, command);
      const found = await inside(readFileSync(join(folder, "out")));
      expect(found.filter((path) => path !== "")).toEqual([...inner].sort());
    });
});

describe("what is not read is named", () => {
  const summary = async (content: Buffer) => {
    const told: string[] = [];
    for await (const member of unpack(content))
      told.push(member.kind === "skipped" ? `${member.inner} ${member.reason}` : `${member.inner} ${member.kind}`);
    return told;
  };

  test("the damaged end of an ar archive, and a header that is none", async () => {
    const header = (name: string, size: number) =>
      `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${`${size}`.padEnd(10)}\`\n`;
    const cut = Buffer.from(
      `!<arch>\n${header("a/", secret.length)}${secret}${"\n".repeat(secret.length % 2)}${header("b/", 900)}rest`,
    );
    expect(await summary(cut)).toEqual(["!a content", "!b content", " damaged", " content", "!(headers) content"]);
    expect(await summary(Buffer.from(`!<arch>\n${"x".repeat(80)}`))).toEqual([" damaged", " content"]);
  });

  test("a script with a zip behind it is read as a script too", async () => {
    if (!has("zip")) return;
    const folder = workplace();
    writeFileSync(join(folder, "stub"), `#!/bin/sh\n${secret}exit\n`);
    run(folder, "zip -q x.zip in/a.txt && cat stub x.zip > out");
    const report = await scanPaths(join(folder, "out"));
    expect(report.findings[0]?.locations.map(({ path }) => path)).toEqual([join(folder, "out")]);
  });
});
