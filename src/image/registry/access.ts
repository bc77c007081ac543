import { type Asking, authorize } from "./authorization.ts";
import type { Candidate } from "./login.ts";
import { RegistryError } from "./registry-error.ts";

/** What is shown at the door; compared by identity, so that of many requests only one asks for a new one. */
export interface Pass {
  readonly authorization: string | undefined;
  readonly candidate: number;
  readonly since: number;
}

export interface Access {
  readonly pass: () => Pass;
  /** After a refusal of `pass`: whether there is a new one to try. */
  readonly renew: (pass: Pass, challenge: string | undefined) => Promise<boolean>;
  /** Who we said that we are, for a message. */
  readonly story: () => string;
}

/** A pass that was refused sooner was never good; later it has expired. */
const expiry = 10_000;

export const createAccess = (candidates: () => Promise<readonly Candidate[]>, asking: () => Asking): Access => {
  let pass: Pass = { authorization: undefined, candidate: -1, since: 0 };
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
    const expired = pass.candidate >= 0 && Date.now() - pass.since > expiry;
    for (let candidate = expired ? pass.candidate : pass.candidate + 1; candidate < known.length; candidate++) {
      const authorization = await tried(candidate);
      pass = { authorization, candidate, since: Date.now() };
      if (authorization !== undefined) return true;
    }
    return false;
  };
  return {
    pass: () => pass,
    story: () =>
      known
        .map(({ login, origin }) => (login === undefined ? origin : `with the login from ${origin}`))
        .join("; then "),
    renew: async (refused, challenge) => {
      if (refused !== pass) return true;
      lastChallenge = challenge ?? lastChallenge;
      renewal ??= obtain().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
};
