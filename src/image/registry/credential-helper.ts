import { spawn } from "node:child_process";
import type { Environment } from "../environment.ts";
import type { Login } from "./login.ts";

/** Helpers for clouds ask the network; those for desktops may wait for a click that nobody makes. */
const helperPatience = 30_000;
const maxOutput = 64 << 10;
/** Only a name: never a path, so that a configuration cannot point at a program beside it. */
const namePattern = /^[A-Za-z0-9][\w.-]{0,63}$/;
/** The user name of an identity token (docker-credential-helpers, README). */
const identityUser = "<token>";

/** What a helper gave; `failed` says why it gave nothing, in our words, since its own could hold the secret. */
export type Helped = { readonly login: Login | undefined } | { readonly failed: string };

interface Ended {
  readonly status: number | "missing" | "slow" | "long";
  readonly output: string;
}

const run = (program: string, input: string, environment: Environment): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(program, ["get"], {
      env: environment as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    });
    const pieces: Buffer[] = [];
    let length = 0;
    const end = (status: Ended["status"]): void => {
      clearTimeout(timer);
      if (status === "slow" || status === "long") child.kill("SIGKILL");
      child.stdout.destroy();
      resolve({ status, output: Buffer.concat(pieces).toString() });
    };
    const timer = setTimeout(end, helperPatience, "slow");
    child.stdout.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > maxOutput) return end("long");
      pieces.push(piece);
    });
    child.on("error", () => end("missing"));
    child.on("close", (status) => end(status ?? 1));
    child.stdin.on("error", () => undefined); // it may end without reading
    child.stdin.end(input);
  });

const readLogin = (output: string): Login | undefined => {
  const answer = JSON.parse(output) as { Username?: unknown; Secret?: unknown };
  if (typeof answer.Username !== "string" || typeof answer.Secret !== "string") throw new Error("no login");
  if (answer.Secret === "") return undefined;
  if (answer.Username === identityUser) return { kind: "identity", token: answer.Secret };
  return { kind: "password", user: answer.Username, password: answer.Secret };
};

const failures: Readonly<Record<string, string>> = {
  missing: "is not installed",
  slow: `gave nothing within ${helperPatience / 1000} s`,
  long: `wrote more than ${maxOutput} bytes`,
};

/** Asks `docker-credential-NAME get` for the login of a server. */
export const askHelper = async (name: string, server: string, environment: Environment): Promise<Helped> => {
  if (!namePattern.test(name)) return { failed: "a credential helper has an ill-formed name" };
  const program = `docker-credential-${name}`;
  const { status, output } = await run(program, `${server}\n`, environment);
  if (/credentials not found in native keychain/i.test(output)) return { login: undefined };
  if (status !== 0) return { failed: `${program} ${failures[status] ?? `failed with status ${status}`}` };
  try {
    return { login: readLogin(output) };
  } catch {
    return { failed: `${program} wrote no login` };
  }
};
