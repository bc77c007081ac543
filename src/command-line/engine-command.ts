import type { Rule } from "../detect/rule.ts";
import { verifyEngine } from "../git/pack/verify-engine.ts";
import type { Repository } from "../git/repository.ts";
import { countOf } from "../report/amounts.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { startThreads } from "../threads.ts";

/** So many differences are named one by one. */
const maxNamed = 20;

const say = (line: string): void => void process.stderr.write(`tidewaiter: ${escapeTerminal(line)}\n`);

/** Compares the engine with git and with scans of whole contents; gives the exit status: 0 when nothing differs, else 3. */
export const engineCommand = async (
  repository: Repository,
  customRules: readonly Rule[],
  jobs: number | undefined,
  signal: AbortSignal | undefined,
): Promise<0 | 3> => {
  const threads = startThreads(
    { customRules, lineHashes: false },
    (rule, reason) => say(`the rule ${rule} was given up: ${reason}`),
    jobs,
  );
  try {
    const check = await verifyEngine(repository, threads.compareTrees, signal);
    const { packs, unpacked, throughGit, scanned, matches, differences } = check;
    for (const difference of differences.slice(0, maxNamed)) say(difference);
    process.stdout.write(
      `compared ${countOf(unpacked, "object")} of ${countOf(packs, "pack")} and ${countOf(throughGit, "object")} read through git with their ids and git's list, and ${countOf(scanned, "content")} with ${countOf(matches, "match", "matches")} scanned whole and by deltas: ${differences.length === 0 ? "no difference" : countOf(differences.length, "difference")}\n`,
    );
    return differences.length === 0 ? 0 : 3;
  } catch (error) {
    if (signal?.aborted !== true && (error as Error).name !== "PackError") throw error;
    say(signal?.aborted === true ? "interrupted before all was compared" : (error as Error).message);
    return 3;
  } finally {
    threads.stop();
  }
};
