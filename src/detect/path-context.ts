import type { Severity } from "../finding.ts";
import { type Match, ranks } from "./rule.ts";

/** What a path says of a generic match in it. */
export type PathVerdict = "keep" | "soften" | "lower" | "sink" | "drop";

/** Machines write these: what looks random in them is a digest, a compiled table or a picture. */
const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|Chart\.lock|SHA\d*SUMS?|checksums?\.txt)$|\.(?:min\.[cm]?js|min\.css|map|svgz?|css|scss|less|ipynb_checkpoints|snap|po|pot|mo|xlf|xliff|resx|strings|arb|ftl|woff2?|ttf|eot|pdf|wasm|pyc|class|so|dll|dylib|exe|node|a|o|sum)$/i;

/** Names of a wheel's files with their digests (packaging.python.org, Recording installed projects): any format's letters stand in some. */
const digests = /\.dist-info\/RECORD$/;

/** Languages that programs are translated into, of ISO 639-1 those that are no words of configuration. */
const languages =
  "(?:af|ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|hy|is|it|ja|ka|kk|km|ko|ku|lt|lv|mk|mn|ms|nb|nl|nn|pl|pt|ro|ru|si|sk|sl|sq|sr|sv|ta|te|th|tr|uk|ur|uz|vi|zh)";

/** `plugins/nl.json`, `pt-br.yml`: a file called by a language alone, which code (`es.js`) is only with a region or a script behind, and Home Assistant's `strings.json`. */
const byLanguage = new RegExp(
  `(?:^|/)(?:${languages}\\.json|${languages}(?:[-_][A-Za-z]{2,4}){1,2}\\.(?:json|ya?ml|properties|php|[jt]s|toml|lua)|strings\\.json)$`,
);

/** Words for people, in many languages. */
const translations =
  /(?:^|\/)(?:locales?|locali[sz]ations?|i18n|l10n|lang|langs|languages?|translations?|_locales|nls|intl)\/|(?:^|\/)(?:messages|strings|translation)[_.-][a-z]{2}(?:[_-][A-Za-z]{2,4})?\.[a-z]+$/i;

/** Other people's code. */
const vendored =
  /(?:^|\/)(?:vendor|vendors|vendored|node_modules|bower_components|jspm_packages|third[_-]?party|thirdparty|3rdparty|external|externals|site-packages|dist-packages|Pods|Carthage|Godeps|\.yarn|\.pnp|deps)\//i;

/** Tests and samples, where credentials are made up, though some open what the tests run against. */
const madeUp =
  /(?:^|\/)(?:tests?|testing|testsuites?|__tests__|__mocks__|__snapshots__|__fixtures__|specs?|e2e|testdata|test[-_]?data|test[-_]\w+|test(?:helpers?|utils?|data|support|cases|resources)|(?:unit|integ|func|functional|acceptance|smoke|load)[-_]?tests?|\w+[-_]tests?|fixtures?|mocks?|stubs?|mirage|molecule|cassettes|integration[-_]?\w*|examples?|samples?|demos?|playground|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*(?:[._-](?:tests?|specs?|mock|mocks|fixture|fixtures|stories|examples?|samples?|template|dist|tmpl|e2e)|[._-]tests?[._-][^/.]{0,40}))\.[^/]+$|\.(?:example|sample|template|tmpl|dist|j2|erb|tpl|test|golden)$|(?:^|\/)examples?[-._]\d*\.[a-z]+$/i;

/** Documentation. */
const documents =
  /(?:^|\/)(?:docs?|documentation|tutorials?|cookbook|storybook|stories|javadoc|man)\/|\.(?:md|mdx|rst|adoc|asciidoc|html?)$|(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|CONTRIBUTING|INSTALL|UPGRADE|RELEASE[-_]?NOTES)[^/]*$|(?:^|\/)(?:swagger|openapi)[^/]*\.(?:ya?ml|json)$|\.examples\.json$/i;

