import { expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { patternFiles } from "../tokens/pattern-files.ts";
import { fill } from "../tokens.ts";

/** Where more rules than one are right, those that are told instead. */
const toldInstead: Readonly<Record<string, RegExp>> = {
  "secrets/command-line-database-client": /^secrets\/command-line-/,
  "secrets/command-line-tool-password": /^secrets\/command-line-/,
  "secrets/command-line-user-password": /^secrets\/command-line-/,
  "secrets/dbeaver-connection-password": /^secrets\/xml-login-attribute$/,
  "secrets/generic-api-key": /^secrets\/http-api-key-header$/,
  "secrets/login-object": /^secrets\/database-connection-string$/,
  "secrets/package-manager-npmrc-token": /^secrets\/npm-legacy-token$/,
  "secrets/xml-login-attribute": /^secrets\/login-object$/,
  "secrets/sign-in-call-password": /^secrets\/(?:mail-login|database-connect)-call$/,
  "secrets/sign-in-client-key": /^secrets\/(?:algolia-api-key|shodan-api-key|twilio-account-credentials)$/,
};

/** Its prover tells each service by its own name. */
const manyNames = "secrets/generic-service-key";

const templates = patternFiles
  .flatMap(({ file }) =>
    file.rules.flatMap(({ id, match }) =>
      match.map((template) => ({ check: `secrets/${file.provider}-${id}`, template })),
    ),
  )
  .filter(({ check }) => check !== manyNames);

const detector = await createDetector(rules);

const checksOf = (template: string): readonly string[] => {
  const { text, start, end } = fill(template);
  const before = 'key = "';
  const content = Buffer.from(`${before}${text}"\n`, "latin1");
  return detector
    .scan(content)
    .filter((match) => match.start < before.length + end && match.end > before.length + start)
    .map(({ check }) => check);
};

test("with all rules at work each kind is told by its own name, once", () => {
  const confused = templates.flatMap(({ check, template }) => {
    const found = checksOf(template);
    const isOwn = found.length === 1 && (found[0] === check || toldInstead[check]?.test(found[0]!) === true);
    return isOwn ? [] : [{ check, template, found }];
  });
  expect(confused).toEqual([]);
});
