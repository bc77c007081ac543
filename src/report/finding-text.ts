import type { Finding, Location } from "../finding.ts";
import { countOf } from "./amounts.ts";
import { withoutMiddle } from "./cut-text.ts";
import { escapeTerminal } from "./escape-terminal.ts";
import { labelled, labelledProse, wrap } from "./layout.ts";
import { type Paint, severityColor } from "./paint.ts";
import { type Place, placesOf } from "./places.ts";

export interface TextStyle {
  readonly paint: Paint;
  readonly width: number;
  readonly inHistory: boolean;
}

/** Places of one finding that are listed; JSON has all. */
const maxPlaces = 6;

/** Longer paths lose their middle. */
const maxPath = 200;

/** `path:line:column`, as editors and terminals understand it. */
export const spotText = ({ path, line, column }: Location): string =>
  `${escapeTerminal(withoutMiddle(path, maxPath))}:${line}:${column}`;

export const storyText = ({ story }: Place): string => story.map(escapeTerminal).join(", ");

const placeLines = (place: Place, { paint, width }: TextStyle): readonly string[] => {
  const where = spotText(place.location);
  const story = storyText(place);
  if (story === "") return [paint("bold", where)];
  const fits = where.length + 2 + story.length <= width - 15;
  if (fits) return [`${paint("bold", where)}  ${story}`];
  return [paint("bold", where), ...wrap(story, width - 17).map((line) => `  ${line}`)];
};

export const secretText = ({ secret }: Finding): string =>
  secret === undefined ? "" : `${escapeTerminal(secret.redacted)} (${countOf(secret.length, "character")})`;

const ignoredText = ({ suppressed }: Finding): string => {
  if (suppressed === undefined) return "";
  const by = escapeTerminal(suppressed.by);
  const reason = suppressed.reason === undefined ? "no reason given" : escapeTerminal(suppressed.reason);
  return suppressed.kind === "baseline" ? "in the baseline" : `by ${by}: ${reason}`;
};

/** One finding with all that a reader needs to act. */
export const findingText = (finding: Finding, style: TextStyle): readonly string[] => {
  const { paint, width } = style;
  const places = placesOf(finding.locations, style.inHistory);
  const more = places.length - maxPlaces;
  const where = places.slice(0, maxPlaces).flatMap((place) => placeLines(place, style));
  const prose = (label: string, text: string) => (text === "" ? [] : labelledProse(paint, label, text, width));
  const marks = [finding.new === true ? "new" : "", finding.suppressed === undefined ? "" : "ignored"].filter(Boolean);
  return [
    [
      paint(severityColor[finding.severity], finding.severity.toUpperCase().padStart(9).padEnd(10)),
      ` ${paint("bold", escapeTerminal(finding.title))}`,
      ...marks.map((mark) => `  (${mark})`),
    ].join(""),
    ...prose("secret", secretText(finding)),
    ...labelled(paint, "where", [
      ...where,
      ...(more > 0 ? [`and ${countOf(more, "more place")}: --format json lists them`] : []),
    ]),
    ...prose("why", escapeTerminal(finding.detail)),
    ...prose("what to do", escapeTerminal(finding.remediation)),
    ...prose("ignored", ignoredText(finding)),
    ...labelled(paint, "check", [`${escapeTerminal(finding.check)}  ${paint("faint", finding.proof)}`]),
    ...labelled(paint, "fingerprint", [finding.fingerprint]),
    "",
  ];
};
