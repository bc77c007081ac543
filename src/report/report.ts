import type { Report } from "../finding.ts";
import type { Format } from "../options.ts";

/** What a format may know beside the report. */
export interface Rendering {
  readonly color: boolean;
  readonly quiet: boolean;
  /** Gives a raw secret by fingerprint; only with `--show-secrets`. */
  readonly reveal: ((fingerprint: string) => string | undefined) | undefined;
  /** Columns of the terminal; prose is wrapped to 80 to 120. */
  readonly width?: number | undefined;
  /** Where the repository is seen on the web, such as `https://github.com/owner/name`: Markdown links there, SARIF names it. */
  readonly repositoryUrl?: string | undefined;
  /** The most UTF-16 units that a Markdown report may have; rows that do not fit are counted. */
  readonly maxCharacters?: number | undefined;
  /** SARIF's `automationDetails.id`: code scanning's category is what precedes its last `/`. */
  readonly automationId?: string | undefined;
}

export type Render = (report: Report, rendering: Rendering) => string;

/** Formats are loaded when asked for. */
const renderers: Readonly<Record<Format, () => Promise<Render>>> = {
  text: async () => (await import("./text.ts")).renderText,
  json: async () => (await import("./json.ts")).renderJson,
  jsonl: async () => (await import("./jsonl.ts")).renderJsonLines,
  sarif: async () => (await import("./sarif.ts")).renderSarif,
  markdown: async () => (await import("./markdown.ts")).renderMarkdown,
};

export const render = async (format: Format, report: Report, rendering: Rendering): Promise<string> =>
  (await renderers[format]())(report, rendering);
