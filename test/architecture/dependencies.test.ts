import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";

const source = fileURLToPath(new URL("../../src", import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const importsOf = (file: string): readonly Import[] => {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, to]) => ({
    from: file,
    to: to!.startsWith(".") ? relative(source, join(source, dirname(file), to!)) : to!,
  }));
};

const imports = files.flatMap(importsOf);

const violations = (from: RegExp, to: RegExp): readonly string[] =>
  imports.filter((i) => from.test(i.from) && to.test(i.to)).map((i) => `${i.from} imports ${i.to}`);

describe("dependencies point one way", () => {
  test("detection knows nothing of where bytes come from or where findings go", () => {
    expect(
      violations(
        /^detect\//,
        /^(git|files|image|findings|policy|report|github|command-line)\/|^(scan|plan|cli|action)\.ts/,
      ),
    ).toEqual([]);
  });
  test("kubeconfigs are parsed without sources and reports", () => {
    expect(violations(/^kubeconfig\//, /^(git|files|image|findings|policy|report|github|command-line)\//)).toEqual([]);
  });
  test("documents are parsed by detection's means alone", () => {
    expect(violations(/^documents\//, /^(?!documents\/|detect\/|finding\.ts|yaml$|node:)/)).toEqual([]);
  });
  test("sources know nothing of rules, policy or reports", () => {
    expect(
      violations(
        /^(git|files|image)\//,
        /^(findings|policy|report|github|command-line|kubeconfig|documents)\/|^detect\/(?!hit\.ts)/,
      ),
    ).toEqual([]);
  });
  test("policy knows neither where bytes come from nor where findings go", () => {
    expect(violations(/^policy\//, /^(git|files|image|report|github|command-line)\//)).toEqual([]);
  });
  test("reports know neither git nor rules", () => {
    expect(violations(/^report\//, /^(git|files|image|detect|github|policy|command-line)\//)).toEqual([]);
  });
  test("only action.ts and github/ know that GitHub exists", () => {
    expect(violations(/^(?!github\/|action\.ts)/, /^github\/|^@actions\/|^@octokit\//)).toEqual([]);
  });
  test("only scan.ts asks providers, and only what is asked is known to them", () => {
    expect(violations(/^(?!verify\/|scan\.ts|plan\.ts)/, /^verify\//)).toEqual([]);
    expect(violations(/^network\//, /^(?!network\/|node:)/)).toEqual([]);
    expect(violations(/^verify\//, /^(git|files|image|policy|report|github|command-line|kubeconfig)\//)).toEqual([]);
  });
  test("only network/, verify/, image/, signatures/ and github/ reach the network", () => {
    // detect/address.ts asks node:net whether a text is an address
    expect(
      violations(
        /^(?!network\/|verify\/|image\/|signatures\/|github\/|detect\/address\.ts)/,
        /^node:(https?|http2|net|tls|dgram|dns)(\/|$)/,
      ),
    ).toEqual([]);
  });
  test("only cli.ts knows the command line", () => {
    expect(violations(/^(?!command-line\/|cli\.ts)/, /^command-line\//)).toEqual([]);
  });
  test("only git/ runs git, and one file Docker's credential helpers", () => {
    expect(violations(/^(?!git\/)/, /^simple-git$/)).toEqual([]);
    expect(violations(/^(?!git\/|image\/registry\/credential-helper\.ts)/, /^node:child_process$/)).toEqual([]);
  });
  test("the command line starts without loading what a scan needs", () => {
    const eager = readFileSync(join(source, "cli.ts"), "utf8").match(/^import .* from "(?!node:)[^"]+";$/gm) ?? [];
    expect(eager.filter((line) => !/arguments|help|usage-error/.test(line))).toEqual([]);
  });
});
