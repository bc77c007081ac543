// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import { describe, expect, test } from "@jest/globals";
import { fill } from "../tokens.ts";
import { found, random, scan } from "./documents.ts";

const own = fill("rubygems_{hex:48}", "gem").secret;
const [corp, host, named] = [random(32), random(40), random(24)];
const names = { own, corp, host, named };

const file = (more = ""): string =>
  `---\n:rubygems_api_key: ${own}\n:corp: ${corp}\nhttps://gems.corp.net: Bearer ${host}\n${more}`;

describe("RubyGems' credentials file:", () => {
  test("every key, by its name or server", () => {
    const text = file(`gems.corp.net: "${named}"\n`);
    expect(found(text, names)).toEqual([
      "secrets/rubygems-api-key own",
      "secrets/rubygems-credentials-file corp",
      "secrets/rubygems-credentials-file host",
      "secrets/rubygems-credentials-file named",
    ]);
    expect(scan(text, names).map(({ facts }) => facts["host"] ?? facts["keyPath"])).toEqual([
      "rubygems_api_key",
      "corp",
      "https://gems.corp.net",
      "gems.corp.net",
    ]);
  });

  test("a document about it is another file", () => {
    const text = `Write\n:rubygems_api_key: ${own}\n:corp: ${corp}\n`;
    expect(found(text, names)).toEqual(["secrets/rubygems-api-key own"]);
  });

  test("placeholders are silent", () => {
    expect(found("---\n:rubygems_api_key: your-rubygems-api-key-here\n:corp: ${CORP_KEY_OF_GEMS}\n")).toEqual([]);
  });
});
