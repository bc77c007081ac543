import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { decodeEscapes } from "../../src/detect/escapes.ts";
import type { Match } from "../../src/detect/rule.ts";
import { fill } from "../tokens.ts";

const detector = await createDetector(rules);

const hex = (byte: number, width = 2): string => byte.toString(16).padStart(width, "0");
const each = (write: (byte: number) => string) => (text: string) =>
  [...Buffer.from(text, "latin1")].map(write).join("");

interface Written {
  readonly encoding: string;
  readonly write: (text: string) => Buffer;
  /** Whether each byte is written by itself, so that the encoded secret is a stretch of its own. */
  readonly bytewise: boolean;
}

const written = (encoding: string, write: (text: string) => string, bytewise = true): Written => ({
  encoding,
  write: (text) => Buffer.from(write(text), "latin1"),
  bytewise,
});

const base64 = (text: string): string => Buffer.from(text, "latin1").toString("base64");
const utf16 = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
const escapedJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const encodings: readonly Written[] = [
  written("base64", base64, false),
  written("base64", (text) => Buffer.from(text, "latin1").toString("base64url"), false),
  written("base64 of base64", (text) => base64(base64(text)), false),
  written("base64 of utf-16", (text) => base64(utf16(text)), false),
  written(
    "hex",
    each((byte) => hex(byte)),
  ),
  written(
    "hex",
    each((byte) => hex(byte).toUpperCase()),
  ),
  written(
    "utf-16",
    each((byte) => `${String.fromCharCode(byte)}\0`),
  ),
  written(
    "utf-16",
    each((byte) => `\0${String.fromCharCode(byte)}`),
  ),
  written(
    "percent",
    each((byte) => `%${hex(byte)}`),
  ),
  written(
    "percent",
    each((byte) => `%${hex(byte).toUpperCase()}`),
  ),
  written(
    "backslash",
    each((byte) => `\\u${hex(byte, 4)}`),
  ),
  written(
    "backslash",
    each((byte) => `\\x${hex(byte)}`),
  ),
  written(
    "backslash",
    each((byte) => `\\${byte.toString(8).padStart(3, "0")}`),
  ),
  written(
    "html",
    each((byte) => `&#${byte};`),
  ),
  written(
    "html",
    each((byte) => `&#x${hex(byte)};`),
  ),
];

/** Of four letters one alignment in three leaves too little to look for in an encoding of an encoding. */
const longAnchors = [
  "sk_live_{base62:99}",
  "github_pat_{base62:22}_{base62:43}{github-fine-grained}{base62:8}",
  "glpat-{base64url:20}",
];

const secretsFor = ({ encoding }: Written): readonly string[] =>
  encoding.includes(" of ") ? longAnchors : [...longAnchors, "ghp_{base62:30}{crc32-base62:30}"];

const only = (matches: readonly Match[]): Match => {
  if (matches.length !== 1) throw new Error(`${matches.length} matches instead of one`);
  return matches[0]!;
};

