// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of shells are what is tested
import { describe, expect, test } from "@jest/globals";
import { edKey, pem } from "../../generated-keys.ts";
import { series } from "../../tokens.ts";
import { scannerFor, told } from "./scan-text.ts";

const secret = series("{hex:24}Zk9");
const keyInBase64 = series("{to-base64:{bytes:64}}");
const signature = series("{to-base64url:{bytes:32}}");
const keyId = series("{hex:40}");
const shortKeyInBase64 = series("{to-base64:{bytes:32}}");
const base64 = (text: string): string => Buffer.from(text).toString("base64");

const scanHeaders = await scannerFor("secrets/http-");

describe("headers", () => {
  test.each([
    ["basic-auth", "high", () => `Authorization: Basic ${base64(`svc:${secret()}`)}`],
    ["basic-auth", "high", () => `headers = {'authorization': 'Basic ${base64(`svc:${secret()}`)}'}`],
    ["basic-auth", "high", () => `Basic ${base64(`${secret()}:x-oauth-basic`)}`],
    ["bearer-token", "medium", () => `Authorization: Bearer ${secret()}`],
    ["bearer-token", "medium", () => `curl -H 'Authorization: token ${secret()}'`],
    ["api-key-header", "medium", () => `X-Api-Key: ${secret()}`],
    ["api-key-header", "medium", () => `request.headers["x-auth-token"] = "${secret()}"`],
    ["api-key-header", "medium", () => `req.Header.Set("X-Vault-Token", "${secret()}")`],
    ["curl-user", "high", () => `curl -X POST \\\n  -u svc:${secret()} https://api.corp.net/`],
    ["curl-user", "high", () => `curl -sSfu "svc:${secret()}" https://api.corp.net/`],
  ])("secrets/http-%s weighs %s", (kind, severity, write) => {
    expect(told(scanHeaders(write()))).toMatchObject([{ check: `secrets/http-${kind}`, severity }]);
  });

  test.each([
    "Authorization: Basic authentication is required",
    `Authorization: Basic ${base64("user:password")}x`,
    `Authorization: Basic ${base64("Aladdin:open sesame")}`,
    "Authorization: Bearer $TOKEN",
    "Authorization: Bearer ${{ secrets.GITHUB_TOKEN }}",
    "Authorization: Bearer <access-token-of-42-characters>",
    "Authorization: Bearer YOUR_ACCESS_TOKEN_123",
    "Authorization: Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "X-Api-Key: your-api-key-here-1234567",
    "curl -u $USER:$PASS https://api.corp.net/",
    "curl -u user:pass https://api.corp.net/",
    "curl https://api.corp.net:8080/ | sudo -u www:www tee",
  ])("%s is silent", (text) => {
    expect(scanHeaders(text).filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("a JSON Web Token is left to its own rule", () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const token = `${part({ alg: "HS256" })}.${part({ iss: "a", sub: "b1" })}.${signature()}`;
    expect(told(scanHeaders(`Authorization: Bearer ${token}`))).toEqual([]);
  });
});

const scan = await scannerFor(
  "secrets/docker-config",
  "secrets/package-manager",
  "secrets/netrc",
  "secrets/htpasswd",
  "secrets/azure-connection",
  "secrets/gcp",
);

describe("files of tools", () => {
  const docker = (registry: string, auth: string) =>
    JSON.stringify({ auths: { [registry]: { auth: base64(auth) } } }, null, 2);

  test("a Docker configuration, one finding for each registry, with registry and user", () => {
    const text = JSON.stringify({
      auths: {
        "registry.corp.net": { auth: base64(`ci:${secret()}`) },
        "https://index.docker.io/v1/": { username: "bob2", email: "b@corp.net", auth: base64(`bob2:${secret()}`) },
      },
    });
    expect(scan(text).map(({ facts, severity }) => [facts["registry"], facts["user"], severity])).toEqual([
      ["registry.corp.net", "ci", "high"],
      ["https://index.docker.io/v1/", "bob2", "high"],
    ]);
  });

  test.each([
    ["in base64", (text: string) => `  .dockerconfigjson: ${base64(text)}`],
    ["in JSON", (text: string) => JSON.stringify({ ".dockerconfigjson": text })],
  ])("a Docker configuration %s", (_, embed) => {
    const [match] = scan(embed(docker("registry.corp.net", `ci:${secret()}`)));
    expect(match?.facts).toMatchObject({ registry: "registry.corp.net", user: "ci" });
  });

  test("a password of Amazon's registry passes within hours", () => {
    const text = docker("1.dkr.ecr.eu-west-1.amazonaws.com", `AWS:${secret()}`);
    expect(told(scan(text))).toMatchObject([{ check: "secrets/docker-config-auth", severity: "low" }]);
  });

  test.each([
    ["package-manager-npmrc-token", () => `//npm.corp.net/:_authToken=${secret()}`],
    ["package-manager-npmrc-auth", () => `_auth = "${base64(`ci:${secret()}`)}"`],
    [
      "package-manager-npmrc-password",
      () => `//npm.corp.net/:username=ci\n//npm.corp.net/:_password=${base64(secret())}`,
    ],
    [
      "package-manager-pypirc",
      () => `[internal]\nrepository: https://pypi.corp.net\nusername: ci\npassword: ${secret()}`,
    ],
    ["netrc-password", () => `machine git.corp.net\n\tlogin ci\n\tpassword ${secret()}\n`],
    ["azure-connection-account-key", () => `AccountName=acct;AccountKey=${keyInBase64()}`],
    ["azure-connection-shared-access-key", () => `SharedAccessKey=${shortKeyInBase64()}`],
  ])("secrets/%s", (kind, write) => {
    expect(told(scan(write()))).toMatchObject([{ check: `secrets/${kind}` }]);
  });

  test("a shared access signature counts until it expires", () => {
    const url = (year: number) =>
      `https://a.blob.core.windows.net/b?sv=2024-11-04&se=${year}-01-01&sig=${encodeURIComponent(shortKeyInBase64())}`;
    expect(scan(url(2098))[0]).toMatchObject({ severity: "high", facts: { expires: "2098-01-01T00:00:00.000Z" } });
    expect(scan(url(2020))[0]).toMatchObject({ severity: "info" });
  });

  const account = () => ({
    type: "service_account",
    project_id: "acme-prod-1",
    private_key_id: keyId(),
    private_key: `${pem(edKey(), "pkcs8")}\n`,
    client_email: "ci@acme-prod-1.iam.gserviceaccount.com",
  });

  test.each([
    ["as a file", (value: object) => JSON.stringify(value, null, 2)],
    ["on one line of an env file", (value: object) => `KEY='${JSON.stringify(value)}'`],
    ["inside another JSON", (value: object) => JSON.stringify({ key: JSON.stringify(value) })],
    ["in base64", (value: object) => `key: ${base64(JSON.stringify(value))}`],
  ])("a Google service account %s", (_, embed) => {
    const value = account();
    const [match] = scan(embed(value));
    expect(told([match!])).toEqual([
      { check: "secrets/gcp-service-account-key", severity: "critical", proof: "proven" },
    ]);
    expect(match?.facts).toMatchObject({
      clientEmail: value.client_email,
      privateKeyId: value.private_key_id,
      project: value.project_id,
    });
  });

  test("a Google service account is one finding, not also a private key", async () => {
    const both = await scannerFor("secrets/gcp", "secrets/private-key");
    expect(both(JSON.stringify(account())).map(({ check }) => check)).toEqual(["secrets/gcp-service-account-key"]);
  });

  test("application default credentials", () => {
    const text = JSON.stringify({
      client_secret: secret(),
      refresh_token: `1//0${secret()}${secret()}`,
      type: "authorized_user",
    });
    expect(told(scan(text))).toMatchObject([{ check: "secrets/gcp-authorized-user", severity: "critical" }]);
  });
});
