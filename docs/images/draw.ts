/**
 * Draws the three faces of the Action, from a real run of `dist/action.js` against the tests' double of GitHub:
 *   npm run build && npm install --prefix /tmp/faces marked@16.4.2
 *   node docs/images/draw.ts /tmp/faces/node_modules/marked/lib/marked.esm.js
 * Needs chromium. The style is ours, after the look of GitHub.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { certificatePem } from "../../test/certificates.ts";
import { ecKey, pem } from "../../test/generated-keys.ts";
import { type Double, startDouble } from "../../test/github/double.ts";
import { checkoutAtDepthOne, createForge, openPullRequest } from "../../test/github/forge.ts";
import { pullRequestPayload } from "../../test/github/payloads.ts";
import { runAction } from "../../test/github/runner.ts";
import { githubToken, temporaryFolder } from "../../test/repositories.ts";
import { withFewColours } from "./png.ts";

interface Faces {
  readonly comment: string;
  readonly double: Double;
  readonly summary: string;
}

/** An administrator's kubeconfig for a cluster that is reached from everywhere. */
const kubeconfig = (): string => {
  const key = ecKey();
  const certificate = certificatePem(key, { name: "ops", groups: ["system:masters"] });
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  return [
    "apiVersion: v1",
    "kind: Config",
    "clusters: [{ name: production, cluster: { server: https://k8s.acme.cloud:6443 } }]",
    "users:",
    "  - name: ops",
    "    user:",
    `      client-certificate-data: ${base64(certificate)}`,
    `      client-key-data: ${base64(pem(key, "pkcs8"))}`,
    "contexts: [{ name: ops, context: { cluster: production, user: ops } }]",
    "",
  ].join("\n");
};

/** A pull request of three commits by two people: two credentials that stay, one that is removed again. */
const run = async (): Promise<Faces> => {
  const forge = createForge();
  const double = await startDouble(forge.root);
  const { work } = forge;
  const base = work.commit("Start", { "deploy/values.yaml": "replicas: 2\n" });
  const values = `replicas: 2\nregistry:\n  password: ${githubToken("deploy")}\n`;
  work.commit("Deploy from CI", { "deploy/values.yaml": values, "deploy/kubeconfig": kubeconfig() });
  const grace = { name: "Grace", email: "grace@example.org" };
  work.commit("Try the release script", { "scripts/release.sh": `export GH_TOKEN=${githubToken("release")}\n` }, grace);
  work.commit("Take the token from the environment", { "scripts/release.sh": "set -eu\n" }, grace);
  const pull = openPullRequest(forge, base);
  const workspace = checkoutAtDepthOne(forge, pull.merge).folder;
  const payload = pullRequestPayload({ ...pull, commits: 3 });
  const { summary } = await runAction({ double, event: "pull_request", payload, sha: pull.merge, workspace });
  await double.close();
  return { comment: double.comments[0]!.body, double, summary };
};

const style = `
  body { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; margin: 0; padding: 16px; background: #fff }
  .box { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
  .bar { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #59636e }
  .bar b { color: #1f2328 }
  .text { padding: 16px }
  h2, h3 { margin: 0 0 12px; line-height: 1.25 } h2 { font-size: 1.5em; border-bottom: 1px solid #d1d9e0; padding-bottom: .3em } h3 { font-size: 1.25em }
  table { border-collapse: collapse; margin: 0 0 16px; display: block; max-width: 100% }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left; vertical-align: top } tr:nth-child(2n) td { background: #f6f8fa }
  code { font: 85% ui-monospace, "Liberation Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px }
  pre { background: #f6f8fa; padding: 16px; border-radius: 6px } pre code { background: none; padding: 0 }
  a { color: #0969da; text-decoration: none } sub { color: #59636e }
  .alert { border-left: .25em solid #9a6700; padding: 8px 16px; margin: 0 0 16px } .alert b { color: #9a6700 } .alert p { margin: 0 }
  .note { border: 1px solid #d1d9e0; border-left: 4px solid #cf222e; border-radius: 6px; padding: 8px 16px; margin: 8px 0 }
  .note b { color: #cf222e } .note pre { margin: 4px 0 0; padding: 0; background: none; white-space: pre-wrap; font: 12px ui-monospace, monospace }
`;

type ToHtml = (markdown: string) => string;

/** GitHub's alerts are quotes with a first line of their own. */
const withAlerts = (html: string): string =>
  html.replace(/<blockquote>\s*<p>\[!WARNING\]\s*/g, '<blockquote class="alert"><b>⚠ Warning</b><p>');

/** Emoji, for machines that have no font with them. */
const signs: Readonly<Record<string, string>> = {
  "🔴": "#d1242f ●",
  "🟠": "#e16f24 ●",
  "🟡": "#d4a72c ●",
  "🔵": "#0969da ●",
  "❌": "#d1242f ✖",
  "✅": "#1a7f37 ✔",
};

const withSigns = (html: string): string =>
  html.replace(/[🔴🟠🟡🔵❌✅]/gu, (sign) => {
    const [color, shape] = signs[sign]!.split(" ");
    return `<span style="color:${color}">${shape}</span>`;
  });

const escaped = (text: unknown): string => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const annotationBox = (one: Readonly<Record<string, unknown>>): string =>
  `<div class="note"><b>${escaped(one["path"])}, line ${one["start_line"]}: ${escaped(one["title"])}</b><pre>${escaped(one["message"])}</pre></div>`;

const page = (bar: string, content: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="box"><div class="bar">${bar}</div><div class="text">${content}</div></div>`;

const width = 940;

/** The height of a page as chromium lays it out, which it prints into the title. */
const heightOf = (chromium: (...args: readonly string[]) => string, file: string): number => {
  const dom = chromium("--dump-dom", `--window-size=${width},200`, `file://${file}`);
  return Number(/data-height="(\d+)"/.exec(dom)?.[1] ?? 800);
};

const draw = (name: string, html: string): void => {
  const folder = temporaryFolder();
  const file = join(folder, `${name}.html`);
  const measure = "<script>document.body.dataset.height = document.querySelector('.box').offsetHeight + 32</script>";
  writeFileSync(file, `${html}${measure}`);
  const common = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    `--user-data-dir=${folder}/profile`,
  ];
  const chromium = (...args: readonly string[]): string =>
    execFileSync("chromium", [...common, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const height = heightOf(chromium, file);
  const picture = fileURLToPath(new URL(`${name}.png`, import.meta.url));
  chromium(`--screenshot=${picture}`, `--window-size=${width},${height}`, `file://${file}`);
  writeFileSync(picture, withFewColours(readFileSync(picture)));
};

const { marked } = (await import(process.argv[2]!)) as { marked: { parse: ToHtml } };
const toHtml: ToHtml = (markdown) => withSigns(withAlerts(marked.parse(markdown)));
const { comment, double, summary } = await run();
const check = double.checks[0]!;
const annotations = `<h3>Annotations</h3>${check.annotations.map(annotationBox).join("")}`;
draw("comment", page("<b>github-actions</b> bot commented", toHtml(comment)));
draw(
  "check-run",
  page(
    `<b>${check.name}</b>, ${check.conclusion}`,
    `<h2>${escaped(check.title)}</h2>${toHtml(check.summary)}${annotations}`,
  ),
);
draw("job-summary", page("<b>tidewaiter</b> summary", toHtml(summary)));
