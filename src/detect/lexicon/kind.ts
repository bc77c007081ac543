/** What a name calls its value, longest first where one ends another. */
const kinds: readonly (readonly [words: RegExp, kind: string, title: string])[] = [
  [/(?:pass(?:word|wd|phrase|code|wort)?|pwd|pw)s?$/, "password", "password"],
  [/credentials?$/, "credentials", "credentials"],
  [/clientsecret$/, "client-secret", "client secret"],
  [/(?:app|application)secret$/, "app-secret", "app secret"],
  [/consumersecret$/, "consumer-secret", "consumer secret"],
  [/apisecret(?:key)?$/, "api-secret", "API secret"],
  [/(?:access)?tokensecret$/, "token-secret", "token secret"],
  [/(?:webhook|hook)(?:signing)?(?:secret|token|key)$/, "webhook-secret", "webhook secret"],
  [/sign(?:ing|ature)(?:secret|key)$/, "signing-secret", "signing secret"],
  [/sharedsecret$/, "shared-secret", "shared secret"],
  [/secretaccesskey$/, "secret-access-key", "secret access key"],
  [/secret(?:api)?key$/, "secret-key", "secret key"],
  [/secret$/, "secret", "secret"],
  [/accesskey$/, "access-key", "access key"],
  [/privatekey$/, "private-key", "private key"],
  [/(?:encryption|crypto|aes)key$/, "encryption-key", "encryption key"],
  [/(?:license|licence)key$/, "license-key", "licence key"],
  [/(?:app|application)key$/, "app-key", "application key"],
  [/(?:write|ingest|ingestion|integration|project)key$/, "write-key", "write key"],
  [/(?:admin|master|root)(?:api)?key$/, "admin-key", "admin key"],
  [/key$/, "api-key", "API key"],
  [/refreshtoken$/, "refresh-token", "refresh token"],
  [/bottoken$/, "bot-token", "bot token"],
  [/(?:personal)?accesstoken$/, "access-token", "access token"],
  [/(?:auth|authentication|authorization|bearer|oauth|session)token$/, "auth-token", "auth token"],
  [/apitoken$/, "api-token", "API token"],
  [/(?:token|pat)$/, "token", "token"],
];

export interface Kind {
  /** The end of the check. */
  readonly id: string;
  /** As a title says it. */
  readonly title: string;
}

const secretWords =
  /^(?:keys?|tokens?|secrets?|pass\w{0,6}|pwd|pw|pat|credentials?|\w{1,20}(?:key|token|secret|password))$/;

/** The kind that the words of a name tell, by the last of them that speaks of a secret; without one, an API key. */
export const kindOf = (words: readonly string[]): Kind => {
  const last = words.findLastIndex((word) => secretWords.test(word));
  const told = words
    .slice(Math.max(0, last - 2), last + 1)
    .join("")
    .replace(/(?<=key|token|secret|credential)s$/, "");
  const [, id = "api-key", title = "API key"] = kinds.find(([pattern]) => pattern.test(told)) ?? [];
  return { id, title };
};
