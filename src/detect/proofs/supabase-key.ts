import { createHash } from "node:crypto";
import { textIn } from "../view.ts";
import type { Prover } from "./prover.ts";

/** How far away the project of a key may be named. */
const reach = 4096;

const checksumLength = 8;
const longestRef = 20;

/** What installations of one's own use for a project. */
const selfHosted = "supabase-self-hosted";

const checksumOf = (project: string, body: string): string =>
  createHash("sha256").update(`${project}|${body}`).digest("base64url").slice(0, checksumLength);

/** The checksum of a key, for the tests' templates. */
export const supabaseChecksum = (body: string, project: string): string => checksumOf(project, body);

/** Most projects that a stretch of text may name before we stop looking. */
const mostProjects = 32;

const projectsIn = (text: string): readonly string[] => [
  ...new Set([selfHosted, ...(text.match(/(?<![a-z])[a-z]{20}(?![a-z])/g) ?? [])].slice(0, mostProjects)),
];

/**
 * Eight characters at the end: SHA-256 of `PROJECT|KEY`, in base64url. They can only be checked where the project's
 * reference, twenty letters, stands nearby, as it does in the URL; elsewhere a key stays what its form says.
 * Recomputed on a hosted project's publishable key; the formula is in Supabase's self-hosted key generator.
 */
export const proveSupabaseKey: Prover = ({ secret, content, start, end }) => {
  const body = secret.slice(0, -checksumLength - 1);
  const around = textIn(content, start - reach, end + reach);
  const project = projectsIn(around).find((ref) => checksumOf(ref, body) === secret.slice(-checksumLength));
  if (project === undefined) return { verdict: "unknown" };
  return {
    verdict: "holds",
    detail: "Its checksum holds.",
    facts: project.length === longestRef && project !== selfHosted ? { project } : {},
  };
};