/** `LoginTest.java`, `UserSpec.scala`: by their capital, since `contest.go` is none. */
const testClass = /(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;

/** Notes and transcripts, and what people keep for themselves. */
const plainText = /\.txt$/i;

/** Names of packages of the JVM's languages, of which `com.example.demo` is what generators give: what they are called says nothing. */
const packages = /((?:^|\/)src\/main\/(?:java|kotlin|scala|groovy)\/).*\//;

const withoutPackages = (path: string): string => path.replace(packages, "$1");

export const pathVerdict = (written: string): PathVerdict => {
  const path = withoutPackages(written);
  if (generated.test(path) || translations.test(path) || byLanguage.test(path)) return "drop";
  if (vendored.test(path)) return "sink";
  if (madeUp.test(path) || documents.test(path) || testClass.test(path)) return "lower";
  return plainText.test(path) ? "soften" : "keep";
};

const sunk = (severity: Severity): Severity => (severity === "low" || severity === "info" ? "info" : "low");

/** Keys, tokens and files of logins that tests make for themselves, and passwords that only a user or host beside them makes credentials. */
const ownKeys =
  /^secrets\/(?:private-key-|keystore-|jwt-token$|wildfly-user$|nats-nkey-seed$|kubernetes-(?:service-account-token|secret)$|terraform-state$|pgpass-|netrc-|htpasswd-|shadow-)/;
const logins = /^secrets\/(?:url|http|database|command-line|ldap|mail)-/;

const tests =
  /(?:^|\/)(?:tests?|testsuites?|__tests__|testdata|testing|test[-_]?data|test[-_]?(?:resources|certs|keys|fixtures|utils|helpers|support)|integration[-_]?tests?|fixtures?|specs?|e2e|mocks?|SelfTest|selftests?|examples?|samples?|demos?|stubs?)\/|(?:^|\/)test_[^/]*$|[._-](?:tests?|spec)(?:[._-][^/.]{0,40})?\.[^/]+$|(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;

const amongTests = "Lowered, since it stands among tests or samples: nothing that it opens is known.";

type Judged = Pick<Match, "check" | "detail" | "onlyAt" | "proof" | "rank" | "severity">;

/** Whether a content that says nothing by itself stands where it is a credential. */
const isOutOfPlace = ({ onlyAt }: Judged, path: string): boolean =>
  onlyAt !== undefined && !new RegExp(onlyAt).test(path);

const isLogin = ({ rank, check }: Judged): boolean => rank === ranks.contextual && logins.test(check);

/** A user with a word for a password. */
const isWeakLogin = (match: Judged): boolean => match.proof === "contextual" && isLogin(match);

const isLoud = ({ severity }: Judged): boolean => severity !== "low" && severity !== "info";

const byVerdict = <M extends Judged>(match: M, verdict: PathVerdict): M | undefined => {
  if (verdict === "drop") return undefined;
  if (verdict === "sink") return { ...match, severity: sunk(match.severity) };
  return verdict === "keep" || !isLoud(match) ? match : { ...match, severity: "low" };
};

/**
 * What is left of a match at a path: generic ones, and weak passwords beside a user, are dropped in files that machines write and in
 * translations, and lowered in vendored code (to `low`, what was low to `info`), documentation, tests and samples (to `low`). Private keys, JSON Web Tokens
 * and strong passwords beside a user are lowered to `low` among tests, and say so; in plain text what is generic is `low` at most. Other matches that a checksum, a decode or a provider's
 * format supports stay as they are: a real key in a test is a real key.
 */
export const judgeByPath = <M extends Judged>(match: M, path: string): M | undefined => {
  if (digests.test(path) || isOutOfPlace(match, path)) return undefined;
  if (match.rank === ranks.generic || isWeakLogin(match)) return byVerdict(match, pathVerdict(path));
  if (!(ownKeys.test(match.check) || isLogin(match)) || !isLoud(match) || !tests.test(withoutPackages(path)))
    return match;
  return { ...match, severity: "low", detail: [match.detail, amongTests].filter(Boolean).join(" ") };
};
