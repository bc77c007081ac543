import { describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { createDetector } from "../../src/detect/detector.ts";
import { kubeconfigParser } from "../../src/kubeconfig/parser.ts";
import { base64, find, findOne, jwt, keyUser, kubeconfig, random, yaml } from "./kubeconfigs.ts";

const user = keyUser({ name: "jane", groups: ["dev"] });
const config = kubeconfig({ user });
const key = user["client-key-data"];
const text = yaml(config);
const indent = (by: string, lines = text): string => lines.replaceAll(/^(?=.)/gm, by);

/** Where a kubeconfig hides, and the document around it. */
const forms: Readonly<Record<string, string>> = {
  "a file": text,
  "a file with a byte order mark": `\uFEFF${text}`,
  "Windows line ends": text.replaceAll("\n", "\r\n"),
  "no line end at the end": text.trimEnd(),
  "names outside ASCII before it": `# Schlüssel für Zürich 🗝\n${text}`,
  "tabs of indentation": text.replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2)),
  JSON: JSON.stringify(config),
  "JSON of many lines": JSON.stringify(config, null, 2),
  "YAML flow style": stringify(config, { collectionStyle: "flow", lineWidth: 0 }),
  "several documents": `kind: ConfigMap\ndata: {a: b}\n---\n${text}---\nkind: Pod\n`,
  "a Secret's stringData": yaml({ kind: "Secret", stringData: { note: "ü", kubeconfig: text }, type: "Opaque" }),
  "a block scalar in a list": yaml({ write_files: [{ path: "/root/.kube/config", content: text, owner: "root" }] }),
  "a double-quoted scalar in one line": `${yaml({ a: "ü" })}b: ${JSON.stringify(text)}\nc: 1\n`,
  "a double-quoted scalar over lines": stringify({ a: "ü", b: text }, { defaultStringType: "QUOTE_DOUBLE" }),
  "a double-quoted scalar with escaped line ends": `b: "${text.replaceAll("\n", "\\n\\\n  ").replaceAll("\\\n    ", "\\\n  \\  ")}"\n`,
  "a JSON string": JSON.stringify({ kubeconfig: text, next: 1 }),
  "JSON in a JSON string": JSON.stringify({ note: "ü", kubeconfig: JSON.stringify(config), next: 1 }),
  "JSON in JSON in a JSON string": JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(config) }) }),
  "YAML in JSON in a JSON string": JSON.stringify({ a: JSON.stringify({ b: text }) }),
  "a single-quoted string with escapes": `printf '${text.replaceAll("\n", "\\n")}' > config\n`,
  "a shell's here-document": `set -e\ncat <<EOF > ~/.kube/config\n${text}EOF\nkubectl get pods\n`,
  "a workflow's here-document": `jobs:\n  a:\n    steps:\n      - run: |\n          cat <<EOF > kubeconfig\n${indent("          ")}          EOF\n          kubectl get pods\n`,
  "Markdown's fence": `# Set-up\n\nWrite this:\n\n\`\`\`yaml\n${text}\`\`\`\nDone.\n`,
  "Markdown's indentation": `Write this:\n\n${indent("    ")}\nDone: yes.\n`,
  "Markdown's quotation": `Write this:\n\n${indent("> ")}\nDone.\n`,
  "a comment": `package main\n${indent("// ")}\nfunc main() {}\n`,
  "a diff": `+++ b/config\n@@ -0,0 +1,9 @@\n${indent("+")}`,
  "a Go literal": `package main\n\nconst config = \`${text}\`\n\nfunc main() {}\n`,
  "a template": `{{- if .Values.remote }}\nstringData:\n  config: |\n${indent("    ").replace("    users:", "{{- with .Values.users }}\n    users:")}{{- end }}\n{{ end }}\n`,
  "a line that is no YAML": text.replace("contexts:", "{{ toYaml .Values.more | indent 2 }} : [\ncontexts:"),
  "duplicate keys": `${text}preferences: {}\npreferences: {a: b}\n`,
  "anchors and aliases":
    yaml({ ...config, users: undefined }) +
    `x: &jane\n${indent("  ", yaml(user))}users:\n- name: jane\n  user: *jane\n`,
  "a merge":
    yaml({ ...config, users: undefined }) +
    `x: &jane\n${indent("  ", yaml(user))}users:\n- name: jane\n  user:\n    <<: *jane\n    as: bob\n`,
  "a list of kubeconfigs": `- ${indent("  ").trimStart()}`,
  "a value below other keys": yaml({ values: { remote: config, more: [1, 2] } }),
  "keys after one another": `"client-certificate-data": x\n${text}`,
};

describe("a kubeconfig is found in", () => {
  test.each(Object.entries(forms))("%s", (_form, content) => {
    const match = findOne(content);
    expect({ check: match.check, proof: match.proof }).toEqual({ check: "kubeconfig/client-key", proof: "proven" });
    expect(match.facts).toMatchObject({
      user: "jane",
      cluster: "prod",
      server: "https://10.0.0.1:6443",
      groups: ["dev"],
    });
    expect(match.secret === key).toBe(true);
    const shown = Buffer.from(content).subarray(match.start, match.end).toString();
    expect(shown.replaceAll(/[\s\\]+/g, "") === key).toBe(true);
  });
});

