import type { DocumentParser, Match } from "../detect/rule.ts";
import { wholeText } from "../detect/structure/text.ts";
import { type Check, matchOf } from "./credential.ts";

export const wildflyCheck: Check = {
  id: "secrets/wildfly-user",
  provider: "wildfly",
  title: "Digest of a WildFly or JBoss user's password",
  severity: "high",
  opens:
    "Signs in to the server as the user: digest authentication asks for nothing but this digest, and who guesses offline has the password too.",
  remediation: "Change the user's password (`add-user.sh`), and keep the server's list of users out of the repository.",
};

const maxUsers = 1000;

/** `user=HEX(MD5(user:realm:password))` (docs.wildfly.org, Admin Guide, Authentication with properties files). */
const user = /^(?<user>[^\s=#!:]{1,64})=(?<secret>[0-9a-f]{32})[ \t]{0,8}\r?$/gm;

const realm = /\$REALM_NAME=([\w. -]{1,64})\$/;

const parse = (content: Buffer): readonly Match[] => {
  const { text } = wholeText(content);
  const place = { realm: realm.exec(text)?.[1] };
  const matches: Match[] = [];
  for (const found of text.matchAll(user)) {
    if (matches.length === maxUsers) break;
    const { user: name, secret } = found.groups!;
    const start = found.index + name!.length + 1;
    matches.push(
      matchOf(
        wildflyCheck,
        { value: secret!, start, end: start + 32 },
        { user: name, ...place },
        { proof: "structural" },
      ),
    );
  }
  return matches;
};

/** `mgmt-users.properties` and `application-users.properties`, as the server's own tool writes them. */
export const wildflyParser: DocumentParser = { anchors: ["$REALM_NAME="], parse };
