import { type Asking, authorize } from "./authorization.ts";
import type { Candidate } from "./login.ts";
import { RegistryError } from "./registry-error.ts";

/** What is shown at the door; compared by identity, so that of many requests only one asks for a new one. */
export interface Pass {
  readonly authorization: string | undefined;
  readonly candidate: number;
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly challenge: string | undefined;
}

export interface Access {
  readonly pass: () => Pass;
  /** A pass has let us in: who it is for is not given up for somebody else any more. */
  readonly accepted: (pass: Pass) => void;
  /** After a refusal of `pass`: whether there is a new one to try. */
  readonly renew: (pass: Pass, refusal: Refusal) => Promise<boolean>;
  /** Who we said that we are, for a message. */
  readonly story: () => string;
}

const noCandidate = -1;

export const createAccess = (candidates: () => Promise<readonly Candidate[]>, asking: () => Asking): Access => {
  let pass: Pass = { authorization: undefined, candidate: noCandidate };
  let proven = noCandidate;
  let known: readonly Candidate[] = [];
  let lastChallenge: string | undefined;
  let renewal: Promise<boolean> | undefined;

  const tried = async (candidate: number): Promise<string | undefined> => {
    try {
      return await authorize(lastChallenge, known[candidate]!.login, asking());
    } catch (error) {
      if (error instanceof RegistryError && error.fault === "denied") return undefined;
      throw error;
    }
  };
  const obtain = async (): Promise<boolean> => {
    known = await candidates();
    const [first, last] = proven === noCandidate ? [pass.candidate + 1, known.length - 1] : [proven, proven];
    for (let candidate = first; candidate <= last; candidate++) {
      const authorization = await tried(candidate);
      pass = { authorization, candidate };
      if (authorization !== undefined) return true;
    }
    return false;
  };
  return {
    pass: () => pass,
    accepted: ({ candidate }) => {
      proven = Math.max(proven, candidate);
    },
    story: () =>
      known
        .map(({ login, origin }) => (login === undefined ? origin : `with the login from ${origin}`))
        .join("; then "),
    renew: async (refused, { status, challenge }) => {
      if (refused !== pass) return true;
      // who was let in before has no right here, unless a challenge says that the token has expired
      if (proven !== noCandidate && (status === 403 || challenge === undefined)) return false;
      lastChallenge = challenge ?? lastChallenge;
      renewal ??= obtain().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
};
