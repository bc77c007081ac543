import { linesOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/** Object ids that refs name, one per ref, with HEAD where it exists. */
export const refTips = async (repository: Repository): Promise<readonly string[]> => {
  const tips: string[] = [];
  for await (const id of linesOf(repository.folder, ["for-each-ref", "--format=%(objectname)"])) tips.push(id);
  return repository.head === undefined ? tips : [...tips, repository.head];
};
