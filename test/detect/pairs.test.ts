import { describe, expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { fill } from "../tokens.ts";

const detector = await createDetector(rules);

const scan = (template: string) =>
  detector
    .scan(Buffer.from(fill(template).text, "latin1"))
    .filter(({ severity }) => severity !== "info")
    .map(({ check, severity, facts }) => ({ check, severity, facts }));

const id = "AKIA{one-of:Q|R|S|T}{base32:15}";
const awsSecret = "{base62:17}+{base62:10}/{base62:9}9z";
const guid = "{uuid}";

describe("two halves are one finding", () => {
  test.each([
    [
      "aws-secret-access-key",
      `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${awsSecret}\n`,
      "accessKeyId",
    ],
    [
      "aws-secret-access-key",
      `{"SecretAccessKey": "${awsSecret}", "region": "eu-west-1", "AccessKeyId": "${id}"}`,
      "accessKeyId",
    ],
    [
      "twilio-auth-token",
      "TWILIO_ACCOUNT_SID=AC{hex:32}\nTWILIO_PHONE=+1555\nTWILIO_AUTH_TOKEN={hex:32}",
      "accountSid",
    ],
    ["cloudflare-global-api-key", "CLOUDFLARE_EMAIL=ops@corp.net\nCLOUDFLARE_API_KEY={hex:37}", "email"],
    [
      "azure-client-credentials",
      `ARM_CLIENT_ID=${guid}\nARM_TENANT_ID=${guid}\nARM_CLIENT_SECRET={base62:34}`,
      "tenantId",
    ],
    ["razorpay-key-secret", "rzp_live_{base62:14}:{base62:20}aB9z", "keyId"],
  ])("secrets/%s", (check, template, fact) => {
    const findings = scan(template).filter((one) => !one.check.startsWith("secrets/generic"));
    expect(findings).toMatchObject([{ facts: { [fact]: expect.any(String) } }]);
    expect(findings[0]!.check.startsWith(`secrets/${check.split("-")[0]}`)).toBe(true);
  });

  test("a temporary key of Amazon has three", () => {
    const template = `export AWS_ACCESS_KEY_ID=ASIA{one-of:Q|R}{base32:15}\nexport AWS_SECRET_ACCESS_KEY=${awsSecret}\nexport AWS_SESSION_TOKEN=IQoJb3JpZ2luX2{base64:400}\n`;
    expect(scan(template)).toMatchObject([
      {
        severity: "high",
        facts: { sessionToken: true, temporaryAccessKeyId: expect.any(String), account: expect.any(String) },
      },
    ]);
  });

  test("two profiles are two findings, each with its own id", () => {
    const profile = (name: string): string =>
      `[${name}]\naws_access_key_id = ${id}\naws_secret_access_key = ${awsSecret}\n`;
    const findings = scan(profile("a") + profile("b"));
    expect(findings).toHaveLength(2);
    expect(new Set(findings.map(({ facts }) => facts["accessKeyId"])).size).toBe(2);
  });
});

test("an id alone is low, far from its secret too", () => {
  expect(scan(`key: ${id}`)).toMatchObject([{ check: "secrets/aws-access-key-id", severity: "low" }]);
  const far = `key: ${id}\n${"# nothing\n".repeat(100)}aws_secret_access_key = ${awsSecret}\n`;
  expect(scan(far).map(({ check }) => check)).toEqual(["secrets/aws-access-key-id", "secrets/aws-secret-access-key"]);
});
