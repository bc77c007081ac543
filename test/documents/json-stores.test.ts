// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { edKey, pem } from "../generated-keys.ts";
import { random, scan } from "./documents.ts";

const json = (value: object): string => JSON.stringify(value, null, 2);

const state = (fields: object): string => json({ version: 4, terraform_version: "1.9.0", serial: 3, ...fields });

describe("a Terraform state", () => {
  test("has a finding for each sensitive attribute and output", () => {
    const [password, token, output] = [random(), random(40), random()];
    const text = state({
      outputs: { admin_password: { value: output, type: "string", sensitive: true }, url: { value: "https://a.net" } },
      resources: [
        {
          mode: "managed",
          type: "aws_db_instance",
          name: "main",
          instances: [
            {
              attributes: { id: "db-1", username: "app", password, address: "db.corp.net", arn: "arn:aws:rds:x" },
              sensitive_attributes: [[{ type: "get_attr", value: "password" }]],
            },
          ],
        },
        { type: "x", name: "y", instances: [{ attributes: { config: [{ api_token: token }], name: "plain" } }] },
      ],
    });
    const check = "secrets/terraform-state";
    expect(scan(text, { password, token, output })).toMatchObject([
      { check, at: "output", keyPath: "outputs.admin_password.value", facts: { sensitive: true } },
      {
        check,
        at: "password",
        keyPath: "resources[0].instances[0].attributes.password",
        facts: { resource: "aws_db_instance.main", user: "app", host: "db.corp.net", sensitive: true },
      },
      { check, at: "token", facts: { resource: "x.y" } },
    ]);
  });

  test("of format 3 is read too", () => {
    const password = random();
    const primary = { id: "db-1", attributes: { username: "app", "master.password": password } };
    const modules = [
      { path: ["root"], outputs: {}, resources: { "aws_db_instance.main": { type: "aws_db_instance", primary } } },
    ];
    expect(scan(json({ version: 3, terraform_version: "0.11.0", modules }), { password })).toMatchObject([
      { check: "secrets/terraform-state", at: "password" },
    ]);
  });

  test("keeps keys, which have their own check", () => {
    const attributes = { algorithm: "ED25519", private_key_pem: pem(edKey(), "pkcs8") };
    expect(
      scan(state({ resources: [{ type: "tls_private_key", name: "k", instances: [{ attributes }] }] })),
    ).toMatchObject([{ check: "secrets/private-key-pem", facts: { resource: "tls_private_key.k" } }]);
  });

  test("without secrets is silent", () => {
    const attributes = {
      id: "i-1",
      password: "",
      token: null,
      user_data_hash: random(40),
      key_name: "deploy",
      secret_name: "db",
    };
    const resources = [{ type: "a", name: "b", instances: [{ attributes, sensitive_attributes: [] }] }];
    expect(scan(state({ outputs: { endpoint: { value: "https://db.corp.net" } }, resources }))).toEqual([]);
  });
});

describe("a store of Azure:", () => {
  const [clientId, tenantId, secret] = [randomUUID(), randomUUID(), random(40)];
  const check = "secrets/azure-service-principal";
  test.each([
    ["--sdk-auth", { clientId, clientSecret: secret, subscriptionId: randomUUID(), tenantId }],
    ["create-for-rbac", { appId: clientId, displayName: "ci", password: secret, tenant: tenantId }],
    ["accessTokens.json", [{ servicePrincipalId: clientId, servicePrincipalTenant: tenantId, accessToken: secret }]],
    ["azure.json of a node", { tenantId, aadClientId: clientId, aadClientSecret: secret }],
    [
      "service_principal_entries.json",
      [{ client_id: clientId, tenant: tenantId, client_secret: secret, servicePrincipalId: clientId }],
    ],
  ])("%s", (_name, value) => {
    expect(scan(json(value), { secret })).toMatchObject([{ check, at: "secret", facts: { clientId, tenantId } }]);
  });

  test("tokens of a person", () => {
    const token = random(200);
    const refresh = {
      k: {
        credential_type: "RefreshToken",
        secret: token,
        home_account_id: "a.b",
        environment: "login.microsoftonline.com",
      },
    };
    expect(scan(json({ RefreshToken: refresh }), { token })).toMatchObject([
      { check: "secrets/azure-refresh-token", at: "token", keyPath: "RefreshToken.k.secret" },
    ]);
    const legacy = [
      { _authority: "https://login.microsoftonline.com/x", userId: "jane@corp.net", refreshToken: token },
    ];
    expect(scan(json(legacy), { token })).toMatchObject([{ facts: { user: "jane@corp.net" }, at: "token" }]);
  });

  test("ids alone are silent", () => {
    expect(scan(json({ appId: clientId, tenant: tenantId, displayName: "ci" }))).toEqual([]);
    expect(scan(json({ clientId, clientSecret: "${AZURE_CLIENT_SECRET}", tenantId }))).toEqual([]);
  });
});

