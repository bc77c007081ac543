import { createRepository, githubToken } from "../repositories.ts";

/** A file that gives a secret away. */
export const holding = (seed: string): string => `token = ${githubToken(seed)}\n`;

/** Three commits, the second of which brings a secret in. */
export const withSecret = (...options: readonly string[]) => {
  const repository = createRepository(...options);
  repository.commit("start", { "start.txt": "nothing\n" });
  const id = repository.commit("add", { "b.txt": holding("kinds") });
  repository.commit("end", { "end.txt": "nothing\n" });
  return { repository, id };
};

/** Where that secret stands. */
export const inBothPlaces = ["commit b.txt:1:9", "file b.txt:1:9"];
