import { createDetector } from "../detect/detector.ts";
import { createExplainer, type Trail } from "../detect/explanation.ts";
import { asUtf8, type Hit, inspect } from "../detect/hit.ts";
import { judgeByPath } from "../detect/path-context.ts";
import { type LineIndex, lineIndex } from "../detect/position.ts";
import type { DocumentParser, Rule } from "../detect/rule.ts";
import type { Finding } from "../finding.ts";
import { foreignHashes } from "../findings/foreign-hashes.ts";
import { judgedByPath, toFindings } from "../findings/join.ts";
import { createVault } from "../findings/vault.ts";
import { applyPolicy } from "../policy/apply.ts";
import type { Policy } from "../policy/policy.ts";
import { type Sighting, span } from "../sighting.ts";

/** Something to explain. */
export interface Subject {
  /** As the policy sees it: relative to the folder whose configuration judges. Undefined for a text without a name. */
  readonly path: string | undefined;
  readonly content: Buffer;
}

/** What became of a hit after detection. */
export interface Outcome {
  readonly hit: Hit;
  /** What the path makes of it; undefined when it drops it. */
  readonly afterPath: Hit | undefined;
  /** Undefined when the path dropped it, or `only` or `minProof` leave it out. */
  readonly finding: Finding | undefined;
}

/** What detection and policy made of a subject. */
export interface Decision {
  readonly trail: Trail;
  readonly lines: LineIndex;
  /** Hits that stayed when overlapping ones were joined. */
  readonly outcomes: readonly Outcome[];
}

export interface Court {
  readonly rules: readonly Rule[];
  readonly parsers: readonly DocumentParser[];
  readonly policy: Policy;
  /** What keys fingerprints. */
  readonly key: string | undefined;
}

const nothing = { complete: true, refs: 0, commits: 0, objects: 0, files: 1, layers: 0, bytes: 0, seconds: 0 } as const;

const sightingOf = (hit: Hit, path: string): Sighting => ({
  hit,
  location: { kind: "file", path, present: true, ...span(hit) },
  order: 0,
});

const outcomesOf = (hits: readonly Hit[], path: string, { policy, key }: Court): readonly Outcome[] => {
  const today = new Date().toISOString().slice(0, 10);
  return hits.map((hit) => {
    const vault = createVault();
    const findings = toFindings(judgedByPath(sightingOf(hit, path)), key, vault);
    const coverage = { ...nothing, skipped: [], missing: [] };
    const surroundings = { scope: "part", today, key: undefined, hashesOf: foreignHashes(vault) } as const;
    const judged = applyPolicy(findings, coverage, { ...policy, includeIgnored: true }, surroundings);
    return { hit, afterPath: judgeByPath(hit, path), finding: judged.findings[0] };
  });
};

/** Explains subjects with the rules and the policy of a run. */
export const createDecider = async (court: Court): Promise<(subject: Subject) => Decision> => {
  const explain = await createExplainer(court.rules);
  const detector = await createDetector(court.rules, court.parsers);
  return ({ path, content }) => {
    const text = asUtf8(content);
    const hits = inspect(detector, content, false);
    return { trail: explain(text), lines: lineIndex(text), outcomes: outcomesOf(hits, path ?? "-", court) };
  };
};
