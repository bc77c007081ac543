// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { edKey, pem } from "../generated-keys.ts";
import { base64, found, random, scan } from "./documents.ts";

const manifest = (fields: object, name = "db"): object => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: "shop" },
  ...fields,
});
const yaml = (value: object): string => stringify(value, { lineWidth: 0 });
const check = "secrets/kubernetes-secret";

describe("a Secret of Kubernetes", () => {
  test("has a finding for each key that keeps something, with its place", () => {
    const [password, key] = [random(), random(32)];
    const data = { username: base64("app"), password: base64(password), "ca.crt": base64("public") };
    const stringData = { "api-key": key, host: "db.corp.net" };
    expect(scan(yaml(manifest({ data, stringData })), { password: data.password, key })).toMatchObject([
      {
        check,
        at: "password",
        keyPath: "data.password",
        facts: { namespace: "shop", secretName: "db", user: "app", host: "db.corp.net", encoding: "base64" },
      },
      { check, at: "key", keyPath: "stringData.api-key", facts: { namespace: "shop", secretName: "db" } },
    ]);
  });

  const notes = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, "note ".repeat(9)]));
  const password = base64(random());
  const one = manifest({ data: { password } });
  const last = { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(one) };
  test.each([
    ["JSON", JSON.stringify(one)],
    ["indented JSON", JSON.stringify(one, null, 2)],
    ["a list in JSON", JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ kind: "Pod" }, one] })],
    ["a list in YAML", yaml({ apiVersion: "v1", items: [one, { kind: "Pod" }], kind: "List" })],
    [
      "more lines than are first looked at",
      yaml(manifest({ metadata: { annotations: notes(300) }, data: { password }, immutable: notes(300) })),
    ],
    ["several documents", `${yaml({ kind: "Pod", spec: { a: 1 } })}---\n${yaml(one)}---\nkind: ConfigMap\n`],
    ["Windows' line ends", yaml(one).replaceAll("\n", "\r\n")],
    ["an anchor and an alias", `${yaml(manifest({})).trim()}\ndata:\n  x: &p ${password}\n  password: *p\n`],
    ["a heredoc", `kubectl apply -f - <<EOF\n${yaml(one)}EOF\n`],
    ["JSON in a heredoc", `kubectl apply -f - <<EOF\n${JSON.stringify(one, null, 2)}\nEOF\n`],
    ["a patch", yaml(one).replaceAll(/^/gm, "+")],
    [
      "a template with conditions",
      `{{- if .Values.on }}\n${yaml(one)}  {{- if .Values.more }}\n  token: {{ .Values.token | b64enc | quote }}\n  {{- end }}\n{{- end }}\n`,
    ],
  ])("is read in %s", (_form, text) => {
    expect(found(text, { password })).toEqual([`${check} password`]);
  });

  test("keeps its credentials in the annotation of kubectl too", () => {
    const text = yaml({ ...one, metadata: { name: "db", annotations: last } });
    expect(new Set(found(text, { password }))).toEqual(new Set([`${check} password`]));
  });

  test("gives one finding to a value that a format knows, with what the Secret says of its place", () => {
    const token = `dckr_pat_${random(27)}`;
    expect(scan(yaml(manifest({ data: { token: base64(token) } })))).toMatchObject([
      { check: "secrets/docker-personal-access-token", keyPath: "data.token", facts: { namespace: "shop" } },
    ]);
    const key = pem(edKey(), "pkcs8");
    const type = "kubernetes.io/tls";
    expect(scan(yaml(manifest({ type, data: { "tls.key": base64(key), "tls.crt": base64("x") } })))).toMatchObject([
      { check: "secrets/private-key-pem", keyPath: 'data["tls.key"]', facts: { secretType: type } },
    ]);
  });

  test("of registries has a finding for each", () => {
    const [auth, plain] = [base64(`robot:${random()}`), random()];
    const auths = { "ghcr.io": { auth }, "quay.io": { username: "bot", password: plain } };
    const data = { ".dockerconfigjson": base64(JSON.stringify({ auths })) };
    expect(scan(yaml(manifest({ type: "kubernetes.io/dockerconfigjson", data })))).toMatchObject([
      {
        check: "secrets/docker-config-auth",
        keyPath: 'data[".dockerconfigjson"].auths["ghcr.io"].auth',
        facts: { registry: "ghcr.io", user: "robot", namespace: "shop" },
      },
      { check: "secrets/docker-config-auth", facts: { registry: "quay.io", user: "bot" } },
    ]);
    const old = { ".dockercfg": base64(JSON.stringify({ "https://index.docker.io/v1/": { auth } })) };
    expect(scan(yaml(manifest({ data: old })))).toMatchObject([{ facts: { registry: "https://index.docker.io/v1/" } }]);
  });

  test("for nodes that join is one credential of two keys", () => {
    const half = "k3v9x7m2q5w8r1t6";
    const data = {
      "token-id": base64("a1b2c3"),
      "token-secret": base64(half),
      expiration: base64("2999-01-01T00:00:00Z"),
    };
    expect(
      scan(yaml(manifest({ type: "bootstrap.kubernetes.io/token", data })), { half: data["token-secret"] }),
    ).toMatchObject([
      { check: "secrets/kubernetes-bootstrap-token", at: "half", severity: "critical", facts: { tokenId: "a1b2c3" } },
    ]);
    const past = { ...data, expiration: base64("2020-01-01T00:00:00Z") };
    expect(scan(yaml(manifest({ data: past })))).toEqual([]);
  });

  test("of a service account has its token, decoded", () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iss: "kubernetes/serviceaccount", sub: "system:serviceaccount:shop:deployer" };
    const token = `${part({ alg: "RS256" })}.${part(claims)}.${random(80)}`;
    const data = { token: base64(token), namespace: base64("shop"), "ca.crt": base64("x") };
    expect(scan(yaml(manifest({ type: "kubernetes.io/service-account-token", data })))).toMatchObject([
      {
        check: "secrets/kubernetes-service-account-token",
        keyPath: "data.token",
        facts: { serviceAccount: "deployer" },
      },
    ]);
  });

  test("may hold a file, of which each line is read", () => {
    const secret = random(24);
    const file = `# settings\nDB_HOST=db\nDB_PASSWORD=${secret}\nLOG_LEVEL=debug\n`;
    expect(scan(yaml(manifest({ data: { ".env": base64(file) } })))).toMatchObject([
      { check, keyPath: 'data[".env"]', facts: { name: "DB_PASSWORD" } },
    ]);
  });

  test.each([
    ["fillers", { data: { password: base64("changeme"), token: base64("<token>"), a: "" } }],
    ["templates", { stringData: { password: "${DB_PASSWORD}", token: "{{ .Values.token }}", key: "$(KEY)" } }],
    ["names", { data: { username: base64("administrator"), host: base64("db.corp.net"), "ca.crt": base64("x") } }],
    ["settings", { stringData: { "log-level": "debug", config: "a: 1\nb: 2\n", url: "https://db.corp.net/x" } }],
    ["values of SOPS", { stringData: { password: "ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]" } }],
  ])("with %s alone is silent", (_what, fields) => {
    expect(scan(yaml(manifest(fields)))).toEqual([]);
  });

  test.each([
    ["SealedSecret", { encryptedData: { password: `AgB${random(300)}` } }],
    [
      "ExternalSecret",
      { secretStoreRef: { kind: "SecretStore" }, data: [{ secretKey: "password", remoteRef: { key: "db" } }] },
    ],
  ])("sealed as %s is silent", (kind, spec) => {
    expect(scan(yaml({ apiVersion: "x/v1", kind, metadata: { name: "db" }, spec }))).toEqual([]);
  });

  test("that is only named is silent", () => {
    const env = [{ name: "PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } }];
    expect(
      scan(yaml({ kind: "Pod", spec: { containers: [{ env }], volumes: [{ secret: { secretName: "db" } }] } })),
    ).toEqual([]);
  });
});
