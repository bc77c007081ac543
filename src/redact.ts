/** Characters shown of a long secret's start: enough to tell its kind, never enough to use it. */
const shownStart = 4;
const longEnough = 16;

/** A secret as reports show it: the first characters of a long one, nothing of a short one. */
export const redact = (secret: string): string => {
  const firstLine = secret.split(/[\r\n]|\\n/, 1)[0]!;
  if (firstLine.startsWith("-----BEGIN")) return `${firstLine.slice(0, 64)}…`;
  return secret.length >= longEnough ? `${secret.slice(0, shownStart)}…` : "…";
};