describe("Google's files:", () => {
  test("a person's default credentials", () => {
    const token = `1//0${random(80)}`;
    const value = {
      type: "authorized_user",
      client_id: "764086051850-abc.apps.googleusercontent.com",
      client_secret: "x",
      refresh_token: token,
    };
    expect(scan(json(value), { token })).toMatchObject([{ check: "secrets/gcp-authorized-user", at: "token" }]);
  });

  test("workload identity is silent", () => {
    const value = {
      type: "external_account",
      audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x",
      token_url: "https://sts.googleapis.com/v1/token",
      credential_source: { file: "/var/run/token" },
    };
    expect(scan(json(value))).toEqual([]);
  });
});

describe("logins of editors and clients:", () => {
  const secret = random(16);
  test.each([
    [
      "sftp.json",
      { host: "www.corp.net", protocol: "sftp", port: 22, username: "deploy", password: secret, remotePath: "/srv" },
    ],
    [
      ".remote-sync.json",
      { uploadOnSave: true, hostname: "www.corp.net", target: "/srv", username: "deploy", password: secret },
    ],
    [
      "deployment-config.json",
      [{ type: "ftp", options: { host: "www.corp.net", user: "deploy", pass: secret, keyfile: "" } }],
    ],
    [
      "robomongo.json",
      {
        connections: [
          {
            serverHost: "db.corp.net",
            credentials: [{ userName: "app", userPassword: secret, serverHost: "db.corp.net" }],
          },
        ],
      },
    ],
  ])("%s", (_name, value) => {
    expect(scan(json(value), { secret })).toMatchObject([
      { check: "secrets/login-object", at: "secret", severity: "high" },
    ]);
  });

  test("what a form says under its fields is no password", () => {
    const data_description = {
      host: "The host name or IP address of your device, such as smile.local",
      username: "The name that you use to sign in, by default admin or smile",
      password: "The Smile ID printed on the label on the back of your Adam, Smile-T, or P1.",
    };
    expect(scan(json({ step: { user: { data_description } } }))).toEqual([]);
  });

  test("with comments", () => {
    const text = `{\n  // The tab key\n  "type": "sftp",\n  "host": "www.corp.net",\n  "user": "deploy",\n  "password": "${secret}",\n  //"port": "22",\n}\n`;
    expect(scan(text, { secret })).toMatchObject([{ check: "secrets/login-object", at: "secret" }]);
  });
});

test("what `terraform show -json` prints is read too", () => {
  const password = random();
  const resource = {
    address: "aws_db_instance.main",
    type: "aws_db_instance",
    name: "main",
    values: { username: "app", password, name: "x" },
    sensitive_values: { password: true },
  };
  const value = {
    format_version: "1.0",
    terraform_version: "1.9.0",
    values: { root_module: { resources: [resource] } },
  };
  expect(scan(json(value), { password })).toMatchObject([
    { at: "password", keyPath: "values.root_module.resources[0].values.password", facts: { sensitive: true } },
  ]);
});
