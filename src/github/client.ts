import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";

/** How often, and how long at most in seconds, a refused request waits for GitHub's rate limits. */
const patience = { times: 2, seconds: 90 };

interface Refused {
  readonly method: string;
  readonly url: string;
}

/** Called before a wait. */
export type OnWait = (seconds: number) => void;

const waits =
  (onWait: OnWait) =>
  (seconds: number, _request: Refused, _octokit: unknown, tried: number): boolean => {
    if (tried >= patience.times || seconds > patience.seconds) return false;
    onWait(seconds);
    return true;
  };

/** GitHub's API at `GITHUB_API_URL`, through the proxy of the environment; waits for rate limits, retries what may pass. */
export const createClient = (token: string, onWait: OnWait) =>
  getOctokit(
    token,
    {
      throttle: {
        onRateLimit: waits(onWait),
        onSecondaryRateLimit: waits(onWait),
        fallbackSecondaryRateRetryAfter: 60,
      },
      retry: { retries: 2 },
    },
    throttling,
    retry,
  );

export type Client = ReturnType<typeof createClient>;

export interface Target {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
}
