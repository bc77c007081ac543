import { describe, expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { createDetector } from "../../src/detect/detector.ts";
import { type Imported, importConfig } from "../../src/moving-in/import-config.ts";
import { loadConfiguration } from "../../src/policy/configuration.ts";

const configurationOf = ({ rules, ignores }: Imported) =>
  loadConfiguration(stringify({ rules, ignores }), "tidewaiter.yml");

const remarksOf = ({ remarks }: Imported): readonly string[] => remarks.map(({ line, text }) => `${line}: ${text}`);

const secretsIn = async (imported: Imported, content: string): Promise<readonly string[]> => {
  const { rules } = await configurationOf(imported);
  return (await createDetector(rules)).scan(Buffer.from(content)).map(({ secret }) => secret);
};

const depot = `title = "ours"

[extend]
useDefault = true
disabledRules = ["some-rule"]

[[rules]]
id = "Depot_Key"
description = "A key of the depot"
regex = '''depot_key\\s*=\\s*"([0-9a-z]{12})"'''
entropy = 2.5
keywords = ["depot_key"]
[[rules.allowlists]]
description = "made up"
stopwords = ["sesame"]
regexes = ['''^0{4}''']
paths = ['''(?:^|/)fixtures/''', '''\\.(?:md|rst)$''', '''^a[0-9]+$''']
commits = ["0123"]

[[rules]]
id = "key-file"
path = '''\\.pem$'''

[[rules]]
id = "ahead"
regex = '''depot(?=x)'''
`;

describe("a configuration of gitleaks", () => {
  test("rules, entropy, groups, stopwords and plain paths are taken, the rest is named with its line", async () => {
    const imported = await importConfig(depot, "gitleaks.toml");
    expect(imported.rules).toEqual([
      {
        id: "depot-key",
        title: "A key of the depot",
        severity: "high",
        expression: 'depot_key\\s*=\\s*"(?P<secret>[0-9a-z]{12})"',
        minEntropy: 2.5,
        except: ["(?i)sesame", "^0{4}"],
      },
    ]);
    expect(imported.ignores.map(({ path, check }) => `${check} ${path}`)).toEqual([
      "secrets/custom-depot-key **/fixtures/**",
      "secrets/custom-depot-key **/*.md",
      "secrets/custom-depot-key **/*.rst",
    ]);
    expect(remarksOf(imported)).toEqual([
      expect.stringMatching(/^5: disabledRules were not taken/),
      expect.stringMatching(/^17: rule "Depot_Key": the path "\^a\[0-9\]\+\$" cannot be told/),
      expect.stringMatching(/^18: rule "Depot_Key": 1 commits were not taken/),
      expect.stringMatching(/^21: rule "key-file": the rule was not taken: it looks at paths alone/),
      expect.stringMatching(/^26: rule "ahead": the rule was not taken: RE2 refuses it.*no look-around/),
    ]);
  });

  test("what is taken passes our configuration, finds the group, and drops exceptions and low entropy", async () => {
    const imported = await importConfig(depot, "gitleaks.toml");
    const line = (value: string) => `depot_key = "${value}"\n`;
    expect(await secretsIn(imported, line("q7w1z9x3k5m2"))).toEqual(["q7w1z9x3k5m2"]);
    expect(await secretsIn(imported, line("q7sesame3k5m"))).toEqual([]);
    expect(await secretsIn(imported, line("0000z9x3k5m2"))).toEqual([]);
    expect(await secretsIn(imported, line("aabbaabbabab"))).toEqual([]);
  });

  test("keywords become anchors where the expression has none", async () => {
    const imported = await importConfig(
      `[[rules]]\nid = "a"\nregex = '''[0-9a-f]{24}'''\nkeywords = ["Depot"]\n`,
      "gitleaks.toml",
    );
    expect(imported.rules[0]!.anchors).toEqual(["depot", "DEPOT", "Depot"]);
    expect(remarksOf(imported)).toEqual([expect.stringMatching(/^3: rule "a": its keywords became anchors/)]);
    expect(await secretsIn(imported, "DEPOT 0f1e2d3c4b5a697887960f1e")).toHaveLength(1);
  });

  test("a file that is no TOML is wrong use, with its place", async () => {
    await expect(importConfig("a = [", "x.toml")).rejects.toThrow(/^x\.toml:1:\d+: is no TOML/);
    await expect(importConfig(`a = ${"[".repeat(100_000)}`, "x.toml")).rejects.toThrow(/^x\.toml/);
  });
});

describe("a configuration of betterleaks", () => {
  test("what a filter says of the secret is taken, the rest is shown", async () => {
    const imported = await importConfig(
      `[[rules]]
id = "depot"
regex = '''depot_([0-9a-z]{12})'''
filter = '''
filter.entropy(finding["secret"]) <= 2.5 ||
filter.containsAny(finding["secret"], ["a.b", "se||same"]) || filter.matchesAny(finding["secret"], [\`^0{4}\`, "9$"])
|| filter.failsTokenEfficiency(finding["secret"])
'''
validate = '''http.get("x", {})'''
`,
      "betterleaks.toml",
    );
    expect(imported.rules[0]).toMatchObject({ minEntropy: 2.5, except: ["a\\.b", "se\\|\\|same", "^0{4}", "9$"] });
    expect(remarksOf(imported)).toEqual([
      '4: rule "depot": this part of its filter was not taken: filter.failsTokenEfficiency(finding["secret"])',
      '9: rule "depot": validate was not taken: a custom rule makes no requests',
    ]);
  });
});
