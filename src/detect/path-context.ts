import type { Severity } from "../finding.ts";
import { type Match, ranks } from "./rule.ts";

/** What a path says of a generic match in it. */
export type PathVerdict = "keep" | "lower" | "drop";

/** Machines write these: what looks random in them is a digest, a compiled table or a picture. */
const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|Chart\.lock|SHA\d*SUMS?|checksums?\.txt)$|\.(?:min\.[cm]?js|min\.css|map|svgz?|css|scss|less|ipynb_checkpoints|snap|po|pot|mo|xlf|xliff|resx|strings|arb|ftl|woff2?|ttf|eot|pdf|wasm|pyc|class|so|dll|dylib|exe|node|a|o|sum)$/i;

/** Words for people, in many languages. */
const translations =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|langs|languages?|translations?|_locales|nls|intl)\/|(?:^|\/)(?:messages|strings|translation)[_.-][a-z]{2}(?:[_-][A-Za-z]{2,4})?\.[a-z]+$/i;

/** Other people's code. */
const vendored =
  /(?:^|\/)(?:vendor|vendors|vendored|node_modules|bower_components|jspm_packages|third[_-]?party|thirdparty|3rdparty|external|externals|site-packages|dist-packages|Pods|Carthage|Godeps|\.yarn|\.pnp|deps)\//i;

/** Tests, documentation and samples, where credentials are made up. */
const madeUp =
  /(?:^|\/)(?:tests?|testing|__tests__|__mocks__|__snapshots__|__fixtures__|specs?|e2e|testdata|test[-_]?data|test[-_]\w+|test(?:helpers?|utils?|data|support|cases|resources)|(?:unit|integ|func|functional|acceptance|smoke|load)[-_]?tests?|\w+[-_]tests?|fixtures?|mocks?|stubs?|mirage|molecule|cassettes|integration[-_]?\w*|examples?|samples?|demos?|docs?|documentation|tutorials?|cookbook|playground|benchmarks?|storybook|stories|javadoc|man)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*(?:[._-](?:tests?|specs?|mock|mocks|fixture|fixtures|stories|examples?|samples?|template|dist|tmpl|e2e)))\.[^/]+$|\.(?:md|mdx|rst|adoc|asciidoc|txt|html?|example|sample|template|tmpl|dist|j2|erb|tpl|test|golden)$|(?:^|\/)examples?[-._]\d*\.[a-z]+$|(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|CONTRIBUTING)[^/]*$/i;

/** `LoginTest.java`, `UserSpec.scala`: by their capital, since `contest.go` is none. */
const testClass = /(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;

export const pathVerdict = (path: string): PathVerdict => {
  if (generated.test(path) || translations.test(path)) return "drop";
  return vendored.test(path) || madeUp.test(path) || testClass.test(path) ? "lower" : "keep";
};

const lowered = (severity: Severity): Severity => (severity === "low" || severity === "info" ? "info" : "low");

/**
 * What is left of a match at a path: generic ones are dropped in files that machines write and in translations, and
 * lowered (to `low`, what was low to `info`) in vendored code, tests and documentation. Matches that a checksum, a
 * decode or a provider's format supports stay as they are: a real key in a test is a real key.
 */
export const judgeByPath = <M extends Pick<Match, "rank" | "severity">>(match: M, path: string): M | undefined => {
  if (match.rank !== ranks.generic) return match;
  const verdict = pathVerdict(path);
  if (verdict === "drop") return undefined;
  return verdict === "lower" ? { ...match, severity: lowered(match.severity) } : match;
};
