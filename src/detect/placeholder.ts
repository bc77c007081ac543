/** Shannon entropy in bits per character. */
export const entropy = (text: string): number => {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
};

const words =
  /example|placeholder|change[-_]?me|your[-_]|dummy|sample|redacted|replace[-_]?me|insert[-_]|xxxx|\*\*\*\*|\.\.\.\.|____/i;
const sequences = ["0123456789", "1234567890", "abcdefghij", "ABCDEFGHIJ", "qwertyuiop"];

/** Whether a value stands for a secret instead of being one: documentation's fillers, runs of one character, sequences. */
export const isPlaceholder = (secret: string): boolean =>
  words.test(secret) || /(.)\1{7}/s.test(secret) || sequences.some((sequence) => secret.includes(sequence));
