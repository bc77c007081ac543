import { nameStrength } from "../detect/generic/key-name.ts";

/** What a key of a document says of its value. */
export type NameKind = "password" | "key" | "other" | "harmless";

/** Keys of what every reader may see: who, where, which; public halves; switches. */
const harmless =
  /^(?:user|username|user[-_.]?name|login|email|mail|host|hostname|server|port|url|uri|endpoint|address|addr|region|zone|bucket|database|db|dbname|db[-_.]?name|namespace|name|id|type|kind|provider|realm|issuer|audience|scope|scopes|version|driver|dialect|engine|protocol|scheme|path|file|mode|env|environment|enabled|debug|tenant|domain|service|project|account|org|organization|team|group|role)$|[-_.](?:user|username|email|host|hostname|port|url|uri|endpoint|region|bucket|database|name|id|arn|path|file|version|expiry|expires|ttl|enabled)$|\.(?:crt|cer|pub|ca-bundle|csr)$|^(?:ca|tls|ca-cert|cert|certificate|truststore|ca-bundle|known_hosts|authorized_keys)(?:\.(?:crt|pem))?$|public[-_.]?key|^ssh-publickey$/i;

export const kindOfName = (name: string): NameKind => {
  const plain = name.replace(/\.(?:txt|value|b64|base64)$/i, "");
  if (nameStrength(plain, "password") === "strong") return "password";
  if (nameStrength(plain, "key") === "strong") return "key";
  return harmless.test(plain) || /(?:Id|Url|Uri|Host|Port|Name|Email|User|Path|Arn)$/.test(plain)
    ? "harmless"
    : "other";
};