describe("offsets", () => {
  test("of a token after escapes count bytes of the content", () => {
    const token = random(40);
    const content = JSON.stringify({ ü: "ä", config: yaml(kubeconfig({ user: { token } })) });
    const { start, end } = findOne(content);
    expect(Buffer.from(content).subarray(start, end).toString() === token).toBe(true);
  });

  test("of quoted and block scalars leave out what is around the value", () => {
    const token = random(40);
    for (const value of [
      `"${token}"`,
      `'${token}'`,
      `|\n        ${token}`,
      `>-\n        ${token}`,
      `!!str ${token} # ours`,
    ]) {
      const content = yaml(kubeconfig({ user: { token: "HERE" } })).replace("HERE", value);
      const { start, end } = findOne(content);
      expect(content.slice(start, end) === token).toBe(true);
    }
  });
});

describe("through the detector", () => {
  const scan = async (content: string) => {
    const detector = await createDetector([], [kubeconfigParser]);
    return detector.scan(Buffer.from(content));
  };

  test("a kubeconfig in base64 is found where its base64 stands", async () => {
    const content = yaml({ kind: "Secret", data: { config: base64(text) } });
    const [match, ...rest] = await scan(content);
    expect(rest).toEqual([]);
    expect(match?.facts).toMatchObject({ encoding: "base64", user: "jane", cluster: "prod" });
    const encoded = content.slice(match!.start - ((match!.start - content.indexOf(base64(text))) % 4), match!.end);
    expect(Buffer.from(encoded, "base64").toString().includes(key.slice(8, -8))).toBe(true);
  });

  const wrapped = base64(text).replaceAll(/.{76}/g, "$&\n");

  test.each([
    ["a file", wrapped],
    ["a file with Windows line ends", wrapped.replaceAll("\n", "\r\n")],
    ["a file of 64 columns", base64(text).replaceAll(/.{64}/g, "$&\n")],
    ["a block scalar", yaml({ data: { config: `${wrapped}\n` }, next: 1 })],
    ["a JSON string", JSON.stringify({ encoding: "base64", content: wrapped })],
  ])("lines of base64 in %s are read as one", async (_form, content) => {
    const [match, ...rest] = await scan(content);
    expect(rest).toEqual([]);
    expect(match).toMatchObject({ proof: "proven", facts: { user: "jane", cluster: "prod", encoding: "base64" } });
    const seen = content.slice(match!.start, match!.end).replaceAll(/\\n|\s/g, "");
    expect(base64(text).includes(seen)).toBe(true);
    const middle = base64(text).length - base64(text).indexOf(seen);
    expect(Buffer.from(base64(text).slice(-middle - ((4 - (middle % 4)) % 4)), "base64").toString()).toContain(
      key.slice(8),
    );
  });

  test.each([
    ["a token alone", { token: random(32) }],
    ["a password alone", { username: "jane", password: `${random(10)}!` }],
    ["a JSON Web Token", { token: jwt({ sub: "jane" }) }],
  ])("%s needs no key for the kubeconfig to be looked at", async (_what, own) => {
    const lean = {
      users: [{ name: "jane", user: own }],
      contexts: [],
      clusters: [{ name: "a", cluster: { server: "https://a" } }],
    };
    for (const content of [yaml(lean), JSON.stringify(lean), JSON.stringify(lean, null, 1), JSON.stringify(yaml(lean))])
      expect(await scan(content)).toHaveLength(1);
  });
});

describe("of one text", () => {
  test("every user is a match of its own", () => {
    const tokens = [random(40), random(40), random(40)];
    const users = tokens.map((token, i) => ({ name: `user-${i}`, user: { token } }));
    const matches = find(yaml({ ...config, users }));
    expect(matches.map(({ secret }) => secret)).toEqual(tokens);
    expect(matches.map(({ facts }) => facts["user"])).toEqual(["user-0", "user-1", "user-2"]);
  });

  test("every kubeconfig keeps its own cluster", () => {
    const documents = ["a", "b", "c"].map((name) =>
      kubeconfig({ user: { token: random(40) }, clusterName: name, cluster: { server: `https://${name}.lan` } }),
    );
    for (const content of [documents.map(yaml).join("---\n"), documents.map(yaml).join(""), JSON.stringify(documents)])
      expect(find(content).map(({ facts }) => facts["cluster"])).toEqual(["a", "b", "c"]);
  });

  test("a user cut out of its list is found", () => {
    const token = random(40);
    const { facts, proof } = findOne(
      `Add this to the cluster's users:\n\n  - name: jane\n    user:\n      token: ${token}\n`,
    );
    expect({ proof, user: facts["user"] }).toEqual({ proof: "contextual", user: "jane" });
  });

  test("a key without anything around it is found, with its certificate and server nearby", () => {
    const pair = `key = { client-certificate-data = "${user["client-certificate-data"]}", client-key-data = "${key}" }`;
    expect(findOne(`${pair}\nserver = "https://10.1.1.1"\n`)).toMatchObject({
      proof: "proven",
      facts: { subject: "jane", reach: "private", server: "https://10.1.1.1" },
    });
  });
});
