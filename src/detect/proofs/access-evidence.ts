import type { Facts, Severity } from "../../finding.ts";
import { isTemplate, type Worth, worthOf } from "../password-worth.ts";
import { type Reach, reachOf } from "../reach.ts";
import type { Evidence } from "./prover.ts";

/** A password with who uses it and where; what is not known is undefined. */
export interface Access {
  readonly user: string | undefined;
  readonly password: string;
  readonly host: string | undefined;
  readonly facts?: Facts;
}

type Level = Severity | "silent";

/** Severity of a password by what it is worth and by who can reach its host. A filled-in template's host says nothing. */
const levels: Readonly<Record<Exclude<Worth, "template">, Readonly<Record<Reach | "unknown", Level>>>> = {
  strong: { public: "high", private: "high", template: "high", unknown: "high", loopback: "medium", example: "low" },
  weak: {
    public: "medium",
    private: "medium",
    template: "medium",
    unknown: "medium",
    loopback: "low",
    example: "info",
  },
  filler: { public: "low", private: "low", template: "silent", unknown: "silent", loopback: "low", example: "silent" },
};

const details: Readonly<Record<Reach, string>> = {
  loopback: "Its host is the machine itself.",
  private: "Its host answers in a private network only.",
  public: "Its host is a public name.",
  example: "Its host is a documentation's.",
  template: "",
};

/** Words that documentation writes for both halves: `user:password` and its kin. */
const documentedUsers =
  /^(?:user(?:name)?|usr|login|foo|bar|name|me|my[-_]?user(?:name)?|your[-_]?user(?:name)?|some[-_]?user|x|u|a|alice|bob|joe|john|jane|scott|example|account[_-]?id|usuario|anonymous|x{3,}|aladdin)$/i;

/** `scott:tiger^5HHH@mssql`: Oracle's example as manuals of other databases carry it on, with signs that must be escaped. */
const oracleExample = /^tiger[^A-Za-z]/;

const levelOf = (
  worth: Exclude<Worth, "template">,
  reach: Reach | "unknown",
  user: string,
  password: string,
): Level => {
  const documented = documentedUsers.test(user);
  if (documented && oracleExample.test(password)) return "silent";
  if (worth === "filler" && documented) return "silent";
  if (worth === "weak" && documented) return reach === "example" ? "silent" : "low";
  return levels[worth][reach];
};

/** Judges a password that stands with its user and host, as URLs, connection strings and headers carry them. */
export const judgeAccess = ({ user = "", password, host, facts }: Access): Evidence => {
  const worth = worthOf(password, user);
  if (worth === "template") return { verdict: "silent" };
  const reach = host === undefined ? "unknown" : reachOf(host);
  const severity = levelOf(worth, reach, user, password);
  if (severity === "silent") return { verdict: "silent" };
  const detail = reach === "unknown" ? "" : details[reach];
  return {
    verdict: "holds",
    vetted: true,
    proof: worth === "strong" ? "structural" : "contextual",
    severity,
    ...(detail === "" ? {} : { detail }),
    facts: {
      ...facts,
      ...(user === "" || isTemplate(user) ? {} : { user: user.slice(0, 100) }),
      ...(host === undefined || reach === "template" ? {} : { host: host.slice(0, 255) }),
      ...(reach === "template" || reach === "unknown" ? {} : { reach }),
    },
  };
};
