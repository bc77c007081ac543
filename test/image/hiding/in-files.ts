import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { cpioOf, debOf, rpmOf } from "../../files/packages.ts";
import { storedLz4, storedXz } from "../../files/squeezed.ts";
import { zipOf } from "../../files/zips.ts";
import { createRepository, temporaryFolder } from "../../repositories.ts";
import { type Entries, tarOf } from "../images.ts";
import { gzipSaying, lineOf } from "./in-layers.ts";
import type { HidingPlace } from "./places.ts";

const has = (tool: string): boolean => {
  try {
    execFileSync("sh", ["-c", `command -v ${tool}`]);
    return true;
  } catch {
    return false;
  }
};

const inFile = (
  name: string,
  content: (token: string) => Buffer | Promise<Buffer>,
  path: HidingPlace["path"],
  lacks: HidingPlace["lacks"] = false,
): HidingPlace => ({
  name,
  make: async (token) => ({ layers: [{ "opt/any.name": await content(token) }] }),
  path,
  lacks,
});

/** What a shell makes of `t`, a file that holds the token, as `out`. */
const by = (tool: string, command: string, path: HidingPlace["path"] = "opt/any.name"): HidingPlace =>
  inFile(
    `${tool}: ${command}`,
    (token) => {
      const folder = temporaryFolder();
      const environment = { ...process.env, TOKEN: token, HOME: folder };
      execFileSync("sh", ["-ec", `printf 't = %s\\n' "$TOKEN" > t\n${command}`], {
        cwd: folder,
        env: environment,
        stdio: "pipe",
      });
      return readFileSync(join(folder, "out"));
    },
    path,
    has(tool) ? false : tool,
  );

const ar = (members: Readonly<Record<string, Buffer>>): Buffer =>
  Buffer.concat([
    Buffer.from("!<arch>\n"),
    ...Object.entries(members).flatMap(([name, content]) => [
      Buffer.from(
        `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"100644".padEnd(8)}${`${content.length}`.padEnd(10)}\`\n`,
      ),
      content,
      Buffer.alloc(content.length % 2, "\n"),
    ]),
  ]);

const filesIn = (folder: string, prefix: string): Entries =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`${prefix}${name}`, readFileSync(join(folder, name))]),
  );

/** A history in which the token was and is not any more. */
const inHistory = (name: string, prefix: string, pack: boolean, path: RegExp): HidingPlace => ({
  name,
  make: (token) => {
    const repository = createRepository();
    repository.commit("one", { "a.env": lineOf(token) });
    repository.git("rm", "-q", "a.env");
    repository.commit("two");
    if (pack) repository.git("gc", "-q");
    return { layers: [filesIn(`${repository.folder}/.git`, prefix)] };
  },
  path,
});

