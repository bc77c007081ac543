import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { judgeByPath } from "../../src/detect/path-context.ts";
import { ranks } from "../../src/detect/rule.ts";
import type { Severity } from "../../src/finding.ts";
import { run } from "../../src/scan.ts";
import { planOf } from "../scanning.ts";
import { draw, generator } from "./generic-corpus.ts";

const judged = (path: string, severity: Severity, rank: number = ranks.generic) =>
  judgeByPath({ check: "secrets/generic-password", detail: "", proof: "generic", rank, severity }, path)?.severity ??
  "dropped";

const dropped = [
  "package-lock.json",
  "web/yarn.lock",
  "go.sum",
  "Cargo.lock",
  "a/pnpm-lock.yaml",
  "js/app.min.js",
  "app.js.map",
  "logo.svg",
  "locales/de/app.json",
  "src/i18n/fr.json",
  "locale/fr/LC_MESSAGES/django.po",
  "messages_pt.properties",
  "app/translations/it.yml",
  "plugins/nl.json",
  "admin/pt-br.json",
  "src/zh_Hans.js",
  "components/plugwise/strings.json",
  "__snapshots__/a.snap",
  ".terraform.lock.hcl",
];

const sunk = ["vendor/github.com/x/y.go", "web/node_modules/a/index.js", "third_party/z.c"];

const lower = [
  "docs/setup.yaml",
  "docs/examples/a.yml",
  "README.md",
  "README",
  "apis/iam.examples.json",
  "test/login.js",
  "src/__tests__/a.ts",
  "pkg/auth_test.go",
  "pkg/auth_test_data.go",
  "tests/test_login.py",
  "test_login.py",
  "LoginTest.java",
  "spec/models/user_spec.rb",
  "a.spec.ts",
  "testdata/config.yaml",
  "fixtures/a.json",
  "examples/app/main.tf",
  "config.example.yml",
  ".env.example",
  "settings.py.sample",
  "src/borg/testsuite/archiver.py",
  "integration-cli/run.go",
  "values.yaml.j2",
  "kerberos/integtest/run.sh",
  "helper/testhelpers/emulator.go",
];

const kept = [
  "search/es.js",
  "search/es.yml",
  "src/main/java/com/example/demo/Mail.java",
  "app/src/main/kotlin/demo/test/Mail.kt",
  ".env",
  "src/config.ts",
  "config/database.yml",
  "k8s/deployment.yaml",
  "Dockerfile",
  "main.tf",
  "src/latest/contest.go",
  "application.properties",
  "lib/locale.ts",
  "attestation/protest.py",
  "standard input",
  "docker-compose.yml",
  "settings.py",
];

describe("judgeByPath", () => {
  test.each(dropped)("drops a generic match in %s", (path) => {
    expect(judged(path, "medium")).toBe("dropped");
  });

  test.each(sunk)("hides a weak generic match in %s", (path) => {
    expect(judged(path, "medium")).toBe("low");
    expect(judged(path, "low")).toBe("info");
  });

  test.each(lower)("lowers a generic match in %s to low, and no further", (path) => {
    expect(judged(path, "medium")).toBe("low");
    expect(judged(path, "low")).toBe("low");
  });

  test("a note is low at most", () => {
    expect([judged("passwords.txt", "medium"), judged("passwords.txt", "low")]).toEqual(["low", "low"]);
  });

  test.each(kept)("keeps a generic match in %s", (path) => {
    expect(judged(path, "medium")).toBe("medium");
    expect(judged(path, "low")).toBe("low");
  });

  test.each([...dropped, ...sunk, ...lower])("never touches what more than a name supports in %s", (path) => {
    for (const rank of [ranks.contextual, ranks.format, ranks.parser])
      expect(judged(path, "critical", rank)).toBe("critical");
  });

  test("returns the very match that it keeps", () => {
    const match = {
      check: "secrets/generic-api-key",
      detail: "",
      proof: "generic",
      rank: ranks.generic,
      severity: "medium",
    } as const;
    expect(judgeByPath(match, "src/config.ts")).toBe(match);
  });
});

describe("private keys among tests", () => {
  const key = (path: string, check = "secrets/private-key-pem") =>
    judgeByPath({ check, detail: "RSA.", proof: "structural", rank: ranks.format, severity: "critical" }, path)!;

  test.each([
    "test/server.key",
    "pkg/tls/testdata/a.pem",
    "KeysTest.java",
    "tls_test.go",
    "keys_test_data.go",
    "examples/tls/key.pem",
  ])("are low and say why: %s", (path) => {
    expect(key(path).severity).toBe("low");
    expect(key(path).detail).toMatch(/^RSA\. Lowered, since/);
  });

  test.each(["docs/server.key", "vendor/x/server.key", "deploy/latest/server.key"])("and nowhere else: %s", (path) => {
    expect(key(path).severity).toBe("critical");
  });

  test.each([
    "nats-nkey-seed",
    "kubernetes-service-account-token",
    "kubernetes-secret",
    "terraform-state",
    "pgpass-password",
    "htpasswd-hash",
    "shadow-configured-hash",
  ])("so are other things that tests make for themselves: %s", (check) => {
    expect(key("server/testdata/a", `secrets/${check}`).severity).toBe("low");
    expect(key("server/a", `secrets/${check}`).severity).toBe("critical");
  });

  test("other keys of services stay what they are", () => {
    expect(key("test/a.js", "secrets/stripe-secret-key").severity).toBe("critical");
  });
});

describe("a weak password beside a user", () => {
  const login = (path: string, proof: "contextual" | "structural") =>
    judgeByPath({ check: "secrets/url-password", detail: "", proof, rank: ranks.contextual, severity: "medium" }, path)
      ?.severity ?? "dropped";

  test("weighs less in documentation and nothing in translations, a strong one stays", () => {
    expect(["src/a.js", "docs/a.rst", "locale/de/LC_MESSAGES/a.po"].map((path) => login(path, "contextual"))).toEqual([
      "medium",
      "low",
      "dropped",
    ]);
    expect(login("docs/a.rst", "structural")).toBe("medium");
    expect(login("test/a.js", "structural")).toBe("low");
  });
});

describe("findings", () => {
  const secret = draw(generator(9), "0123456789abcdefghijkmnpqrstuvwxyz", 32);

  const severitiesIn = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const folder = await mkdtemp(join(tmpdir(), "tidewaiter-path-"));
    try {
      for (const path of paths) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), `api_key = "${secret}"\n`);
      }
      const plan = planOf([{ kind: "files", paths: [folder] }]);
      const { report } = await run({ ...plan, policy: { ...plan.policy, only: ["secrets/generic"] } });
      return report.findings.map(({ severity, locations }) => `${severity} at ${locations.length}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  test("a secret in a test and in a source is as severe as in the source", async () => {
    expect(await severitiesIn("test/a.js")).toEqual(["low at 1"]);
    expect(await severitiesIn("test/a.js", "src/a.js", "yarn.lock")).toEqual(["medium at 2"]);
    expect(await severitiesIn("yarn.lock")).toEqual([]);
  });
});
