import { gzipSync, zstdCompressSync } from "node:zlib";
import { type Entries, type Entry, imageOf, layoutOf, tarOf } from "../images.ts";
import type { HidingPlace } from "./places.ts";

const line = (token: string): string => `token = ${token}\n`;

const inEntries = (name: string, entries: (token: string) => Entries, path: HidingPlace["path"]): HidingPlace => ({
  name,
  make: (token) => ({ layers: [{ "etc/first.txt": "first\n", ...entries(token) }] }),
  path,
});

const above = (name: string, ...upper: readonly Entries[]): HidingPlace => ({
  name,
  make: (token) => ({ layers: [{ "srv/a.env": line(token) }, ...upper] }),
  path: "srv/a.env",
});

/** A header of the tar made anew after a change. */
const withChecksum = (tar: Buffer): Buffer => {
  tar.fill(0x20, 148, 156);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return tar;
};

const changed = (tar: Buffer, change: (header: Buffer) => void): Buffer => {
  change(tar.subarray(0, 512));
  return withChecksum(tar);
};

const asLayer = (name: string, tar: (token: string) => Promise<Buffer>, path: HidingPlace["path"]): HidingPlace => ({
  name,
  make: async (token) => ({ layers: [await tar(token)] }),
  path,
});

/** As GNU tar stores a file with a hole in old times: a map in the header, then what is not a hole. */
const oldSparse = async (token: string): Promise<Buffer> => {
  const data = Buffer.alloc(512, line(token));
  const tar = await tarOf({ "var/sparse": data });
  return changed(tar, (header) => {
    header.write("ustar  \0", 257, "latin1");
    header.write("S", 156, "latin1");
    header.write("00100000000\0", 386, "latin1");
    header.write("00000001000\0", 398, "latin1");
    header.write("00100001000\0", 483, "latin1");
  });
};

/** As GNU tar stores one since 2006 (PAX format 1.0): the map stands before what is not a hole. */
const sparse = (token: string): Entry => ({
  pax: {
    "GNU.sparse.major": "1",
    "GNU.sparse.minor": "0",
    "GNU.sparse.name": "var/sparse",
    "GNU.sparse.realsize": "1049088",
  },
  content: Buffer.concat([Buffer.alloc(512, "1\n1048576\n512\n\0"), Buffer.alloc(512, line(token))]),
});

/** A gzip whose header has an extra field, a name and a comment (RFC 1952, section 2.3). */
export const gzipSaying = (content: Buffer | string, comment: string): Buffer => {
  const packed = gzipSync(content);
  packed[3] = 0x10;
  return Buffer.concat([packed.subarray(0, 10), Buffer.from(`${comment}\0`), packed.subarray(10)]);
};

const at = (size: number, offset: number, text: string): Buffer => {
  const content = Buffer.alloc(size, "some words of a long text\n");
  content.write(`\n${text}\n`, offset);
  return content;
};

const binary = (token: string): Buffer =>
  Buffer.concat([
    Buffer.from("\x7fELF\x02\x01\x01", "latin1"),
    Buffer.alloc(5000, 7),
    Buffer.from(`\0${token}\0`),
    Buffer.alloc(5000, 9),
  ]);

const large = 9 << 20;

