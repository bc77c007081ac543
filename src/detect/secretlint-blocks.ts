import { partitionPoint } from "../partition-point.ts";

/** Offsets at which `secretlint-disable` and `secretlint-enable` change what holds: even entries disable. */
type Toggles = readonly number[];

const word = Buffer.from("secretlint-", "latin1");
const longest = "disable-next-line".length;

/** One pass per content, however many secrets it holds. */
const known = new WeakMap<Buffer, Toggles>();

const readToggles = (content: Buffer): Toggles => {
  const toggles: number[] = [];
  for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + word.length)) {
    const from = at + word.length;
    const kind = /^(disable|enable)(?![\w-])/.exec(content.toString("latin1", from, from + longest))?.[1];
    const disabled = toggles.length % 2 === 1;
    if ((kind === "disable" && !disabled) || (kind === "enable" && disabled)) toggles.push(at);
  }
  return toggles;
};

/**
 * Whether an offset lies between `secretlint-disable` and the next `secretlint-enable`, or the end. Names of
 * secretlint's rules are not ours, so a comment that names some counts for all (secretlint-rule-filter-comments).
 */
export const insideDisabledBlock = (content: Buffer, offset: number): boolean => {
  let toggles = known.get(content);
  if (toggles === undefined) {
    toggles = readToggles(content);
    known.set(content, toggles);
  }
  const ascending = toggles;
  return partitionPoint(ascending.length, (place) => ascending[place]! < offset) % 2 === 1;
};
