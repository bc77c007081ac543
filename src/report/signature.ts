import type { Location } from "../finding.ts";

/** Digits of a commit id that a reader sees. */
const shortDigits = 10;

export const shortCommit = (id: string): string => id.slice(0, shortDigits);

/** The name of `Name <address>`; the address when there is no name. */
const nameOf = (author: string): string => author.replace(/\s*<[^>]*>\s*$/, "") || author;

/** `1a2b3c4d5e, Jane Doe, 2026-01-31`: as much of it as is known. */
export const signature = ({ commit, author, date }: Location): string =>
  [commit === undefined ? "" : shortCommit(commit), nameOf(author ?? ""), (date ?? "").slice(0, 10)]
    .filter(Boolean)
    .join(", ");