export const placesInFiles: readonly HidingPlace[] = [
  inFile("tar", (token) => tarOf({ "a.env": lineOf(token) }), "opt/any.name!a.env"),
  inFile("tar in gzip", async (token) => gzipSync(await tarOf({ a: lineOf(token) })), "opt/any.name!a"),
  inFile("tar in zstd", async (token) => zstdCompressSync(await tarOf({ a: lineOf(token) })), "opt/any.name!a"),
  inFile("tar in xz", async (token) => storedXz(await tarOf({ a: lineOf(token) })), "opt/any.name!a"),
  inFile("xz", (token) => storedXz(Buffer.from(lineOf(token))), "opt/any.name!content"),
  inFile("tar in lz4", async (token) => storedLz4(await tarOf({ a: lineOf(token) })), "opt/any.name!a"),
  inFile("gzip in xz", (token) => storedXz(gzipSync(lineOf(token))), "opt/any.name!content!content"),
  inFile(
    "a package of Debian",
    async (token) => debOf(await tarOf({ "./etc/a": lineOf(token) })),
    "opt/any.name!data.tar.xz!./etc/a",
  ),
  inFile("a file in a package of RPM", (token) => rpmOf("", { "etc/a": lineOf(token) }), "opt/any.name!etc/a"),
  inFile("a script in a package of RPM", (token) => rpmOf(lineOf(token), {}), "opt/any.name!(headers)"),
  inFile("cpio", (token) => cpioOf({ a: lineOf(token) }), "opt/any.name!a"),
  inFile("a name in a cpio", (token) => cpioOf({ [token]: "x" }), "opt/any.name!(headers)"),
  inFile("a name in a tar", (token) => tarOf({ [token]: "x" }), /its name/),
  inFile("gzip", (token) => gzipSync(lineOf(token)), "opt/any.name!content"),
  inFile("gzip in gzip", (token) => gzipSync(gzipSync(lineOf(token))), /!content!content/),
  inFile(
    "a second member of a gzip",
    (token) => Buffer.concat([gzipSync("a\n"), gzipSync(lineOf(token))]),
    /any.name!/,
  ),
  inFile(
    "behind a gzip",
    (token) => Buffer.concat([gzipSync("a\n"), Buffer.alloc(9), Buffer.from(lineOf(token))]),
    /\(rest\)/,
  ),
  inFile("the comment of a gzip", (token) => gzipSaying("some words\n", token), "opt/any.name!(header)"),
  inFile(
    "the comment of a gzip with a tar",
    async (token) => gzipSaying(await tarOf({ a: "a" }), token),
    "opt/any.name!(header)",
  ),
  inFile("zip", (token) => zipOf({ "a.env": lineOf(token) }), "opt/any.name!a.env"),
  inFile(
    "a zip that does not compress",
    (token) => zipOf({ "a.env": lineOf(token) }, { stored: true }),
    "opt/any.name!a.env",
  ),
  inFile(
    "a jar in a jar",
    (token) => zipOf({ "BOOT-INF/lib/b.jar": zipOf({ "application.yml": lineOf(token) }) }),
    "opt/any.name!BOOT-INF/lib/b.jar!application.yml",
  ),
  inFile("a name in a zip", (token) => zipOf({ [`d/${token}.txt`]: "x" }), "opt/any.name!(headers)"),
  inFile("a folder's name in a zip", (token) => zipOf({ [`${token}/`]: "" }), "opt/any.name!(headers)"),
  inFile(
    "the name of an encrypted member of a zip",
    (token) => zipOf({ [token]: "x" }, { encrypted: true }),
    "opt/any.name!(headers)",
  ),
  inFile(
    "the comment of a zip",
    (token) => {
      const zip = zipOf({ a: "a" });
      zip.writeUInt16LE(token.length, zip.length - 2);
      return Buffer.concat([zip, Buffer.from(token)]);
    },
    "opt/any.name!(headers)",
  ),
  inFile(
    "behind a program as a zip",
    (token) => Buffer.concat([Buffer.from("#!/bin/sh\nexec x\n"), zipOf({ a: lineOf(token) })]),
    "opt/any.name!a",
  ),
  inFile("ar", (token) => ar({ "a.o/": Buffer.from(lineOf(token)) }), "opt/any.name!a.o"),
  inFile(
    "a name in an ar",
    (token) => ar({ "//": Buffer.from(`${token}.o/\n`), "/0": Buffer.from("x") }),
    "opt/any.name!(headers)",
  ),
  inFile(
    "a Debian package's script",
    async (token) =>
      ar({
        "debian-binary": Buffer.from("2.0\n"),
        "control.tar.gz": gzipSync(await tarOf({ "./postinst": lineOf(token) })),
        "data.tar.gz": gzipSync(await tarOf({ x: "x" })),
      }),
    "opt/any.name!control.tar.gz!./postinst",
  ),
  inFile(
    "an Alpine package",
    async (token) => {
      const [signature, control, data] = await Promise.all([
        tarOf({ ".SIGN": "s" }),
        tarOf({ ".PKGINFO": "p" }),
        tarOf({ "etc/a.env": lineOf(token) }),
      ]);
      return Buffer.concat([
        gzipSync(signature.subarray(0, 1024)),
        gzipSync(control.subarray(0, 1024)),
        gzipSync(data),
      ]);
    },
    "opt/any.name!etc/a.env",
  ),
  inFile(
    "a gem",
    async (token) =>
      tarOf({ "metadata.gz": gzipSync("m"), "data.tar.gz": gzipSync(await tarOf({ "lib/a.rb": lineOf(token) })) }),
    "opt/any.name!data.tar.gz!lib/a.rb",
  ),
  inFile(
    "an image in an image",
    async (token) => {
      const layer = gzipSync(await tarOf({ "a.env": lineOf(token) }));
      return gzipSync(await tarOf({ "blobs/sha256/00": layer, "index.json": "{}" }));
    },
    "opt/any.name!blobs/sha256/00!a.env",
  ),
  by("sqlite3", `sqlite3 out "create table t(a,b); insert into t values(1,'$TOKEN')"`),
  by(
    "sqlite3",
    `sqlite3 out "create table t(a text,b text,c text); insert into t values('user','$TOKEN','next')"`,
    "opt/any.name!(rows)",
  ),
  by(
    "sqlite3",
    `sqlite3 out "create table t(a text,b text,c text); insert into t values('u', replace(hex(zeroblob(9000)),'00','word ')||'$TOKEN','next')"`,
    "opt/any.name!(rows)",
  ),
  by("python3", `echo "T = '$TOKEN'" > m.py; python3 -c "import py_compile; py_compile.compile('m.py', cfile='out')"`),
  by("python3", `python3 -c "import pickle,os; pickle.dump({'t': os.environ['TOKEN']}, open('out','wb'))"`),
  by("javac", `echo "class A { static final String T = \\"$TOKEN\\"; }" > A.java; javac A.java; mv A.class out`),
  by("mkfs.ext4", "mkdir d; cp t d; dd if=/dev/zero of=out bs=1M count=6 status=none; mkfs.ext4 -q -d d out"),
  by(
    "vim",
    "printf 'set nocp\\nset swapfile\\n' > rc; vim -u rc -es t -c 'set swapfile' -c 'preserve' -c '!cp .t.swp out' -c 'qa!' </dev/null || cp .t.swp out",
  ),
  inHistory("loose objects of a .git", "srv/.git/", false, /srv\/.git!a.env/),
  inHistory("packs of a .git", "srv/.git/", true, /srv\/.git!a.env/),
  inHistory("a submodule's repository", "srv/.git/modules/m/", true, /srv\/.git\/modules\/m!a.env/),
  inHistory("a bare repository", "srv/x.git/", true, /srv\/x.git!a.env/),
  inHistory(
    "a bare repository as cargo, Go and composer keep them",
    "root/.cargo/git/db/x-0123456789abcdef/",
    true,
    /db\/x-0123456789abcdef!a.env/,
  ),
];
