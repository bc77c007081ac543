import { readable, type Scalar } from "../detect/structure/text.ts";
import { dateFrom, type Evidence, optional } from "./evidence.ts";
import type { NamedScalar, User } from "./kubeconfig.ts";
import { isFiller, isMadeUp, isSilent, isWords } from "./silence.ts";
import { readToken } from "./token.ts";

export type CredentialKind = "client-key" | "token" | "password" | "auth-provider" | "exec-secret";

/** One secret of a user and what it says of itself. */
export interface Credential {
  readonly kind: CredentialKind;
  readonly scalar: Scalar;
  readonly evidence: Evidence;
}

/** Reads a key with its certificate; bounded by who hands it in. */
export type KeyReader = (keyData: string, certificateData: string | undefined) => Evidence | undefined;

const plain = (facts: Evidence["facts"], madeUp = false): Evidence => ({
  proof: "contextual",
  groups: [],
  madeUp,
  notes: [],
  facts,
});

const clientKey = (user: User, readKey: KeyReader): readonly Credential[] => {
  const { keyData, certificateData } = user;
  if (keyData === undefined || isFiller(keyData.value)) return [];
  const evidence = readKey(keyData.value, certificateData?.value);
  return evidence === undefined ? [] : [{ kind: "client-key", scalar: keyData, evidence }];
};

const minToken = 6;

const token = ({ token: scalar }: User): readonly Credential[] =>
  scalar === undefined ||
  scalar.value.length < minToken ||
  isSilent(scalar.value) ||
  /\s|^\$[A-Za-z_]/.test(scalar.value)
    ? []
    : [{ kind: "token", scalar, evidence: readToken(scalar.value) }];

/** Passwords that are words of tutorials, or the name of the user once more. */
const isTutorialPassword = (value: string, username: string | undefined): boolean =>
  value === username ||
  (isWords(value) && /passw|secret|user|admin|test|foo|bar|mock|fake/i.test(value) && value.length < 40);

const password = ({ password: scalar, username }: User): readonly Credential[] =>
  scalar === undefined || isSilent(scalar.value)
    ? []
    : [
        {
          kind: "password",
          scalar,
          evidence: {
            ...plain({}, isTutorialPassword(scalar.value, username?.value)),
            ...optional("subject", username === undefined ? undefined : readable(username.value)),
            notes: ["Kubernetes itself takes no passwords since 1.19, but older clusters and proxies before it do."],
          },
        },
      ];

const providerSecret = /^(?:client-secret|id-token|refresh-token|access-token|idp-access-token|password)$/;

/** `expiry` (gcp) is a date, `expires-on` (azure) seconds since 1970. */
const expiryOf = (config: readonly NamedScalar[]): Date | undefined => {
  const value = config.find(({ name }) => name === "expiry" || name === "expires-on")?.scalar.value;
  if (value === undefined) return undefined;
  return dateFrom(/^\d{9,11}$/.test(value) ? Number(value) * 1000 : Date.parse(value));
};

const providerEvidence = (name: string, value: string, user: User): Evidence => {
  const facts = { field: name, ...optional("authProvider", user.providerName) };
  if (name === "client-secret" || name === "password") return plain(facts, isMadeUp(value));
  const read = readToken(value);
  const expiry = name === "access-token" ? (read.notAfter ?? expiryOf(user.providerConfig)) : read.notAfter;
  // a refresh token that is no JWT says nothing of how long it lives
  const evidence = { ...read, ...optional("notAfter", expiry), facts: { ...read.facts, ...facts } };
  return name === "id-token" || name === "access-token" ? evidence : { ...evidence, neverExpires: false };
};

const authProvider = (user: User): readonly Credential[] =>
  user.providerConfig
    .filter(({ name, scalar }) => providerSecret.test(name) && !isSilent(scalar.value))
    .map(({ name, scalar }) => ({
      kind: "auth-provider",
      scalar,
      evidence: providerEvidence(name, scalar.value, user),
    }));

/** Names of variables and flags whose value opens something; names of files, ids and addresses of secrets do not. */
const secretName = /(?:token|secret|passw(?:or)?d|passphrase|credential|api[-_]?key|access[-_]?key|private[-_]?key)/i;
const pointerName =
  /(?:[-_](?:file|path|dir|id|name|url|uri|endpoint|type|cache|arn|ttl|expiry|mode|audience|format|store))$/i;

/** A value that points to a file or an address. */
const pointer = /^(?:\/|~\/|\.{1,2}\/|[A-Za-z]:\\|https?:\/\/|true$|false$|\d{1,6}$)/i;

const minExecSecret = 6;

const opens = (name: string, value: string): boolean =>
  secretName.test(name) &&
  !pointerName.test(name) &&
  value.length >= minExecSecret &&
  !pointer.test(value) &&
  !isSilent(value);

const execSecret = (field: string, scalar: Scalar, command: string | undefined): Credential => ({
  kind: "exec-secret",
  scalar,
  evidence: plain({ field, ...optional("execCommand", command) }),
});

/** Secrets among the arguments of a helper program: `--client-secret=VALUE`, or the name and the value one after the other. */
const execArgument = (args: readonly Scalar[], index: number, command: string | undefined): readonly Credential[] => {
  const scalar = args[index]!;
  const joined = /^--?([A-Za-z][\w-]{0,60})=(.+)$/s.exec(scalar.value);
  if (joined !== null && opens(joined[1]!, joined[2]!)) {
    const value = joined[2]!;
    const start = scalar.end - value.length;
    return [execSecret(joined[1]!, { value, start: Math.max(scalar.start, start), end: scalar.end }, command)];
  }
  const flag = /^--?([A-Za-z][\w-]{0,60})$/.exec(args[index - 1]?.value ?? "");
  if (flag === null || scalar.value.startsWith("-") || !opens(flag[1]!, scalar.value)) return [];
  return [execSecret(flag[1]!, scalar, command)];
};

const execSecrets = ({ execEnv, execArgs, execCommand }: User): readonly Credential[] => [
  ...execEnv
    .filter(({ name, scalar }) => opens(name, scalar.value))
    .map(({ name, scalar }) => execSecret(name, scalar, execCommand)),
  ...execArgs.flatMap((_, index) => execArgument(execArgs, index, execCommand)),
];

/** Everything secret that a user of a kubeconfig carries itself. */
export const credentialsOf = (user: User, readKey: KeyReader): readonly Credential[] => [
  ...clientKey(user, readKey),
  ...token(user),
  ...password(user),
  ...authProvider(user),
  ...execSecrets(user),
];