export const placesInLayers: readonly HidingPlace[] = [
  inEntries("a file", (token) => ({ "srv/a.env": line(token) }), "srv/a.env"),
  above("a file that is deleted later", { "srv/.wh.a.env": "" }),
  above("a file whose folder is deleted later", { ".wh.srv": "" }),
  above("a file that is overwritten", { "srv/a.env": "new\n" }),
  above("a file under an opaque folder", { "srv/.wh..wh..opq": "" }),
  above("a file that comes back as another", { "srv/.wh.a.env": "" }, { "srv/a.env": "again\n" }),
  {
    name: "a file that one layer writes twice",
    make: async (token) => {
      const [first, second] = [await tarOf({ "a.env": line(token) }), await tarOf({ "a.env": "new\n" })];
      return { layers: [Buffer.concat([first.subarray(0, 1024), second])] };
    },
    path: "a.env",
  },
  inEntries(
    "the target of a symbolic link",
    (token) => ({ l: { type: "symlink", linkname: token } }),
    "l (link target)",
  ),
  inEntries("the target of a hard link", (token) => ({ h: { type: "link", linkname: token } }), "h (link target)"),
  inEntries("a file's name", (token) => ({ [`tmp/${token}`]: "x" }), /its name/),
  inEntries("a folder's name", (token) => ({ [`tmp/${token}/`]: { type: "directory" } }), /its name/),
  inEntries("a long name", (token) => ({ [`${"deep/".repeat(60)}${token}`]: "x" }), /its name/),
  inEntries("the name of a whiteout", (token) => ({ [`tmp/.wh.${token}`]: "" }), /its name/),
  inEntries("the content of a whiteout", (token) => ({ "tmp/.wh.x": line(token) }), "tmp/.wh.x"),
  inEntries(
    "an extended attribute",
    (token) => ({ x: { pax: { "SCHILY.xattr.user.k": token } } }),
    "x (attribute user.k)",
  ),
  inEntries(
    "libarchive's form of one",
    (token) => ({ x: { pax: { "LIBARCHIVE.xattr.user.k": Buffer.from(token).toString("base64") } } }),
    /attribute/,
  ),
  inEntries("a comment of a header", (token) => ({ x: { pax: { comment: token } } }), "x (attribute comment)"),
  inEntries("an owner's name", (token) => ({ x: { pax: { uname: token } } }), "x (attribute uname)"),
  asLayer(
    "a global header",
    async (token) =>
      changed(await tarOf({ x: { pax: { comment: token } } }), (header) => header.write("g", 156, "latin1")),
    "(global header)",
  ),
  asLayer(
    "a header that another one replaces",
    async (token) => {
      const first = await tarOf({ x: { pax: { comment: token } } });
      const second = await tarOf({ x: { pax: { comment: "none" } } });
      return Buffer.concat([first.subarray(0, 1024), second]);
    },
    "(repeated header)",
  ),
  asLayer("a file with holes", oldSparse, "var/sparse"),
  inEntries(
    "a file with holes, in the form of today",
    (token) => ({ "GNUSparseFile.0/sparse": sparse(token) }),
    /sparse/,
  ),
  asLayer(
    "a tar behind the tar",
    async (token) => Buffer.concat([await tarOf({ a: "a" }), await tarOf({ b: line(token) })]),
    "b",
  ),
  inEntries("the end of a large file", (token) => ({ big: at(large, large - 100, token) }), "big"),
  inEntries("where a large file is divided", (token) => ({ big: at(large, (4 << 20) - 20, token) }), "big"),
  inEntries(
    "where chunks end",
    (token) => ({ pad: Buffer.alloc((1 << 18) - 1500 - 1024), a: `x ${token}\n`.padStart(900, "some words ") }),
    "a",
  ),
  inEntries("one line of megabytes", (token) => ({ min: `${"var a=1;".repeat(700_000)}t="${token}";` }), "min"),
  inEntries("a program", (token) => ({ "bin/app": binary(token) }), "bin/app"),
  inEntries("UTF-16", (token) => ({ "a.reg": Buffer.from(`\ufefft="${token}"\r\n`, "utf16le") }), "a.reg"),
  inEntries(
    "UTF-16, the other way",
    (token) => ({ "a.reg": Buffer.from(`\ufefft="${token}"\r\n`, "utf16le").swap16() }),
    "a.reg",
  ),
  inEntries("base64 in a file", (token) => ({ k: `data:\n  t: ${Buffer.from(token).toString("base64")}\n` }), "k"),
  {
    name: "another platform",
    make: async (token) =>
      layoutOf(
        await imageOf({ layers: [{ a: "a" }] }),
        await imageOf({ layers: [{ b: line(token) }], architecture: "s390x" }),
      ),
    path: "b",
  },
  {
    name: "a layer in zstd",
    make: (token) => ({
      layers: [{ a: line(token) }],
      compress: (tar) => zstdCompressSync(tar),
      layerType: "layer.v1.tar+zstd",
    }),
    path: "a",
  },
  {
    name: "a skippable frame of a layer in zstd",
    make: (token) => ({
      layers: [{ a: "a" }],
      compress: (tar) => {
        const head = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
        head.writeUInt32LE(line(token).length, 4);
        return Buffer.concat([zstdCompressSync(tar), head, Buffer.from(line(token))]);
      },
    }),
    path: "(skippable frame)",
  },
  {
    name: "a layer whose media type lies",
    make: (token) => ({ layers: [{ a: line(token) }], compress: (tar) => tar, layerType: "layer.v1.tar+gzip" }),
    path: "a",
  },
  {
    name: "a second member of a layer in gzip",
    make: (token) => ({
      layers: [{ a: "a", b: line(token) }],
      compress: (tar) => Buffer.concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]),
    }),
    path: "b",
  },
  {
    name: "the comment of a layer's gzip header",
    make: (token) => ({ layers: [{ a: "a" }], compress: (tar) => gzipSaying(tar, token) }),
    path: "(gzip header)",
  },
  {
    name: "a file of an artifact that is no tar",
    make: (token) => ({ layers: [Buffer.from(line(token))], compress: (file) => file, layerType: "artifact.v1" }),
    path: /blob sha256/,
  },
  {
    name: "a layer that is called foreign",
    make: (token) => ({ layers: [{ a: line(token) }], layerType: "layer.nondistributable.v1.tar+gzip" }),
    path: "a",
  },
];

export const lineOf = line;