describe("a secret in an encoded document is found where it stands", () => {
  const surroundings = fc.string({ unit: fc.constantFrom(..." \n'\"=:;,<>abz019"), maxLength: 40 });
  const documentIn = (one: Written) =>
    fc.record({
      secret: fc
        .tuple(fc.constantFrom(...secretsFor(one)), fc.nat(9))
        .map(([template, seed]) => fill(template, `${seed}`).text),
      before: surroundings,
      after: surroundings,
      lead: fc.constantFrom("", "x = ", 'data: "'),
    });

  test.each(encodings.map((one, i) => ({ name: `${one.encoding} ${i}`, one })))("$name", ({ one }) => {
    fc.assert(
      fc.property(documentIn(one), ({ secret, before, after, lead: anyLead }) => {
        const lead = one.encoding === "utf-16" ? "" : anyLead; // UTF-16 begins at an even offset
        const encoded = one.write(`${before} ${secret} ${after}`);
        const content = Buffer.concat([Buffer.from(lead), encoded, Buffer.from("\n")]);
        const match = only(detector.scan(content).filter(({ check }) => !check.startsWith("secrets/generic")));
        expect([match.secret, match.facts["encoding"]]).toEqual([secret, one.encoding]);
        const [start, end] = [match.start - lead.length, match.end - lead.length];
        if (one.bytewise) expect(encoded.subarray(start, end)).toEqual(one.write(secret));
        else {
          // the characters that share a bit with the secret, and no others
          const at = one.write(`${before} `).length;
          expect(Math.abs(start - at)).toBeLessThanOrEqual(8);
          expect(Math.abs(end - start - one.write(secret).length)).toBeLessThanOrEqual(8);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("UTF-16 without a byte order mark", () => {
  test.each(["db_password = '{base62:12}7!'", '$api_key = "{base62:32}"'])(
    "shows what only a name tells: %s",
    (template) => {
      const { text } = fill(template, "wide");
      for (const bytes of [
        Buffer.from(`; x\r\n${text}\r\n`, "utf16le"),
        Buffer.from(`; x\n${text}\n`, "utf16le").swap16(),
      ])
        expect(only(detector.scan(bytes)).facts["encoding"]).toBe("utf-16");
    },
  );
});

describe("base64 gives the characters that carry the secret", () => {
  test.each([0, 1, 2])("%s bytes into a group of three", (shift) => {
    const secret = fill("sk_live_{base62:99}", "at").text;
    const text = `${" ".repeat(30 + shift)}${secret} .`;
    const match = only(detector.scan(Buffer.from(base64(text))));
    const from = Math.floor(((30 + shift) * 8) / 6);
    const to = Math.ceil(((30 + shift + secret.length) * 8) / 6);
    expect([match.start, match.end]).toEqual([from, to]);
  });

  test("also across the lines of an encoder", () => {
    const secret = fill("sk_live_{base62:99}", "lines").text;
    const encoded = base64(`${"# settings\n".repeat(9)}KEY=${secret}\n`).replace(/.{76}/g, "$&\n");
    const match = only(detector.scan(Buffer.from(encoded)));
    const joined = encoded.slice(match.start, match.end).replaceAll("\n", "");
    const bits = encoded.slice(0, match.start).replaceAll("\n", "").length % 4;
    expect(Buffer.from("A".repeat(bits) + joined, "base64").toString("latin1")).toContain(secret);
  });
});

describe("some characters are escaped", () => {
  const key = fill("{base64:86}==", "azure").text;
  const connection = `DefaultEndpointsProtocol=https;AccountName=depot;AccountKey=${key};EndpointSuffix=core.windows.net`;
  const password = `{"password": "${fill("{base62:6}", "a").text}#${fill("{base62:9}", "b").text}"}`;
  const upper = (text: string) => text.replace(/[=+/&"'<>;:]/g, (c) => `\\u${hex(c.charCodeAt(0), 4).toUpperCase()}`);
  const html = (text: string) => text.replace(/["'&<>=]/g, (c) => `&#${c.charCodeAt(0)};`);

  test.each([
    ["an address", connection, encodeURIComponent],
    ["an address within an address", connection, (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ["a form", connection, (text: string) => new URLSearchParams({ q: text }).toString()],
    ["JSON that escapes more than it must", connection, upper],
    ["JSON of PHP", connection, (text: string) => escapedJson(text).replaceAll("/", "\\/")],
    ["a document in JSON", password, escapedJson],
    ["a document in JSON in JSON", password, (text: string) => escapedJson(JSON.stringify(text))],
    ["an attribute of HTML", password, html],
    ["mail", connection, (text: string) => text.replaceAll("=", "=3D").replace(/.{71}/g, "$&=\n")],
  ])("%s", (_, text, write) => {
    const plain = only(detector.scan(Buffer.from(text)));
    const content = `a = "${write(text)}"\n`;
    const match = only(detector.scan(Buffer.from(content)));
    expect([match.check, match.secret]).toEqual([plain.check, plain.secret]);
    const stretch = content.slice(match.start, match.end);
    expect(write(plain.secret).replaceAll("=\n", "")).toContain(stretch.replaceAll("=\n", ""));
    expect(stretch.length).toBeGreaterThanOrEqual(plain.secret.length);
  });

  test("what needs no decoding is reported as it stands", () => {
    const token = fill("sk_live_{base62:99}", "plain").text;
    const match = only(detector.scan(Buffer.from(`{\\"a\\": \\"${token}\\"} %3D &quot;`)));
    expect([match.secret, match.facts["encoding"]]).toEqual([token, undefined]);
  });
});

describe("an escape before a secret is a boundary", () => {
  const token = fill("sk_live_{base62:99}", "boundary").text;

  test.each(["\\n", "\\t", "%22", "%3D", "\\u0022", "\\x20", "=3D"])("%s", (separator) => {
    const { start, secret } = only(detector.scan(Buffer.from(`xyz${separator}${token} `)));
    expect([start, secret]).toEqual([3 + separator.length, token]);
  });

  test.each(["n", "%41", "%5F", "\\u0061", "x22", "\\q"])("%s is none", (text) => {
    expect(detector.scan(Buffer.from(`xyz${text}${token} `))).toEqual([]);
  });

  test("a name is a name at the beginning of an escaped line too", () => {
    const env = `"A=1\\nTWILIO_AUTH_TOKEN=${fill("{hex:32}", "twilio").text}\\nB=2"`;
    expect(only(detector.scan(Buffer.from(env))).check).toBe("secrets/twilio-auth-token");
  });
});

describe("escapes are undone", () => {
  const decode = (text: string): Readonly<Record<string, string>> => {
    const content = Buffer.from(text, "latin1");
    const decoded = [...decodeEscapes(content, { start: 0, end: content.length })];
    return Object.fromEntries(decoded.map(({ encoding, bytes }) => [encoding, bytes.toString("utf8")]));
  };

  test.each([
    ["percent", "%22a+b%2Bc%zz%4", '"a b+c%zz%4'],
    ["percent", "a+b %22c+d%20e %3a", 'a+b "c+d e :'],
    ["backslash", '{\\"a\\": \\"\\\\\\/\\u00e9\\ud83d\\u12\\q\\12', '{"a": "\\/é\\ud83d\\u12\\q\\12'],
    ["backslash", "\\\\u0067", "\\u0067"],
    ["html", "&quot;&amp;&#233;&#x1F600;&bogus;&#xD800;&quot &#1114112;", '"&é😀&bogus;&#xD800;&quot &#1114112;'],
    ["quoted-printable", "a=3Db=\nc=\r\nd=zz=", "a=bcd=zz="],
  ])("%s: %s", (encoding, text, meant) => {
    expect(decode(text)[encoding]).toBe(meant);
  });

  test("nothing without a mark", () => {
    expect(decode("a \\n b &nbsp; 100% = \\x6")).toEqual({});
  });

  test("of any bytes at all: positions ascend, each byte has its stretch, and the stretches cover the region", () => {
    const unit = fc.constantFrom(
      ...'%3D%22\\u0022\\x6&quot;&#34;=3D\n\\":+ az\0\xff',
      "\\u00e9",
      "%2522",
      "&#x1F600;",
      "=3D",
      "\\u0061",
      "&quot;",
      "%3d",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(9), fc.nat(9), (text, cutStart, cutEnd) => {
        const content = Buffer.from(text, "latin1");
        const region = { start: Math.min(cutStart, content.length), end: Math.max(content.length - cutEnd, 0) };
        if (region.start > region.end) return;
        for (const { bytes, toContent, after } of decodeEscapes(content, region)) {
          let last = region.start;
          for (let i = 0; i < bytes.length; i++) {
            expect(toContent(i)).toBeGreaterThanOrEqual(last);
            expect(after(i)).toBeGreaterThan(toContent(i));
            expect(after(i)).toBeLessThanOrEqual(region.end);
            last = toContent(i);
          }
          if (bytes.length > 0) expect(after(bytes.length - 1)).toBe(region.end);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("content that is full of encoded anchors takes time in proportion to its size", () => {
  const texts = ["6768705f", "Z2hwX2FhYWFhYWFh", '\\":', "%253D", "&amp;quot;", "=3D=\n"];
  const spent = (size: number): number => {
    const before = process.cpuUsage().user;
    for (const text of texts) detector.scan(Buffer.from(text.repeat(Math.ceil(size / text.length))));
    return process.cpuUsage().user - before;
  };
  spent(1 << 16);
  const [small, large] = [spent(1 << 18), spent(1 << 21)];
  expect(large / small).toBeLessThan(40);
});
