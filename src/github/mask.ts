/** Shorter values would blank out ordinary words in the log. */
const shortest = 8;

/** The runner compares each line of output with every mask. */
const maxMasks = 5_000;

/** Raw values are byte strings; the log shows their UTF-8 text. */
const asText = (value: string): string => Buffer.from(value, "latin1").toString("utf8");

const formsOf = (value: string): readonly string[] => {
  const bytes = Buffer.from(value, "latin1");
  const text = asText(value);
  const lines = text.split(/\r\n|[\r\n]|\\n/);
  const base64 = bytes.toString("base64");
  return [text, ...lines, base64, base64.replace(/=+$/, ""), bytes.toString("base64url"), encodeURIComponent(text)];
};

/** All that the runner must blank out so that none of these values can be read: whole, by line, and encoded. */
export const masksFor = (values: Iterable<string>): readonly string[] => {
  const masks = new Set<string>();
  for (const value of values) {
    if (value.length < shortest) continue;
    for (const form of formsOf(value)) {
      const trimmed = form.trim();
      if (trimmed.length >= shortest && !trimmed.startsWith("-----")) masks.add(trimmed);
    }
    if (masks.size >= maxMasks) break;
  }
  return [...masks];
};
