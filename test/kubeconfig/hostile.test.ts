import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { find, findOne, keyUser, kubeconfig, random, yaml } from "./kubeconfigs.ts";

const many = (text: string, count: number): string => text.repeat(count);

/** Each would hang, throw or overflow something in a careless parser. */
const hostile: Readonly<Record<string, string>> = {
  "open brackets": `users:\n- ${many("[", 100_000)}`,
  "open brackets after a JSON key": many('"users":[', 100_000),
  "nested brackets that close": `"users": ${many("[", 50_000)}${many("]", 50_000)}`,
  "nested dashes": `users:\n${many("- ", 80_000)}`,
  "nested keys": `users:\n  ${many("a: ", 60_000)}`,
  "many anchors and aliases": `users:\n${many("- &a b\n- *a\n", 15_000)}`,
  "an alias bomb": `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from("bcdefghij", (name, i) => `${name}: &${name} [${many(`*${"abcdefghij"[i]},`, 9)}]\n`).join("")}users: *j\n`,
  "a merge of itself": "users:\n- user: &u\n    <<: [*u,*u,*u,*u,*u,*u,*u,*u]\n    token: a\n",
  "many keys": many("users:\n", 50_000),
  "many keys of all depths": Array.from({ length: 50_000 }, (_, i) => `${many(" ", i % 80)}users:`).join("\n"),
  "many lone users": `kube\n${many("user:\n  token: a\n", 50_000)}`,
  "many escaped keys": many('"\\"users\\":', 100_000),
  "many backslashes": `${many("\\", 1_000_000)}"users\\":${many("\\", 1_000_000)}`,
  "many keys that are none": many(`client-key-data: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t${many("A", 80)}\n`, 1500),
  "a line of 50 MB": `client-key-data users:\\n"users": ${many("x", 50 << 20)}`,
  "a line of white space": `users:\n${many(" \t", 1_000_000)}users:`,
  NULs: `users:\n${many("\0", 1_000_000)}\nuser:\n`,
  tags: `users:\n- ${many("!", 100_000)}`,
  properties: `users:\n- ${many("&a !b ", 20_000)}`,
  errors: `users:\n${many("- 'a\n", 30_000)}`,
};

describe("hostile text ends without a match and without an exception:", () => {
  test.each(Object.keys(hostile))("%s", (name) => {
    expect(find(hostile[name]!).filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

test("a kubeconfig is found among invalid UTF-8 and NULs", () => {
  const user = keyUser({ name: "jane" });
  const noise = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a]);
  const content = Buffer.concat([noise, Buffer.from(yaml(kubeconfig({ user }))), noise]);
  const { start, end, secret } = findOne(content);
  expect(content.subarray(start, end).toString() === secret).toBe(true);
});

test("keys beyond what is parsed are found by the name of their field", () => {
  const user = keyUser({ name: "jane" });
  const filler = { name: "more", user: { as: many("a ", 150_000) } };
  const config = kubeconfig({ user });
  for (const content of [
    yaml({ ...config, users: [filler, ...config.users] }),
    JSON.stringify({ ...config, users: [filler, ...config.users] }),
  ])
    expect(find(content).map(({ check, proof }) => [check, proof])).toEqual([["kubeconfig/client-key", "proven"]]);
});

test("a kubeconfig of a hundred clusters is read whole", () => {
  const one = keyUser({ name: "jane" });
  const users = Array.from({ length: 100 }, (_, i) => ({ name: `u${i}`, user: { ...one, token: random(40) } }));
  expect(
    find(yaml({ ...kubeconfig({ user: {} }), users })).filter(({ check }) => check === "kubeconfig/token"),
  ).toHaveLength(100);
});

const pieces = [
  "users",
  "clusters",
  "contexts",
  "user",
  "token",
  "client-key-data",
  "current-context",
  "name",
  ":",
  ": ",
  "\n",
  "\n  ",
  "\n- ",
  "- ",
  "[",
  "]",
  "{",
  "}",
  '"',
  "'",
  "`",
  "\\",
  '\\"',
  "\\n",
  "\t",
  "\r\n",
  "|",
  ">",
  "&a ",
  "*a",
  "<<: ",
  "!!str ",
  "#",
  "---\n",
  "{{ x }}",
  "EOF",
  "\0",
  "\xff",
  random(40),
];

test("any mixture of a kubeconfig's words has matches within the content, in order and apart", () => {
  const mixture = fc
    .array(fc.constantFrom(...pieces), { maxLength: 120 })
    .map((parts) => Buffer.from(parts.join(""), "latin1"));
  fc.assert(
    fc.property(mixture, (content) => {
      let last = 0;
      for (const { start, end, secret } of find(content)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(content.length);
        expect(secret.length).toBeGreaterThan(0);
        last = start;
      }
    }),
    { numRuns: 500 },
  );
});

test("a token stands where it is said to stand, whatever is written around the kubeconfig", () => {
  const token = random(40);
  const text = yaml(kubeconfig({ user: { token } }));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const content = Buffer.from(`${before}\n${text}\n${after}`);
      const places = find(content).map(({ start, end }) => content.subarray(start, end).toString());
      expect(places.includes(token)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
